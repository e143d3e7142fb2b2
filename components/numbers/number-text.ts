import { useLocale, useTranslations } from "next-intl";
import { money, number, percent } from "@/lib/i18n/format";

type Value = { minor: string | null; currency: string | null; figure: string | null; content: string | null };
type Kind = { unit: "money" | "percent" | "days" | "pieces" | "text"; measure: string | null };

/** A key number as a person reads it: "1,2 млн ₽" (short) or "1 200 000,00 ₽", "7,5 %", "14 дней", "340 чел.". */
export function useNumberText(): (kind: Kind, value: Value, short?: boolean) => string {
  const locale = useLocale();
  const t = useTranslations("words.count");
  return ({ unit, measure }, { minor, currency, figure, content }, short = false) => {
    if (minor !== null) return money(BigInt(minor), currency ?? "", locale, { short });
    if (figure === null) return content ?? "";
    if (unit === "percent") return percent(Number(figure) / 100, locale, { digits: 4 });
    if (unit === "days") return t("days", { count: Number(figure) });
    return [number(Number(figure), locale, { digits: 4 }), measure].filter(Boolean).join("\u00a0");
  };
}
