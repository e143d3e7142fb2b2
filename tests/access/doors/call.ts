// One call of a door, and its answer in a form that can be compared byte by byte.
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { vi } from "vitest";
import { log } from "@/lib/io/log";
import type { Probe } from "../probes/probe";
import type { IdName, Ids } from "../world/ids";
import type { Person } from "../world/people";
import { WayOut } from "./next";
import { type Origin, requestBy } from "./request";

export type Answer = {
  /** "ok", an error code, "not-found" or "redirect /…", "bug". */
  code: string;
  /** Everything that was said, without the request's id. */
  text: string;
  /** Of a bug: what went wrong. */
  bug?: string;
  /** Whether JSON brings it back as it was. */
  plain: boolean;
};

export type Call = {
  probe: Probe;
  ids: Ids;
  by: Person | null;
  company: string;
  key?: string;
  origin?: Origin;
  change?: (input: unknown) => unknown;
};

const logged = vi.spyOn(log, "error");

export async function callDoor({ probe, ids, by, company, key = randomUUID(), origin, change }: Call): Promise<Answer> {
  await requestBy(by?.sid ?? null, { origin, cookies: probe.cookies?.(ids) });
  logged.mockClear();
  try {
    return await answerOf(await probe.call(ids, { key, company }, change));
  } catch (error) {
    if (error instanceof WayOut) return { code: error.to, text: error.to, plain: true };
    return { code: "bug", text: "bug", bug: reason(error), plain: true };
  }
}

async function answerOf(value: unknown): Promise<Answer> {
  if (value instanceof Response) {
    // A route that answers like an action.
    const told: unknown = /json/.test(value.headers.get("content-type") ?? "") ? await value.clone().json() : null;
    if (isResult(told)) return answerOf(told);
    const said = { status: value.status, headers: [...value.headers], body: await value.text() };
    return { code: value.ok || value.status === 303 ? "ok" : String(value.status), text: write(said), plain: true };
  }
  if (!isResult(value)) return { code: "ok", text: write(value), plain: true };
  const { request: _, ...rest } = value;
  const plain = isDeepStrictEqual(clean(rest), JSON.parse(write(rest)));
  if (rest.ok) return { code: "ok", text: write(rest), plain };
  const bug = rest.code === "bug" ? reason(logged.mock.lastCall?.[0]) : undefined;
  return { code: rest.code ?? "no code", text: write(rest), bug, plain };
}

function isResult(value: unknown): value is { ok: boolean; code?: string; request?: string } {
  return typeof value === "object" && value !== null && "ok" in value && typeof value.ok === "boolean";
}

function reason(error: unknown): string {
  const cause = error && typeof error === "object" && "err" in error ? error.err : error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : write(cause);
}

/** Names in order: jsonb does not keep theirs, and nobody can tell. */
function write(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part instanceof Map || part instanceof Set) return [...part];
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Without the properties that hold undefined: JSON leaves them out, and nobody can tell. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, clean(part)]])),
  );
}

/** Which ids the probe's input, arguments, cookies and so on are made from. */
export async function idsRead(probe: Probe, ids: Ids): Promise<IdName[]> {
  const read = new Set<IdName>();
  const watched = new Proxy(ids, {
    get(target, name) {
      const known = Object.keys(target).find((one): one is IdName => one === name);
      if (known) read.add(known);
      return known ? target[known] : undefined;
    },
  });
  await requestBy(null, { cookies: probe.cookies?.(watched) });
  await probe.call(watched, { key: randomUUID(), company: randomUUID() }).catch(() => undefined);
  return [...read];
}
