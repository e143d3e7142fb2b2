import { type DeliverySlot, dayRuns } from "@/lib/domain/delivery-slot";
import type { translator } from "./messages";

type Words = ReturnType<typeof translator<"addresses">>;

const names = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;

/** The short name of a day, 1 (Monday) to 7. */
export const weekdayText = (day: number, t: Words) => t(`weekday.${names[day - 1] ?? "d1"}`);

/** "Mon–Fri 09:00–12:00, Sat 10:00–11:00". */
export function slotText(slots: readonly DeliverySlot[], t: Words): string {
  const days = (slot: DeliverySlot) =>
    dayRuns(slot.days)
      .map(([first, last]) =>
        first === last ? weekdayText(first, t) : `${weekdayText(first, t)}–${weekdayText(last, t)}`,
      )
      .join(", ");
  return slots.map((slot) => t("hours", { days: days(slot), from: slot.from, to: slot.to })).join("; ");
}
