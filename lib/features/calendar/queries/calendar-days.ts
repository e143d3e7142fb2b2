import { addDays, type CalendarDate, weekday } from "@/lib/domain/calendar-date";
import type { ClosedPeriod } from "@/lib/domain/workdays";
import { type WorkingCalendar, workingMinutes } from "@/lib/domain/working-calendar";
import type { OwnDay } from "../queries";

/** usual and weekend: as the week says; the others are marked, by the country's holidays or by the company (`own`). */
export type DayState = "usual" | "weekend" | "off" | "short" | "working";

export type CalendarDay = {
  day: CalendarDate;
  state: DayState;
  minutes: number;
  own: { id: string; version: number; minutes: number | null } | null;
};

/** Each day of a stretch as the screen shows it. */
export function calendarDays(calendar: WorkingCalendar, { startsOn, endsOn }: ClosedPeriod, own: readonly OwnDay[]) {
  const marked = new Map(own.map(({ day, id, version, minutes }) => [day, { id, version, minutes }]));
  const days: CalendarDay[] = [];
  for (let day = startsOn; day < endsOn; day = addDays(day, 1)) {
    const usually = (calendar.week[weekday(day) - 1] ?? []).length > 0 ? "usual" : "weekend";
    const kind = calendar.overrides.get(day)?.kind;
    // A holiday on a weekend is a weekend like any other, unless the company says so itself.
    const state = kind === "off" && usually === "weekend" && !marked.has(day) ? "weekend" : (kind ?? usually);
    days.push({ day, state, minutes: workingMinutes(calendar, day), own: marked.get(day) ?? null });
  }
  return days;
}
