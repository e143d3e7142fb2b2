import type { Week } from "@/lib/domain/working-calendar";

const day = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];

/** Forty hours, Monday to Friday: of a company that has not said when it works. */
export const usualWeek: Week = [day, day, day, day, day, [], []];
