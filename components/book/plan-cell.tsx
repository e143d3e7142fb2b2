"use client";

import { PlanBullet } from "@/components/charts/plan-bullet";
import { deviationOf, isFarBehind, type PlanSum } from "@/lib/domain/plan-sum";
import { ratio } from "@/lib/domain/rounding";
import { money, percent } from "@/lib/i18n/format";
import type { BookWords } from "./book-words";

type Props = { say: BookWords; sum: PlanSum; forecast?: bigint | null; currency: string; width: number; gap?: boolean };

/** The mark with its words: "84 % −1.2M". Without a plan, what was sold. */
export function PlanCell({ say, sum, forecast, currency, width, gap = false }: Props) {
  const { t, words, locale } = say;
  const { fact, plan, toDate } = sum;
  const named = (amount: bigint) => money(amount, currency, locale, { short: true });
  const short = (amount: bigint) => money(amount, currency, locale, { short: true, bare: true });
  if (plan === null)
    return (
      <span className="text-ink-3" title={t("plan.none", { fact: named(fact) })}>
        {short(fact)}
        {gap && <span className="ml-1.5 text-xs">{t("plan.noPlan")}</span>}
      </span>
    );
  const told = { fact: named(fact), plan: named(plan), toDate: named(toDate ?? 0n) };
  const label =
    forecast === undefined
      ? t("plan.labelSum", told)
      : t("plan.label", { ...told, forecast: forecast === null ? words("noValue") : named(forecast) });
  const share = plan > 0n ? ratio(fact, plan) : null;
  const deviation = deviationOf(sum);
  return (
    <span className="whitespace-nowrap" title={label}>
      <PlanBullet fact={fact} plan={plan} toDate={toDate} forecast={forecast} label={label} width={width} />
      <span className="inline-block w-11 text-right tabular-nums">
        {share === null ? words("noValue") : percent(share, locale)}
      </span>
      {gap && deviation !== null && (
        <span className={`inline-block w-18 text-right tabular-nums ${isFarBehind(sum) ? "text-red" : "text-ink-2"}`}>
          {money(deviation, currency, locale, { short: true, bare: true, sign: true })}
        </span>
      )}
    </span>
  );
}
