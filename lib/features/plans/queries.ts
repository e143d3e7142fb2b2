import { query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { fiscalYearOf, monthsOfYear } from "@/lib/domain/fiscal-year";
import { comparePlanVersions, type PlanComparison } from "./queries/comparison";
import { listHolders, type PlanHolder } from "./queries/holders";
import { listPlans, type PlanRow } from "./queries/plan-list";
import { type PlanSheet, planSheet } from "./queries/plan-sheet";
import { type ShareRow, teamShares } from "./queries/team-shares";
import type { PlanFilter } from "./schema";

export type { PlanComparison, PlanHolder, PlanRow, PlanSheet, ShareRow };

export type PlanList = {
  year: number;
  currentYear: number;
  startsOn: string;
  plans: PlanRow[];
  /** People whose plan the caller may draw up, with the kinds that fit them. */
  holders: PlanHolder[];
  currency: string;
  may: { edit: boolean; approve: boolean; approveOwn: boolean };
  me: string;
  reach: "few" | "many" | "all";
};

/** Plans of a fiscal year: a KAM's own, a lead's people's and the own team's, everybody's where the whole company is in reach. */
export const loadPlans = query("client:read", async function loadPlans(scope, filter: PlanFilter): Promise<PlanList> {
  const currentYear = fiscalYearOf(scope.today, scope.company.fiscalStartMonth);
  const year = filter.year ?? currentYear;
  const startsOn = monthsOfYear(year, scope.company.fiscalStartMonth)[0] ?? "";
  const plans = await listPlans(scope, startsOn);
  const may = {
    edit: scope.can("plan:edit"),
    approve: scope.can("plan:approve"),
    approveOwn: scope.roles.includes("director"),
  };
  return {
    year,
    currentYear,
    startsOn,
    plans,
    holders: may.edit ? await listHolders(scope, startsOn) : [],
    currency: scope.company.currency,
    may,
    me: scope.member.id,
    reach: scope.reach,
  };
});

/** One version of a plan as a sheet: clients × months, or figures by period. */
export const loadPlan = query("client:read", async function loadPlan(scope, versionId: string): Promise<PlanSheet> {
  const sheet = await planSheet(scope, versionId);
  if (!sheet) throw new Refusal("not-found");
  return sheet;
});

/** What a team's or the company's figure means for each person, beside what their own plans add up to. */
export const loadPlanShares = query("client:read", async function loadPlanShares(scope, versionId: string): Promise<
  ShareRow[]
> {
  const shares = await teamShares(scope, versionId);
  if (!shares) throw new Refusal("not-found");
  return shares;
});

/** Two versions of one plan, cell by cell. */
export const loadPlanComparison = query(
  "client:read",
  async function loadPlanComparison(scope, versionId: string, withId: string): Promise<PlanComparison> {
    const comparison = await comparePlanVersions(scope, versionId, withId);
    if (!comparison) throw new Refusal("not-found");
    return comparison;
  },
);
