"use client";

import { useLocale, useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { sumOf } from "@/lib/domain/money";
import { ratio } from "@/lib/domain/rounding";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { money, monthName, percent } from "@/lib/i18n/format";
import { EditedCell, GridCell } from "./grid-cell";
import { cellKey, columnOf } from "./grid-place";
import type { Drafts } from "./use-cells";

export type Editing = {
  place: string;
  text: string;
  onText: (text: string) => void;
  onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  onLeave: () => void;
};

/** A client's months with totals by quarter and year, last year and the deviation from it. */
export function GridRow(props: {
  sheet: PlanSheet;
  at: number;
  drafts: Drafts;
  active: string | null;
  chosen: ReadonlySet<string>;
  editing: Editing | null;
  kept: number;
}) {
  const { sheet, at, drafts, kept } = props;
  const t = useTranslations("plans");
  const locale = useLocale();
  const row = sheet.rows[at];
  if (!row) return null;
  const wished = row.cells.map((amount, month) => {
    const draft = drafts.get(cellKey(row.id, month));
    return draft && draft.state !== "bad" ? (draft.value ?? amount) : amount;
  });
  const short = (amount: bigint) => money(amount, sheet.currency, locale, { short: true, bare: true });
  const full = (amount: bigint) => money(amount, sheet.currency, locale);
  const cell = (month: number) => {
    const place = `${at}:${month}`;
    const draft = drafts.get(cellKey(row.id, month));
    const pinned = draft ? draft.state !== "bad" && draft.value !== null : row.pinned[month];
    const look = cn(
      `q${Math.floor(month / 3)}`,
      pinned && "pinned",
      month < kept && "kept",
      draft && (draft.state === "bad" ? "fault" : draft.state !== "saved" && "sent"),
      props.chosen.has(place) && "chosen",
      props.active === place && "active",
    );
    const id = `plan-cell-${at}-${month}`;
    const name = t("grid.cell", {
      client: row.name,
      month: monthName(Number(sheet.months[month]?.slice(5, 7)), locale),
    });
    if (props.editing?.place === place)
      return (
        <EditedCell
          key={month}
          id={id}
          column={columnOf(month)}
          look={look}
          label={name}
          value={props.editing.text}
          {...props.editing}
        />
      );
    const amount = wished[month] ?? 0n;
    const about = [full(amount), pinned && t("grid.pinned"), month < kept && t("grid.kept"), draft?.why];
    return (
      <GridCell
        key={month}
        id={id}
        place={place}
        column={columnOf(month)}
        text={draft?.state === "bad" ? draft.text || short(amount) : short(amount)}
        title={about.filter(Boolean).join(" · ")}
        look={look}
        readOnly={month < kept}
      />
    );
  };
  const total = sumOf(wished);
  const before = row.lastYear ? sumOf(row.lastYear) : null;
  const growth = before !== null && before > 0n ? ratio(total - before, before) : null;
  return (
    <tr aria-rowindex={at + 2}>
      <th scope="row" className="name" title={row.name}>
        <Link href={`/clients/${row.id}`} tabIndex={-1} className="hover:underline">
          {row.name}
        </Link>
        {row.moved && <span className="text-2xs text-ink-3"> · {t("grid.moved")}</span>}
      </th>
      <td className="wide sum font-medium" title={full(total)}>
        {short(total)}
      </td>
      <td className="wide text-ink-2" title={before === null ? undefined : full(before)}>
        {before === null ? "—" : short(before)}
      </td>
      <td className="wide" title={before === null ? undefined : full(total - before)}>
        {growth === null ? (before === null ? "—" : t("grid.new")) : percent(growth, locale, { sign: true })}
      </td>
      {[0, 1, 2, 3].map((quarter) => [
        ...[0, 1, 2].map((place) => cell(quarter * 3 + place)),
        <td
          key={`q${quarter}`}
          className={`sum q${quarter}`}
          title={full(sumOf(wished.slice(quarter * 3, quarter * 3 + 3)))}
        >
          {short(sumOf(wished.slice(quarter * 3, quarter * 3 + 3)))}
        </td>,
      ])}
    </tr>
  );
}
