import { addDays, addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import type { Story, Words } from "./words";

const slot = /\{(month|month_gen|month_loc|day)([+-]\d+)\}/g;

/**
 * A story told on some day: "{month+1}" is the next month, "{month_gen+1}" and "{month_loc+1}" its other cases, "{day+12}" the day twelve days from
 * that one, so that whoever opens the demo in another season reads of the months around today.
 */
export function dated(story: Story, today: CalendarDate, words: Words): Story {
  const month = (on: CalendarDate) => words.months[Number(on.slice(5, 7)) - 1] ?? "";
  const said = (text: string) =>
    text.replaceAll(slot, (_, what: string, by: string) => {
      if (what === "day") return words.dayOf(addDays(today, Number(by)));
      const name = month(addMonths(`${today.slice(0, 7)}-01`, Number(by)));
      return what === "month" ? name : (words.monthForms(name)[what] ?? name);
    });
  return JSON.parse(JSON.stringify(story), (_, value) => (typeof value === "string" ? said(value) : value));
}
