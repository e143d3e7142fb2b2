import { useLocale, useTranslations } from "next-intl";
import { type Growth, growthGap } from "@/lib/domain/growth";
import type { MinorUnits } from "@/lib/domain/money";
import { percent } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** What fell by a quarter and more asks for somebody. */
const FALLING = -0.25;

type Props = {
  growth: Growth;
  /** What is compared: a dash says why it is one. */
  of: { amount: MinorUnits; before: MinorUnits };
  title?: string;
};

/** "+8 %", "new", or a dash where nothing can be said. */
export function GrowthText(props: Props) {
  return <GrowthCell say={{ words: useTranslations("words"), locale: useLocale() }} {...props} />;
}

type Speaker = { words: ReturnType<typeof useTranslations<"words">>; locale: Locale };

/** The same, in a table that speaks for all its cells. */
export function GrowthCell({ say: { words, locale }, growth, of, title }: Props & { say: Speaker }) {
  if (growth === null) {
    const why = words(`growth.${growthGap(of.amount, of.before)}`);
    return (
      <span className="text-ink-3" title={why}>
        <span aria-hidden>{words("noValue")}</span>
        <span className="sr-only">{why}</span>
      </span>
    );
  }
  if (growth === "new")
    return (
      <span className="text-ink-3" title={title}>
        {words("growth.new")}
      </span>
    );
  return (
    <span title={title} className={growth <= FALLING ? "text-red" : undefined}>
      {percent(growth, locale, { sign: true })}
    </span>
  );
}
