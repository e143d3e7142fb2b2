"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAct, useErrorText } from "@/components/ui/act";
import { pasteCells, pinCell, unpinCell } from "@/lib/features/plans/actions";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { money } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { cellKey } from "./grid-place";

/** A wish for a cell: `value` null gives it back to the split. */
export type Wish = { clientId: string; month: number; value: bigint | null };
/** sent: on its way; saved: accepted, and shown until the sheet says so itself; bad: what was typed cannot be taken, `why` says it; waits: the rest of its block has to be mended first. */
export type Draft = {
  text: string;
  value: bigint | null;
  state: "sent" | "saved" | "bad" | "waits";
  why: string | null;
  /** Of what was sent: its answer says nothing of what was typed into the same cell since. */
  turn?: number;
};
export type Drafts = ReadonlyMap<string, Draft>;
/** The same cell, pinned otherwise by somebody else since it was seen. */
export type Clash = Wish & { theirs: bigint | null };
type Seen = ReadonlyMap<string, bigint | null>;

/**
 * Writes cells one after the other, shows them before they are saved, and keeps what was refused where it was typed. Undo is the opposite wish
 * through the same doors.
 */
export function useCells(sheet: PlanSheet, locale: Locale) {
  const t = useTranslations("plans");
  const errors = useErrorText();
  const [pin, unpin, paste] = [useAct(pinCell), useAct(unpinCell), useAct(pasteCells)];
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [clash, setClash] = useState<Clash[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const undone = useRef<Wish[][]>([]);
  const turns = useRef(0);
  const latest = useRef(sheet);
  /** Pins that were answered since the sheet was read. */
  const known = useRef(new Map<string, bigint | null>());
  if (latest.current !== sheet) {
    latest.current = sheet;
    known.current = new Map();
  }

  // The sheet itself is the sign that it was read anew.
  useEffect(() => {
    const saved = (drafts: Drafts) => [...drafts].filter(([, { state }]) => state !== "saved");
    if (sheet) setDrafts((before) => new Map(saved(before)));
  }, [sheet]);

  function pinOf(clientId: string, month: number): bigint | null {
    const told = known.current.get(cellKey(clientId, month));
    if (told !== undefined) return told;
    const row = latest.current.rows.find(({ id }) => id === clientId);
    return row?.pinned[month] ? (row.cells[month] ?? null) : null;
  }

  /** As it will stand once everything that was sent has been answered: the sheet is read anew a little later. */
  function isPinned({ clientId, month }: Pick<Wish, "clientId" | "month">): boolean {
    const draft = drafts.get(cellKey(clientId, month));
    if (draft?.state === "sent" || draft?.state === "saved") return draft.value !== null;
    return pinOf(clientId, month) !== null;
  }

  function change(edit: (next: Map<string, Draft>) => void): void {
    setDrafts((before) => {
      const next = new Map(before);
      edit(next);
      return next;
    });
  }
  const text = (draft: Draft | undefined) => draft?.text ?? "";
  function begin(wishes: readonly Wish[]): number {
    const turn = ++turns.current;
    change((next) => {
      for (const { clientId, month, value } of wishes) {
        const key = cellKey(clientId, month);
        next.set(key, { text: text(next.get(key)), value, state: "sent", why: null, turn });
      }
    });
    return turn;
  }
  const answer = (wishes: readonly Wish[], turn: number, state: Draft["state"], why: string | null) =>
    change((next) => {
      for (const { clientId, month, value } of wishes) {
        const key = cellKey(clientId, month);
        const stands = next.get(key);
        if (!stands || stands.turn === turn) next.set(key, { text: text(stands), value, state, why });
      }
    });
  const forget = (wishes: readonly Pick<Wish, "clientId" | "month">[]) =>
    change((next) => {
      for (const { clientId, month } of wishes) next.delete(cellKey(clientId, month));
    });

  async function write(wishes: readonly Wish[], turn: number, seen: Seen, keep: boolean) {
    const cells = wishes.map(({ clientId, month, value }) => {
      const stood = seen.get(cellKey(clientId, month));
      const before = stood === undefined ? pinOf(clientId, month) : stood;
      return { clientId, month, value: textOf(value), seen: textOf(before), before };
    });
    const result = await send(cells.map(({ before: _, ...cell }) => cell));
    if (result.ok) {
      if (keep) undone.current.push(cells.map(({ clientId, month, before }) => ({ clientId, month, value: before })));
      for (const { clientId, month, value } of wishes) known.current.set(cellKey(clientId, month), value);
      setMessage(null);
      answer(wishes, turn, "saved", null);
      return;
    }
    const why = reason(result);
    if (result.code === "conflict") setClash(clashes(wishes, result.values));
    setMessage(why);
    answer(wishes, turn, wishes.length > 1 ? "waits" : "bad", why);
  }

  type Sent = { clientId: string; month: number; value: string | null; seen: string | null };
  function send(cells: readonly Sent[]) {
    const versionId = latest.current.id;
    const [one] = cells;
    if (cells.length > 1 || !one) return paste.run({ versionId, cells });
    const { value, ...where } = one;
    return value === null ? unpin.run({ versionId, ...where }) : pin.run({ versionId, value, ...where });
  }

  function reason(result: { code: string; fields?: Record<string, string>; values?: unknown }): string {
    const excess = excessOf(result.values);
    if (excess === null) return errors(result.fields?.cells ?? result.code);
    const size = money(excess < 0n ? -excess : excess, sheet.currency, locale);
    return t(excess > 0n ? "grid.exceeds" : "grid.short", { size });
  }

  function queued(wishes: readonly Wish[], seen: Seen = new Map()): void {
    const turn = begin(wishes);
    const next = () => write(wishes, turn, seen, true);
    queue.current = queue.current.then(next, next);
  }

  const waiting = () =>
    [...drafts].filter(([, { state }]) => state === "waits").map(([key, { value }]) => wishOf(key, value));
  return {
    drafts,
    clash,
    message,
    isPinned,
    /** One cell as it was typed. Once the last bad cell of a block is mended, the whole block goes. */
    type(wish: Wish, text: string, fault: string | null) {
      const key = cellKey(wish.clientId, wish.month);
      const rest = waiting().filter(({ clientId, month }) => cellKey(clientId, month) !== key);
      const isBad = [...drafts].some(([other, { state }]) => state === "bad" && other !== key);
      const stays: Draft = { text, value: wish.value, state: fault ? "bad" : "waits", why: fault };
      if (fault || (isBad && rest.length > 0)) change((next) => next.set(key, stays));
      else queued([wish, ...rest]);
    },
    send: (wishes: readonly Wish[]) => queued(wishes),
    /** A block of which some cells cannot be taken: nothing is sent, nothing is lost. */
    hold(cells: readonly (Wish & Draft)[], why: string) {
      change((next) => {
        for (const { clientId, month, ...draft } of cells) next.set(cellKey(clientId, month), draft);
      });
      setMessage(why);
    },
    sendAgain: () => queued(waiting()),
    canSendAgain: waiting().length > 0 && ![...drafts.values()].some(({ state }) => state === "bad"),
    drop: forget,
    dropAll() {
      change((next) => next.clear());
      setMessage(null);
      setClash([]);
    },
    keepTheirs() {
      forget(clash);
      setClash([]);
      setMessage(null);
    },
    keepMine() {
      const wishes = [...clash, ...waiting().filter((one) => !clash.some((other) => sameCell(one, other)))];
      setClash([]);
      queued(wishes, new Map(clash.map(({ clientId, month, theirs }) => [cellKey(clientId, month), theirs])));
    },
    /** Takes back the last change, even one that is still on its way: it is known only when that has been answered. */
    undo() {
      const next = async () => {
        const wishes = undone.current.pop();
        if (!wishes) return;
        await write(wishes, begin(wishes), new Map(), false);
      };
      queue.current = queue.current.then(next, next);
    },
  };
}

const textOf = (value: bigint | null) => (value === null ? null : String(value));
const sameCell = (a: Wish, b: Wish) => a.clientId === b.clientId && a.month === b.month;

function wishOf(key: string, value: bigint | null): Wish {
  const [clientId = "", month] = key.split(":");
  return { clientId, month: Number(month), value };
}

function excessOf(values: unknown): bigint | null {
  if (typeof values !== "object" || values === null || !("excess" in values)) return null;
  return BigInt(String(values.excess));
}

function clashes(wishes: readonly Wish[], values: unknown): Clash[] {
  const theirs = typeof values === "object" && values !== null && "theirs" in values ? values.theirs : [];
  return (Array.isArray(theirs) ? theirs : []).flatMap(
    (one: { clientId: string; month: number; value: string | null }) => {
      const mine = wishes.find(({ clientId, month }) => clientId === one.clientId && month === one.month);
      return mine ? [{ ...mine, theirs: one.value === null ? null : BigInt(one.value) }] : [];
    },
  );
}
