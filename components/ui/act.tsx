"use client";

import { unstable_isUnrecognizedActionError as isUnknownAction, unstable_rethrow as rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useState, useTransition } from "react";
import type { Messages } from "@/lib/i18n/messages";
import { announceNewVersion } from "./new-version";
import { toast } from "./toast";

/** What every action of lib/features answers; the full type lives behind the doors, this is its shape. */
export type ActResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; fields?: Record<string, string>; values?: unknown; request?: string };

// Written as a method, so that an action that says what its input is may be passed (methods are compared both ways).
export type Act<T> = {
  act(envelope: { key: string; company: string; input: unknown }): Promise<ActResult<T>>;
}["act"];

const Company = createContext<string | undefined>(undefined);

/** Holds the company that this page was rendered for; every write carries it. Pages before sign-in need none. */
export function CompanyProvider({ company, children }: { company: string; children: ReactNode }) {
  return <Company value={company}>{children}</Company>;
}

/** The company that this page was rendered for: what is sent beside actions (the order of a file) carries it too. */
export const useCompany = () => use(Company) ?? "";

// Waits before the same envelope is sent again: a write has one key, so a repeat does nothing twice.
const pauses = [400, 1600];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function isStale(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name} ${error.message}` : "";
  return isUnknownAction(error) || /ChunkLoadError|(load|loading) chunk/i.test(text);
}

// What Chrome, Firefox and Safari say when no answer came, and what Next says when a gateway answered instead of it.
const lost = /failed to fetch|networkerror|load failed|unexpected response/i;

function isNetwork(error: unknown): boolean {
  return !navigator.onLine || (error instanceof Error && lost.test(error.message));
}

type Failure = Extract<ActResult<unknown>, { ok: false }>;

async function send<T>(action: Act<T>, envelope: Parameters<Act<T>>[0]): Promise<ActResult<T>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await action(envelope);
    } catch (error) {
      rethrow(error);
      if (isStale(error)) return { ok: false, code: "new-version" };
      if (!isNetwork(error)) return { ok: false, code: "bug", request: digestOf(error) };
      const wait = pauses[attempt];
      if (wait === undefined) return { ok: false, code: "offline" };
      await pause(wait);
    }
  }
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}

/** Error codes as sentences. A code without one is a bug of ours, and is called so. */
export function useErrorText(): (code: string) => string {
  const t = useTranslations("errors");
  return (code) => {
    const key = code.replace(/^errors\./, "") as keyof Messages["errors"];
    return t(t.has(key) ? key : "bug");
  };
}

/**
 * Calls an action of the server: the only way a component writes. General failures become a toast; what concerns a
 * field comes back in `fields` as sentences by field name; the caller looks at `conflict` only (see ConflictNotice).
 *
 *   const { run, pending, fields } = useAct(saveClient);
 *   const result = await run({ id, name });
 *   if (result.ok) close();
 */
export function useAct<T>(action: Act<T>) {
  const company = use(Company);
  const [pending, start] = useTransition();
  const [fields, setFields] = useState<Record<string, string>>({});
  const text = useErrorText();
  const t = useTranslations("ui");

  function tell(failure: Failure, again: () => void): void {
    const { code, request } = failure;
    if (code === "new-version") {
      announceNewVersion();
      return;
    }
    if (code === "conflict" || (code === "invalid" && Object.keys(failure.fields ?? {}).length > 0)) return;
    const reload = { label: t("version.reload"), run: () => window.location.reload() };
    const retry = { label: t("error.retry"), run: again };
    toast.error(text(code), {
      id: `act-${code}`,
      description: request && `${t("error.request")} ${request}`,
      duration: code === "other-company" || code === "offline" ? Number.POSITIVE_INFINITY : undefined,
      action: code === "other-company" ? reload : code === "offline" ? retry : undefined,
    });
  }

  function dispatch(envelope: Parameters<Act<T>>[0]): Promise<ActResult<T>> {
    return new Promise((resolve) => {
      start(async () => {
        const result = await send(action, envelope);
        start(() => setFields(result.ok ? {} : translate(result.fields)));
        if (!result.ok) tell(result, () => dispatch(envelope));
        resolve(result);
      });
    });
  }

  function translate(codes: Record<string, string> = {}): Record<string, string> {
    return Object.fromEntries(Object.entries(codes).map(([name, code]) => [name, text(code)]));
  }

  const run = (input: unknown) => dispatch({ key: crypto.randomUUID(), company: company ?? "", input });
  return { run, pending, fields, clearFields: () => setFields({}) };
}
