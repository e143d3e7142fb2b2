import { daysBetween } from "@/lib/domain/calendar-date";
import { type LifeStage, lifeStages } from "@/lib/domain/life-stage";
import { deviationOf, isBehind } from "@/lib/domain/plan-sum";
import type { BookFilter } from "../schema";
import { NONE } from "../schema";
import type { BookFigures } from "./figures";

/** From whom nothing need be feared to who is gone: the order in which stages are read. */
const stageOrder: readonly string[] = ["growing", "active", "new", "returned", "at-risk", "dormant", "lost"];

/** The ids that the filters of figures let pass; null when none of them is set. */
export function chosenByFigures(figures: ReadonlyMap<string, BookFigures>, filter: BookFilter): string[] | null {
  const { abc, stage, missed, overdue, behind } = filter;
  if (abc.length === 0 && stage.length === 0 && [missed, overdue, behind].every((flag) => flag !== "1")) return null;
  return [...figures].flatMap(([id, one]) => {
    const fits =
      (abc.length === 0 || (one.abc !== null && abc.includes(one.abc))) &&
      (stage.length === 0 || stage.includes(one.stage ?? NONE)) &&
      (missed !== "1" || one.missed) &&
      (overdue !== "1" || one.touch.overdue) &&
      (behind !== "1" || isBehind(one.plan.year));
    return fits ? [id] : [];
  });
}

/** Where a client stands in the order of a figure, the smallest first; null comes last either way. */
export function figureRank(one: BookFigures, sort: string): string | null {
  const rank = rankOf(one, sort);
  return rank === null ? null : String(rank);
}

function rankOf(one: BookFigures, sort: string): number | bigint | null {
  switch (sort) {
    case "touch":
      // A share of the cadence: fifteen days are long for a client of two weeks and nothing for one of a quarter.
      return one.touch.days === null ? null : one.touch.days / one.touch.cadence;
    case "year":
    case "month":
      return deviationOf(one.plan[sort]);
    case "turnover":
    case "class":
      return one.turnover;
    case "toDate":
      return one.toDate;
    case "growth":
      return typeof one.growth === "number" ? one.growth : null;
    case "rhythm":
      return one.rhythm?.medianGap ? one.rhythm.silentFor / one.rhythm.medianGap : null;
    case "stage":
      return one.stage === null ? null : stageOrder.indexOf(one.stage);
    case "contract":
      return one.contractEndsOn === null ? null : daysBetween("2000-01-01", one.contractEndsOn);
    default:
      return null;
  }
}

/** How many of the book stand in each stage and class, late or overdue: what the filters offer. */
export function countFigures(figures: ReadonlyMap<string, BookFigures>) {
  const all = [...figures.values()];
  const count = (fits: (one: BookFigures) => boolean) => all.filter(fits).length;
  return {
    missed: count(({ missed }) => missed),
    overdue: count(({ touch }) => touch.overdue),
    behind: count(({ plan }) => isBehind(plan.year)),
    stage: [...lifeStages, null].flatMap((stage): { value: LifeStage | typeof NONE; count: number }[] => {
      const n = count((one) => one.stage === stage);
      return n > 0 ? [{ value: stage ?? NONE, count: n }] : [];
    }),
    abc: (["A", "B", "C"] as const).flatMap((abc) => {
      const n = count((one) => one.abc === abc);
      return n > 0 ? [{ value: abc, count: n }] : [];
    }),
  };
}
