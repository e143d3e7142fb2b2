import type { TodayReason } from "@/lib/domain/today";
import { list, shortDay } from "./format";
import { inSentence } from "./in-sentence";
import type { Locale } from "./locale";
import type { translator } from "./messages";

/** A reason to think of a client today, in a sentence. */
export function reasonSentence(
  reason: TodayReason,
  { t, locale, today }: { t: ReturnType<typeof translator<"today">>; locale: Locale; today: string },
): string {
  switch (reason.kind) {
    case "promise-ours":
      return t("reason.promiseOurs", { text: reason.text, late: reason.late });
    case "promise-theirs":
      return t("reason.promiseTheirs", { text: reason.text, late: reason.late });
    case "rhythm":
      return t("reason.rhythm", { days: reason.silentFor, usual: reason.usual });
    case "touch":
      return reason.days === null
        ? t("reason.touchNever", { late: reason.late })
        : t("reason.touch", { days: reason.days, cadence: reason.cadence });
    case "executive":
      return reason.days === null
        ? t("reason.executiveNever", { cadence: reason.cadence })
        : t("reason.executive", { days: reason.days, cadence: reason.cadence });
    case "person":
      return reason.days === null
        ? t("reason.personNever", { name: reason.name, cadence: reason.cadence })
        : t("reason.person", { name: reason.name, days: reason.days, cadence: reason.cadence });
    case "contract":
      return t("reason.contract", {
        number: reason.number,
        day: shortDay(reason.endsOn, locale, today),
        days: reason.daysAway,
      });
    case "birthday":
      return reason.daysAway === 0
        ? t("reason.birthdayToday", { name: reason.name })
        : t("reason.birthday", { name: reason.name, day: shortDay(reason.on, locale, today) });
    case "numbers":
      return t("reason.numbers", { names: list([...new Set(reason.names.map(inSentence))], locale) });
  }
}
