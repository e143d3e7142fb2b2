"use client";

import { useState } from "react";
import { useDraft } from "./draft";
import { type Disagreement, mergeStale } from "./merge-stale";

/** What a form starts from: its values, and the version that they were read at (0 for what is new). */
export type Start<V> = { version: number; values: V };
type Draft<V> = Start<V> & { base: V };
type Answer = { ok: true } | { ok: false; values?: unknown };

/**
 * A form that loses nothing: its values survive a reload (useDraft), and a stale save shows both sides (mergeStale) instead of failing.
 * `save` is an action whose conflict carries `{ theirs, version }`.
 */
export function useStaleForm<V extends object, A extends Answer>(of: {
  key: string;
  start: Start<V>;
  save: (values: V, version: number) => Promise<A>;
  onSaved: (answer: Extract<A, { ok: true }>) => void;
}) {
  const start = { ...of.start, base: of.start.values };
  const draft = useDraft<Draft<V>>(of.key, start);
  const [theirs, setTheirs] = useState<Start<V>>();
  const { values, base } = draft.value;
  const stale = theirs && mergeStale(base, values, theirs.values);

  async function send(sent: Draft<V>, save = () => of.save(sent.values, sent.version)): Promise<void> {
    const answer = await save();
    if (answer.ok) {
      draft.forget(start);
      of.onSaved(answer as Extract<A, { ok: true }>);
    } else setTheirs(theirsOf(answer.values, base));
  }

  /** Goes on from their version with these values. */
  function settle(chosen: V): Draft<V> | undefined {
    if (!theirs) return;
    const next = { version: theirs.version, base: theirs.values, values: chosen };
    draft.set(next);
    setTheirs(undefined);
    return next;
  }

  return {
    values,
    restored: draft.restored,
    set: (change: Partial<V>) => draft.set((before) => ({ ...before, values: { ...before.values, ...change } })),
    discard: () => draft.forget(start),
    submit: () => send(draft.value),
    /** Submits by another way than `save`. */
    submitWith: (save: () => Promise<A>) => send(draft.value, save),
    conflict: stale && {
      lines: stale.lines as Disagreement<V>[],
      keepTheirs: () => {
        if (theirs) settle(theirs.values);
      },
      keepMine: () => {
        const next = settle(stale.kept);
        if (next) send(next);
      },
    },
  };
}

// Fields that their side does not name (the client's id) are those of the form.
function theirsOf<V extends object>(values: unknown, base: V): Start<V> | undefined {
  if (typeof values !== "object" || values === null || !("theirs" in values)) return undefined;
  const { theirs, version } = values as { theirs: Partial<V>; version: number };
  const known = Object.keys(base).filter((field) => field in theirs) as (keyof V)[];
  return { version, values: { ...base, ...Object.fromEntries(known.map((field) => [field, theirs[field]])) } };
}
