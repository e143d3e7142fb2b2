import { POST as exportPay } from "@/app/api/exports/pay/route";
import { POST as exportHistory } from "@/app/api/exports/pay-history/route";
import { POST as exportHolders } from "@/app/api/exports/pay-holders/route";
import { POST as exportLoss } from "@/app/api/exports/pay-loss/route";
import { POST as exportPlans } from "@/app/api/exports/pay-plans/route";
import { POST as exportSimulation } from "@/app/api/exports/simulation/route";
import { POST as exportSlip } from "@/app/api/exports/slip/route";
import {
  activatePayPlan,
  approveSlips,
  archivePayPlan,
  assignPayPlan,
  closeSlips,
  discardPayDraft,
  savePayPlan,
  simulatePayPlan,
  withdrawSlip,
} from "@/lib/features/pay/actions";
import { loadPay, loadSlip } from "@/lib/features/pay/queries";
import { loadPayLoss } from "@/lib/features/pay/queries/client-loss";
import { loadPayPlan, loadPayPlans } from "@/lib/features/pay/queries/plans";
import { probe } from "./probe";

const terms = { base: "0", cap: null, components: [] };

export default [
  probe.query(loadPay, { args: () => [{ period: "2026-02" }] }),
  probe.query(loadSlip, {
    args: (ids) => [{ memberId: ids.member, period: "2026-03" }],
    refuses: { kam: "not-found", specialist: "not-found" },
  }),
  probe.query(loadPayLoss, { args: (ids) => [ids.client] }),
  probe.query(loadPayPlans, { args: () => [] }),
  probe.query(loadPayPlan, { args: (ids) => [ids.payPlan] }),
  probe.lookup(simulatePayPlan, {
    input: (ids) => ({ planId: ids.payPlan, terms, months: 1, who: "holders" as const }),
  }),
  probe.action(approveSlips, {
    input: (ids) => ({ startsOn: "2026-03-01", months: 1, slips: [{ memberId: ids.member, payout: "100000" }] }),
  }),
  probe.action(withdrawSlip, { input: (ids) => ({ id: ids.slip, version: 1 }) }),
  probe.action(closeSlips, {
    input: (ids) => ({ startsOn: "2026-02-01", months: 1, slips: [{ id: ids.slip, version: 1 }] }),
  }),
  probe.action(savePayPlan, {
    input: (ids) => ({ id: ids.payPlan, name: "Renamed", kind: "tiers", months: 1, terms, package: [], version: 1 }),
  }),
  probe.action(activatePayPlan, { input: (ids) => ({ versionId: ids.payDraft, version: 1, from: "2026-04-01" }) }),
  probe.action(discardPayDraft, { input: (ids) => ({ versionId: ids.payDraft, version: 1 }) }),
  probe.action(archivePayPlan, { input: (ids) => ({ id: ids.payPlan, version: 1, archived: false }) }),
  probe.action(assignPayPlan, {
    input: (ids) => ({ memberId: ids.member, planId: ids.payPlan, from: "2026-05-01", base: "" }),
  }),
  // Who sees nobody's pay is told nothing of it.
  probe.exported(exportLoss, { query: (ids) => ({ lose: ids.client }), refuses: { specialist: "not-found" } }),
  probe.exported(exportSimulation, {
    query: (ids) => ({ plan: ids.payPlan, terms: JSON.stringify(terms), months: "1", who: "holders" }),
  }),
  probe.exported(exportPlans, { query: () => ({}) }),
  probe.exported(exportHolders, { query: () => ({}) }),
  probe.exported(exportHistory, { query: () => ({ period: "2026-03" }) }),
  probe.exported(exportPay, { query: () => ({ period: "2026-02" }) }),
  probe.exported(exportSlip, {
    query: (ids) => ({ member: ids.member, period: "2026-03" }),
    refuses: { kam: "not-found", specialist: "not-found" },
  }),
];
