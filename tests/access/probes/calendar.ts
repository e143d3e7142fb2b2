import { markDay, resetDay, saveCalendar } from "@/lib/features/calendar/actions";
import { loadCalendar } from "@/lib/features/calendar/queries";
import { probe } from "./probe";

const day = "9-13, 14-18";

export default [
  probe.query(loadCalendar, { args: () => [{ year: 2026 }] }),
  probe.action(saveCalendar, {
    input: () => ({ country: "RU", zone: "Asia/Omsk", week: [day, day, day, day, day, "", ""], version: 0 }),
  }),
  probe.action(markDay, { input: () => ({ day: "2026-03-17", kind: "short", minutes: 300, version: 0 }) }),
  probe.action(resetDay, { input: (ids) => ({ id: ids.calendarDay, version: 1 }) }),
];
