"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { sumOf } from "@/lib/domain/money";
import { setFigures } from "@/lib/features/plans/actions";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { money, monthName } from "@/lib/i18n/format";
import { amountText, typedAmount } from "./amount-input";

/** A plan without clients: a figure for each month or quarter, or for the year. */
export default function FigureTable({ sheet, editable }: { sheet: PlanSheet; editable: boolean }) {
  const t = useTranslations("plans");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const { run, pending } = useAct(setFigures);
  const [texts, setTexts] = useState(() =>
    sheet.figures.map(({ amount }) => (amount === null ? "" : amountText(amount, sheet.currency, locale))),
  );
  const [wrong, setWrong] = useState<ReadonlySet<number>>(new Set());
  const amounts = texts.map((text) => typedAmount(text, sheet.currency, locale));
  const total = amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);
  const changed = sheet.figures.some(({ amount }, at) => amount !== (amounts[at] ?? null));
  const span = sheet.figures[0]?.months ?? 12;
  const last = (at: number) => sumOf(sheet.lastYear.slice(at * span, (at + 1) * span));
  const name = (at: number) => {
    if (span === 12) return t("fiscal", { year: String(sheet.year) });
    if (span === 3) return t("grid.quarter", { quarter: String(at + 1) });
    return monthName(Number(sheet.months[at]?.slice(5, 7)), locale);
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const bad = new Set(
      [...amounts.keys()].filter((at) => amounts[at] === null || amounts.every((one) => one === undefined)),
    );
    setWrong(bad);
    if (bad.size > 0) return;
    const result = await run({
      versionId: sheet.id,
      version: sheet.version,
      amounts: amounts.map((amount) => (amount == null ? null : String(amount))),
    });
    if (result.ok) toast.success(t("figures.saved"));
    else if (result.code === "conflict") toast.error(errors("changed-meanwhile"));
  }

  return (
    <form onSubmit={submit} className="max-w-[560px]">
      <div className="overflow-x-auto rounded-lg border border-line bg-sheet">
        <table className="w-full">
          <thead className="text-ink-3 text-xs">
            <tr className="border-line border-b [&>th]:h-8.5 [&>th]:px-3 [&>th]:font-medium">
              <th className="text-left">{t("figures.period")}</th>
              <th className="text-right">{t("figures.amount")}</th>
              <th className="text-right">{t("figures.lastYear")}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.figures.map(({ startsOn, amount }, at) => (
              <tr key={startsOn} className="border-hair border-b [&>:is(td,th)]:h-row [&>:is(td,th)]:px-3">
                <th scope="row" className="text-left font-normal">
                  {name(at)}
                </th>
                <td
                  className="num text-right"
                  title={amount === null ? undefined : money(amount, sheet.currency, locale)}
                >
                  {editable ? (
                    <Input
                      aria-label={name(at)}
                      aria-invalid={wrong.has(at)}
                      title={wrong.has(at) ? t("form.notAmount") : undefined}
                      inputMode="decimal"
                      className="ml-auto max-w-44 text-right"
                      value={texts[at] ?? ""}
                      onChange={(event) => setTexts((before) => before.with(at, event.target.value))}
                    />
                  ) : amount === null ? (
                    "—"
                  ) : (
                    money(amount, sheet.currency, locale, { short: true })
                  )}
                </td>
                <td className="num text-right text-ink-2" title={money(last(at), sheet.currency, locale)}>
                  {money(last(at), sheet.currency, locale, { short: true })}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-medium [&>:is(td,th)]:h-row [&>:is(td,th)]:px-3">
              <th scope="row" className="text-left">
                {t("figures.total")}
              </th>
              <td className="num text-right" title={money(total, sheet.currency, locale)}>
                {money(total, sheet.currency, locale, { short: true })}
              </td>
              <td className="num text-right">
                {money(sumOf(sheet.lastYear), sheet.currency, locale, { short: true })}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {editable && changed && (
        <Button type="submit" className="mt-2" pending={pending}>
          {t("figures.save")}
        </Button>
      )}
      {wrong.size > 0 && (
        <p role="alert" className="mt-1 text-red text-xs">
          {t("form.notAmount")}
        </p>
      )}
    </form>
  );
}
