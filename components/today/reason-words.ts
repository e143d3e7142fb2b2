import { useLocale, useTranslations } from "next-intl";
import type { TodayReason } from "@/lib/domain/today";
import { list, shortDay } from "@/lib/i18n/format";
import { inSentence } from "@/lib/i18n/in-sentence";

/** A reason in a sentence. */
export function useReasonSentence(today: string): (reason: TodayReason) => string {
  const t = useTranslations("today.reason");
  const locale = useLocale();
  return (reason) => {
    switch (reason.kind) {
      case "promise-ours":
        return t("promiseOurs", { text: reason.text, late: reason.late });
      case "promise-theirs":
        return t("promiseTheirs", { text: reason.text, late: reason.late });
      case "rhythm":
        return t("rhythm", { days: reason.silentFor, usual: reason.usual });
      case "touch":
        return reason.days === null
          ? t("touchNever", { late: reason.late })
          : t("touch", { days: reason.days, cadence: reason.cadence });
      case "executive":
        return reason.days === null
          ? t("executiveNever", { cadence: reason.cadence })
          : t("executive", { days: reason.days, cadence: reason.cadence });
      case "person":
        return reason.days === null
          ? t("personNever", { name: reason.name, cadence: reason.cadence })
          : t("person", { name: reason.name, days: reason.days, cadence: reason.cadence });
      case "contract":
        return t("contract", {
          number: reason.number,
          day: shortDay(reason.endsOn, locale, today),
          days: reason.daysAway,
        });
      case "birthday":
        return reason.daysAway === 0
          ? t("birthdayToday", { name: reason.name })
          : t("birthday", { name: reason.name, day: shortDay(reason.on, locale, today) });
      case "numbers":
        return t("numbers", { names: list([...new Set(reason.names.map(inSentence))], locale) });
    }
  };
}
