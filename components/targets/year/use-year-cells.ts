"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import { toast } from "@/components/ui/toast";
import { markOf, typedAmount, typedText } from "@/lib/domain/typed-amount";
import { saveTargets } from "@/lib/features/targets/actions";
import type { YearPage } from "@/lib/features/targets/queries/year";
import type { CellInput } from "@/lib/features/targets/schema";

/** Row and column of a cell, and what was typed into it. */
export type Typed = { row: number; place: number; text: string };
export const keyOf = (row: number, place: number) => `${row}:${place}`;

/** What stands in the cells of a year's targets, what is being typed, and the way back. */
export function useYearCells(page: YearPage) {
  const t = useTranslations("targets.year");
  const ui = useTranslations("ui");
  const mark = markOf(useLocale());
  const { run, pending } = useAct(saveTargets);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const done = useRef<CellInput[][]>([]);

  const standing = (row: number, place: number): string => {
    const one = page.rows[row];
    const cell = one?.cells[place];
    return one && cell?.from === "set" && cell.amount !== null ? typedText(cell.amount, one.digits, mark) : "";
  };

  function forget(typed: readonly Typed[]) {
    const keys = new Set(typed.map(({ row, place }) => keyOf(row, place)));
    setDrafts((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !keys.has(key))));
    setWrong((before) => new Set([...before].filter((key) => !keys.has(key))));
  }

  async function undo() {
    const before = done.current.pop();
    if (!before) return;
    const result = await run({ cells: before.map(({ version: _, ...cell }) => cell) });
    if (result.ok) toast.success(t("undone"));
    else done.current.push(before);
  }

  async function save(typed: readonly Typed[]) {
    const changed = typed.filter(({ row, place, text }) => text.trim() !== standing(row, place));
    forget(typed.filter((one) => !changed.includes(one)));
    const faulty = changed.filter(
      ({ row, text }) => text.trim() !== "" && typedAmount(text, page.rows[row]?.digits ?? 0, mark) === null,
    );
    if (faulty.length > 0) {
      setWrong((before) => new Set([...before, ...faulty.map(({ row, place }) => keyOf(row, place))]));
      return;
    }
    const cells = changed.flatMap(({ row, place, text }) => {
      const one = page.rows[row];
      const cell = one?.cells[place];
      if (!one || !cell) return [];
      const { startsOn, months, version } = cell;
      const { kind: subject, id: subjectId } = one.subject;
      return [{ subject, subjectId, measureId: one.measure.id, startsOn, months, amount: text.trim(), version }];
    });
    if (cells.length === 0) return;
    const result = await run({ cells });
    if (!result.ok) return;
    done.current.push((result.value as { before: CellInput[] }).before);
    forget(changed);
    toast.undo(t("saved", { count: cells.length }), ui("undo"), undo, { id: "year-targets" });
  }

  return {
    pending,
    standing,
    draft: (row: number, place: number) => drafts[keyOf(row, place)],
    isWrong: (row: number, place: number) => wrong.has(keyOf(row, place)),
    anyWrong: wrong.size > 0,
    type: ({ row, place, text }: Typed) => {
      setDrafts((before) => ({ ...before, [keyOf(row, place)]: text }));
      setWrong((before) => new Set([...before].filter((key) => key !== keyOf(row, place))));
    },
    save,
    revert: (row: number, place: number) => forget([{ row, place, text: "" }]),
    undo,
  };
}
