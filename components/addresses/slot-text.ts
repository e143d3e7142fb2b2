import { useTranslations } from "next-intl";
import type { DeliverySlot } from "@/lib/domain/delivery-slot";
import { slotText, weekdayText } from "@/lib/i18n/slot-text";

/** The short name of a day, 1 (Monday) to 7. */
export function useWeekday(): (day: number) => string {
  const t = useTranslations("addresses");
  return (day) => weekdayText(day, t);
}

/** "Mon–Fri 09:00–12:00, Sat 10:00–11:00". */
export function useSlotText(): (slots: readonly DeliverySlot[]) => string {
  const t = useTranslations("addresses");
  return (slots) => slotText(slots, t);
}
