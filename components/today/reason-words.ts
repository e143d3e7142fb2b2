import { useLocale, useTranslations } from "next-intl";
import type { TodayReason } from "@/lib/domain/today";
import { reasonSentence } from "@/lib/i18n/reason-words";

/** A reason in a sentence. */
export function useReasonSentence(today: string): (reason: TodayReason) => string {
  const t = useTranslations("today");
  const locale = useLocale();
  return (reason) => reasonSentence(reason, { t, locale, today });
}
