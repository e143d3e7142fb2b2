import { useLocale, useTranslations } from "next-intl";
import { money } from "@/lib/i18n/format";

/** Ways to write an amount of the screen's currency: short for a column, in full for a title. */
export function useSums(currency: string) {
  const locale = useLocale();
  return {
    short: (amount: bigint) => money(amount, currency, locale, { short: true, bare: true }),
    named: (amount: bigint) => money(amount, currency, locale, { short: true }),
    signed: (amount: bigint) => money(amount, currency, locale, { short: true, bare: true, sign: true }),
    full: (amount: bigint) => money(amount, currency, locale),
  };
}

/** A sum in few letters with all of it on hover; a dash where there is none. */
export function Amount({ amount, currency, sign }: { amount: bigint | null; currency: string; sign?: boolean }) {
  const { short, signed, full } = useSums(currency);
  const words = useTranslations("words");
  if (amount === null) return <span className="text-ink-3">{words("noValue")}</span>;
  return <span title={full(amount)}>{sign ? signed(amount) : short(amount)}</span>;
}
