import { useTranslations } from "next-intl";
import { type DeliverySlot, dayRuns } from "@/lib/domain/delivery-slot";

const names = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;

/** The short name of a day, 1 (Monday) to 7. */
export function useWeekday(): (day: number) => string {
  const t = useTranslations("addresses.weekday");
  return (day) => t(names[day - 1] ?? "d1");
}

/** "Mon–Fri 09:00–12:00, Sat 10:00–11:00". */
export function useSlotText(): (slots: readonly DeliverySlot[]) => string {
  const t = useTranslations("addresses");
  const weekday = useWeekday();
  const days = (slot: DeliverySlot) =>
    dayRuns(slot.days)
      .map(([first, last]) => (first === last ? weekday(first) : `${weekday(first)}–${weekday(last)}`))
      .join(", ");
  return (slots) => slots.map((slot) => t("hours", { days: days(slot), from: slot.from, to: slot.to })).join("; ");
}
