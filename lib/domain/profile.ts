import type { CalendarDate } from "./calendar-date";
import { freshnessOn } from "./freshness";

export const profileSections = [
  "processes",
  "seasonality",
  "decisions",
  "channels",
  "constraints",
  "logistics",
  "marketing",
  "finance",
] as const;

export const questionKinds = ["text", "choice", "number"] as const;

export type ProfileState = {
  asked: number;
  filled: number;
  /** Whole per cent, rounded down, so that 100 is said only when nothing is missing; null when nothing is asked. */
  percent: number | null;
  /** Answers that were confirmed longer ago than their half-life. */
  stale: number;
  /** The latest confirmation of any answer. */
  confirmedOn: CalendarDate | null;
};

type Asked = { halfLifeDays: number; confirmedOn: CalendarDate | null };

/** How far a client's questionnaire is filled (R7); `confirmedOn` is null for a question without an answer. */
export function profileState(questions: readonly Asked[], today: CalendarDate): ProfileState {
  const days = questions.flatMap(({ confirmedOn }) => confirmedOn ?? []);
  const stale = questions.filter(
    ({ confirmedOn, halfLifeDays }) => confirmedOn && freshnessOn(confirmedOn, halfLifeDays, today).state === "stale",
  );
  return {
    asked: questions.length,
    filled: days.length,
    percent: questions.length === 0 ? null : Math.floor((days.length * 100) / questions.length),
    stale: stale.length,
    confirmedOn: days.sort().at(-1) ?? null,
  };
}
