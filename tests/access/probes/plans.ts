import { POST as plan } from "@/app/api/exports/plan/route";
import { POST as comparison } from "@/app/api/exports/plan-comparison/route";
import { POST as shares } from "@/app/api/exports/plan-shares/route";
import { POST as versions } from "@/app/api/exports/plan-versions/route";
import { POST as plans } from "@/app/api/exports/plans/route";
import {
  approvePlan,
  approvePlans,
  createPlan,
  dropDraft,
  pasteCells,
  pinCell,
  revisePlan,
  setFigure,
  setFigures,
  submitPlan,
  submitPlans,
  unpinCell,
  withdrawPlan,
} from "@/lib/features/plans/actions";
import { loadPlan, loadPlanComparison, loadPlanShares, loadPlans } from "@/lib/features/plans/queries";
import { probe } from "./probe";

const split = { basis: "last-year", growth: 11_000, profile: "client" } as const;

export default [
  probe.exported(plan, { query: (ids) => ({ plan: ids.planDraft }), refuses: { specialist: "not-found" } }),
  probe.exported(comparison, {
    query: (ids) => ({ plan: ids.planVersion, with: ids.planDraft }),
    refuses: { specialist: "not-found" },
  }),
  probe.exported(versions, {
    query: (ids) => ({ plan: ids.planDraft }),
    refuses: { specialist: "not-found" },
  }),
  probe.exported(shares, {
    query: (ids) => ({ plan: ids.planDraft }),
    refuses: { specialist: "not-found" },
  }),
  probe.exported(plans, { query: () => ({ year: "2026" }) }),
  probe.query(loadPlans, { args: () => [{ year: 2026 }] }),
  probe.query(loadPlan, { args: (ids) => [ids.planDraft], refuses: { specialist: "not-found" } }),
  probe.query(loadPlanShares, { args: (ids) => [ids.planDraft], refuses: { specialist: "not-found" } }),
  probe.query(loadPlanComparison, {
    args: (ids) => [ids.planVersion, ids.planDraft],
    refuses: { specialist: "not-found" },
  }),
  probe.action(createPlan, {
    input: (ids) => ({ kind: "book", memberId: ids.member, year: 2027, figure: "100", by: "quarter", ...split }),
    refuses: { kam: "not-found" },
  }),
  probe.action(setFigure, {
    input: (ids) => ({ versionId: ids.planDraft, version: 1, figure: "2000", ...split }),
  }),
  probe.action(pinCell, {
    input: (ids) => ({ versionId: ids.planDraft, clientId: ids.client, month: 0, value: "1000", seen: null }),
  }),
  probe.action(unpinCell, {
    input: (ids) => ({ versionId: ids.planDraft, clientId: ids.client, month: 0, seen: null }),
  }),
  probe.action(pasteCells, {
    input: (ids) => ({
      versionId: ids.planDraft,
      cells: [{ clientId: ids.client, month: 0, value: "1000", seen: null }],
    }),
  }),
  probe.action(setFigures, {
    input: (ids) => ({ versionId: ids.planDraft, version: 1, amounts: ["1", "2", "3", "4"] }),
    refuses: { admin: "plan-both", director: "plan-both", lead: "plan-both", kam: "plan-both" },
  }),
  probe.action(submitPlan, { input: (ids) => ({ versionId: ids.planDraft, version: 1 }) }),
  probe.action(submitPlans, {
    input: (ids) => ({ plans: [{ versionId: ids.planDraft, version: 1 }] }),
  }),
  probe.action(approvePlans, {
    input: (ids) => ({ plans: [{ versionId: ids.planSubmitted, version: 1 }] }),
  }),
  probe.action(withdrawPlan, { input: (ids) => ({ versionId: ids.planSubmitted, version: 1 }) }),
  probe.action(approvePlan, { input: (ids) => ({ versionId: ids.planSubmitted, version: 1 }) }),
  probe.action(revisePlan, {
    input: (ids) => ({ versionId: ids.planVersion, reason: "Another year" }),
    refuses: {
      admin: "plan-draft-there",
      director: "plan-draft-there",
      lead: "plan-draft-there",
      kam: "plan-draft-there",
    },
  }),
  probe.action(dropDraft, { input: (ids) => ({ versionId: ids.planDraft, version: 1 }) }),
];
