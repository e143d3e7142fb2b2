import { POST as today } from "@/app/api/exports/today/route";
import { POST as dates } from "@/app/api/exports/today-dates/route";
import { POST as promises } from "@/app/api/exports/today-promises/route";
import { loadHome, loadToday } from "@/lib/features/today/queries";
import { probe } from "./probe";

export default [
  probe.query(loadToday, { args: () => [] }),
  probe.query(loadHome, { args: () => [] }),
  ...[today, dates, promises].map((list) => probe.exported(list, { query: () => ({}) })),
];
