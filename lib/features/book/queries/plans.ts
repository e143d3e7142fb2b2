import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addMonths, monthStart } from "@/lib/domain/calendar-date";
import { fiscalYearOf, monthsOfYear } from "@/lib/domain/fiscal-year";
import { addPlans, type PlanSum } from "@/lib/domain/plan-sum";
import { partDue } from "@/lib/domain/plan-to-date";
import { passedAndLeft } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";

/** How one client, or all listed together, stand in the fiscal year and in the month that run. */
export type BookPlan = { year: PlanSum; month: PlanSum };

/** The fiscal year [from, to) that runs, by first days, and what of its running month is over. */
export type BookYear = {
  fiscalYear: number;
  startMonth: number;
  from: string;
  to: string;
  runs: string;
  days: { passed: number; total: number };
};

export function bookYear({ today, company }: Scope, calendar: WorkingCalendar): BookYear {
  const { fiscalStartMonth: startMonth } = company;
  const fiscalYear = fiscalYearOf(today, startMonth);
  const from = monthsOfYear(fiscalYear, startMonth)[0] ?? monthStart(today);
  const runs = monthStart(today);
  const { passed, total } = passedAndLeft(calendar, { startsOn: runs, endsOn: addMonths(runs, 1) }, today);
  return { fiscalYear, startMonth, from, to: addMonths(from, 12), runs, days: { passed, total } };
}

const big = z.string().transform(BigInt);

/** What the statement of the figures says of a client's plan: closedPlan is that of the months that are over. */
export const plannedFact = {
  yearFact: big,
  monthFact: big,
  yearPlan: big.nullable(),
  closedPlan: big.nullable(),
  monthPlan: big.nullable(),
};

type Planned = Record<"yearFact" | "monthFact", bigint> &
  Record<"yearPlan" | "closedPlan" | "monthPlan", bigint | null>;

/** Due is what lib/domain/plan-to-date says: the plans of the closed months, and of the running one the part by its working days. */
export function bookPlanOf(of: Planned, { days }: BookYear): BookPlan {
  const part = of.monthPlan === null ? null : partDue(of.monthPlan, days);
  return {
    year: {
      fact: of.yearFact,
      plan: of.yearPlan,
      toDate: of.closedPlan === null ? null : of.closedPlan + (part ?? 0n),
    },
    month: { fact: of.monthFact, plan: of.monthPlan, toDate: part },
  };
}

/** Several clients together. */
export function standingOf(clients: Iterable<{ plan: BookPlan }>): BookPlan {
  const plans = [...clients].map(({ plan }) => plan);
  return { year: addPlans(plans.map(({ year }) => year)), month: addPlans(plans.map(({ month }) => month)) };
}
