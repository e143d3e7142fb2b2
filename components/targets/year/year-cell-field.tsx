"use client";

import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { YearCell } from "@/lib/features/targets/queries/year";

type Props = {
  cell: YearCell;
  text: (value: bigint, brief: boolean) => string;
  label: string;
  place: string;
  edits: boolean;
  typed: string | undefined;
  standing: string;
  wrong: boolean;
  onType: (text: string) => void;
  onLeave: (text: string) => void;
  onKey: (event: KeyboardEvent<HTMLInputElement>, text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
};

/** One target. What is set for just this stretch stands in the field; what others make of it stands behind, in grey. */
export function YearCellField(props: Props) {
  const { cell, text, label, typed, standing } = props;
  const t = useTranslations("targets.year");
  const words = useTranslations("targets");
  const [inside, setInside] = useState(false);
  const brief = cell.amount === null ? "" : text(cell.amount, true);
  const from = cell.from ? words(`from.${cell.from}`) : t("nothing");
  const title = cell.amount === null ? from : `${text(cell.amount, false)} · ${from}`;
  const set = cell.from === "set";
  const look = cn(
    "num whitespace-nowrap px-1.5 text-right",
    cell.months > 1 && "border-hair border-l bg-paper",
    !set && "text-ink-3",
  );
  if (!props.edits)
    return (
      <td className={look} title={title}>
        {brief || words("noFact")}
      </td>
    );
  const own = inside || typed !== undefined ? (typed ?? standing) : set ? brief : "";
  return (
    <td className={cn(look, "p-0")} title={title}>
      <input
        data-cell={props.place}
        aria-label={set || cell.amount === null ? label : `${label}: ${brief}, ${from}`}
        aria-invalid={props.wrong || undefined}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        value={own}
        placeholder={set ? undefined : brief || words("noFact")}
        className={cn(
          "num h-9 w-full min-w-[78px] bg-transparent px-1.5 text-right outline-offset-[-2px] placeholder:text-ink-3 hover:bg-[var(--hover)] focus:bg-sheet focus:outline-2 focus:outline-green",
          props.wrong && "bg-red-soft text-red",
        )}
        onFocus={(event) => {
          setInside(true);
          const field = event.currentTarget;
          requestAnimationFrame(() => field.select());
        }}
        onChange={(event) => props.onType(event.target.value)}
        onKeyDown={(event) => props.onKey(event, typed ?? standing)}
        onPaste={props.onPaste}
        onBlur={() => {
          setInside(false);
          if (typed !== undefined) props.onLeave(typed);
        }}
      />
    </td>
  );
}
