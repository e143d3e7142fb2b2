import "server-only";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { MemberDoor } from "@/lib/access/job";
import { headerKey } from "@/lib/domain/import/normalise-header";
import { localFiles } from "@/lib/io/files";
import { applyRun } from "./engine/apply-run";
import { checkRun } from "./engine/check-run";
import type { RunEvents } from "./engine/ended";
import { moveRun, readRun } from "./engine/run-row";
import { kindOf } from "./kinds";
import type { RunOptions, RunResult } from "./schema";
import { checkColumns, findMapping, insertRun, rememberMapping } from "./start-run";
import { inspectFor, suggestOptions } from "./suggest";

export type Command = {
  kind: string;
  path: string;
  /** { header: field }; an empty field leaves the column aside. Without it: what was remembered, else the synonyms. */
  map?: Readonly<Record<string, string>>;
  options?: Partial<RunOptions>;
  dryRun?: boolean;
};

export type Outcome = { id: string; status: string; error: string | null; result: RunResult | null };

const LIMIT = 4 * 1024 ** 3;

/** The whole of an import in this process: take the file in, map, check, run. Throws FileFault and Refusal where it cannot begin. */
export async function importFile(open: MemberDoor, command: Command, events: RunEvents = {}): Promise<Outcome> {
  const kind = kindOf(command.kind);
  const file = await localFiles().write(createReadStream(command.path), LIMIT);
  const seen = await inspectFor(kind, await localFiles().path(file.key), command.options);
  const id = await open(async (scope) => {
    const suggested = { ...suggestOptions(kind, seen, scope.company.locale), ...command.options };
    const remembered = command.map ? null : await findMapping(scope, kind.name, suggested.names);
    const options = { ...suggested, columns: mapped(suggested, command.map) ?? remembered ?? suggested.columns };
    checkColumns(kind, options.columns);
    const made = await insertRun(scope, { kind: kind.name, name: basename(command.path), file });
    await scope.db
      .$executeRaw`update import_run set options = ${JSON.stringify(options)}::jsonb where id = ${made}::uuid`;
    await rememberMapping(scope, kind.name, options);
    await moveRun(scope, made, ["uploaded"], { status: "checking" });
    return made;
  });
  await checkRun(open, id, events);
  if (!command.dryRun && (await open((scope) => moveRun(scope, id, ["checked"], { status: "running" })))) {
    await applyRun(open, id, events);
  }
  return outcome(open, id);
}

export async function outcome(open: MemberDoor, id: string): Promise<Outcome> {
  return open(async (scope) => {
    const { status, result } = await readRun(scope, id);
    const [row] = await scope.db.$queryRaw<
      { error: string | null }[]
    >`select error from import_run where id = ${id}::uuid`;
    return { id, status, result, error: row?.error ?? null };
  });
}

function mapped({ names, columns }: RunOptions, map: Command["map"]): RunOptions["columns"] | null {
  if (!map) return null;
  const wanted = new Map(Object.entries(map).map(([header, field]) => [headerKey(header), field || null]));
  const taken = new Set([...wanted.values()]);
  return names.map((name, at) => {
    const field = wanted.get(headerKey(name));
    if (field !== undefined) return field;
    // A field that the caller gave to another column is not guessed for this one.
    const guessed = columns[at] ?? null;
    return taken.has(guessed) ? null : guessed;
  });
}
