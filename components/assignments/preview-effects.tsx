"use client";

import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Effects } from "@/lib/features/assignments/queries/effects";
import type { TransferPreview } from "@/lib/features/assignments/queries/preview";
import { day, list, money } from "@/lib/i18n/format";
import { periodWords } from "@/lib/i18n/pay-words";

const cell = "px-2.5 py-1.5 align-baseline font-normal";

/** What the order moves of figures: whose sales and plan become whose, and which closed slips get an adjustment in the next one. */
export function PreviewEffects({
  effects,
  on,
  when,
}: { effects: Effects; on: string } & Pick<TransferPreview, "when">) {
  const t = useTranslations("assignments.effects");
  const words = useTranslations("words");
  const locale = useLocale();
  const { moved, adjusted, currency } = effects;
  if (moved.length === 0) return null;
  const past = when === "back-dated" || moved.some(({ sales }) => sales !== 0n);
  const planned = moved.some(({ plan }) => plan !== 0n);
  const date = day(on, locale);
  const amount = (value: bigint) => (value === 0n ? "—" : money(value, currency, locale));
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium">{t("title")}</p>
      <div className="overflow-hidden rounded-lg border border-line">
        <table className="w-full text-left" aria-label={t("title")}>
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs">
              <th className={cell}>{t("between")}</th>
              {past && <th className={`${cell} text-right`}>{t("sales", { date })}</th>}
              {planned && <th className={`${cell} text-right`}>{t("plan", { date })}</th>}
            </tr>
          </thead>
          <tbody>
            {moved.map(({ from, to, sales, plan }) => (
              <tr key={`${from?.id} ${to?.id}`} className="border-hair border-b last:border-b-0">
                <th scope="row" className={cell}>
                  <span className="whitespace-nowrap">
                    {from?.name ?? words("unassigned")}{" "}
                    <ArrowRight aria-label={t("to")} size={13} className="inline text-ink-3" />
                  </span>{" "}
                  <span className="whitespace-nowrap">{to?.name ?? words("unassigned")}</span>
                </th>
                {past && <td className={`${cell} num text-right`}>{amount(sales)}</td>}
                {planned && <td className={`${cell} num text-right`}>{amount(plan)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {adjusted.length > 0 && (
        <div className="text-ink-2">
          <p>{t("slips")}</p>
          <ul className="mt-0.5 list-disc pl-4.5 marker:text-ink-3">
            {adjusted.map(({ id, name, slips }) => (
              <li key={id}>
                {name}:{" "}
                {list(
                  slips.map((slip) => periodWords(slip, locale)),
                  locale,
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
