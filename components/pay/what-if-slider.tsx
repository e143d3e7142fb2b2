"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { slipOf } from "@/lib/domain/pay/slip";
import { slipIfSold } from "@/lib/domain/pay/what-if";
import type { WhatIf } from "@/lib/features/pay/queries";
import { money } from "@/lib/i18n/format";
import { readWhatIf } from "./read-what-if";

const STEPS = 200;

/** "What if I sell …": the slip's own function in the browser, from nothing to twice the plan. */
export function WhatIfSlider({ whatIf, currency }: { whatIf: WhatIf; currency: string }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const id = useId();
  const { terms, facts } = useMemo(() => readWhatIf(whatIf), [whatIf]);
  const now = BigInt(whatIf.revenue);
  const whole = BigInt(whatIf.quota ?? whatIf.revenue);
  const top = whole * 2n > now * 2n ? whole * 2n : now * 2n;
  const end = top > 0n ? top : 100_000_000n;
  const [step, setStep] = useState<number>();
  const revenue = step === undefined ? now : (end * BigInt(step)) / BigInt(STEPS);
  const payout = slipIfSold(terms, facts, revenue).payout;
  const today = slipOf(terms, facts).payout;
  const sold = money(revenue, currency, locale, { short: true });
  return (
    <div className="mt-3 border-hair border-t pt-3">
      <label htmlFor={id} className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-ink-2">{t("whatIf.title")}</span>
        <span className="num font-medium">{sold}</span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        value={step ?? Number((now * BigInt(STEPS)) / end)}
        aria-valuetext={`${t("whatIf.label")}: ${sold}. ${t("whatIf.result", { payout: money(payout, currency, locale) })}`}
        onChange={(event) => setStep(Number(event.target.value))}
        className="mt-1.5 h-6 w-full accent-green"
      />
      <output htmlFor={id} className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">
          {t("whatIf.result", { payout: money(payout, currency, locale, { short: true }) })}
        </span>
        <span className="text-ink-3 text-xs">
          {t("whatIf.more", { difference: money(payout - today, currency, locale, { short: true, sign: true }) })}
        </span>
      </output>
    </div>
  );
}
