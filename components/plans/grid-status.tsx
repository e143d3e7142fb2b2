"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { money, monthName } from "@/lib/i18n/format";
import { cellKey } from "./grid-place";
import type { useCells } from "./use-cells";

/** What adds up to the figure: pinned, over, out of sight, and what the rule has split; and whatever could not be taken. */
export function GridStatus(props: {
  sheet: PlanSheet;
  cells: ReturnType<typeof useCells>;
  kept: number;
  editable: boolean;
}) {
  const { sheet, cells, kept } = props;
  const t = useTranslations("plans");
  const locale = useLocale();
  const short = (amount: bigint) => money(amount, sheet.currency, locale, { short: true });
  let pinned = 0n;
  let over = 0n;
  for (const row of sheet.rows)
    for (const [month, amount] of row.cells.entries()) {
      const draft = cells.drafts.get(cellKey(row.id, month));
      const wished = draft && draft.state !== "bad" ? draft.value : row.pinned[month] ? amount : null;
      if (month < kept) over += amount;
      else if (wished !== null) pinned += wished;
    }
  const left = sheet.figure - pinned - over - sheet.hidden;
  const parts = [
    t("status.figure", { sum: short(sheet.figure) }),
    pinned !== 0n && t("status.pinned", { sum: short(pinned) }),
    kept > 0 && t("status.over", { sum: short(over) }),
    sheet.hidden !== 0n && t("status.hidden", { sum: short(sheet.hidden) }),
  ].filter(Boolean);
  const label = (clientId: string, month: number) => {
    const name = sheet.rows.find(({ id }) => id === clientId)?.name ?? "";
    return t("grid.cell", { client: name, month: monthName(Number(sheet.months[month]?.slice(5, 7)), locale) });
  };
  const amount = (value: bigint | null) => (value === null ? t("grid.unpinned") : money(value, sheet.currency, locale));
  return (
    <>
      <p className="text-ink-2 text-xs" aria-live="polite">
        {parts.join(" · ")}
        {left !== 0n && (
          <span className={left < 0n ? "text-red" : undefined} title={money(left, sheet.currency, locale)}>
            {" · "}
            {left < 0n
              ? t("status.above", { sum: short(-left) })
              : left === sheet.figure
                ? t("status.all")
                : t("status.left", { sum: short(left) })}
          </span>
        )}
        {props.editable && <span className="hidden text-ink-3 lg:inline"> · {t("status.keys")}</span>}
      </p>
      {cells.message && cells.clash.length === 0 && (
        <div
          role="alert"
          className="flex flex-wrap items-center gap-3 rounded-md border border-red bg-red-soft px-3 py-1.5"
        >
          <span>{cells.message}</span>
          {cells.canSendAgain && (
            <Button size="sm" onClick={cells.sendAgain}>
              {t("grid.again")}
            </Button>
          )}
          <Button size="sm" variant="outline" onClick={cells.dropAll}>
            {t("grid.discard")}
          </Button>
        </div>
      )}
      {cells.clash.length > 0 && (
        <ConflictNotice
          lines={cells.clash.map(({ clientId, month, value, theirs }) => ({
            label: label(clientId, month),
            theirs: amount(theirs),
            mine: amount(value),
          }))}
          onKeepTheirs={cells.keepTheirs}
          onKeepMine={cells.keepMine}
        />
      )}
    </>
  );
}
