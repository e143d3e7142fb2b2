"use server";

import { action, lookup } from "@/lib/access/doors";
import { archivePlan } from "./actions/archive-plan";
import { approveAll, closeAll, withdrawApproval } from "./actions/close-slips";
import { discardDraft, givePlan, switchOn, writeDraft } from "./actions/write-plan";
import { simulate } from "./queries/simulate";
import {
  activateInput,
  approveInput,
  archivePlanInput,
  assignPlanInput,
  closeInput,
  discardInput,
  planInput,
  simulateInput,
  withdrawInput,
} from "./schema";

/** Stands for the payouts that were on the screen. Answers how many. */
export const approveSlips = action(
  { name: "approveSlips", ability: "pay:approve", input: approveInput },
  async function approveSlips(scope, input) {
    return { count: await approveAll(scope, input) };
  },
);

export const withdrawSlip = action(
  { name: "withdrawSlip", ability: "pay:approve", input: withdrawInput },
  async function withdrawSlip(scope, input) {
    await withdrawApproval(scope, input);
    return {};
  },
);

/** Final: nothing of a closed slip ever changes again. */
export const closeSlips = action(
  { name: "closeSlips", ability: "pay:close", input: closeInput },
  async function closeSlips(scope, input) {
    return { count: await closeAll(scope, input) };
  },
);

export const savePayPlan = action(
  { name: "savePayPlan", ability: "pay:edit", input: planInput },
  async function savePayPlan(scope, input) {
    return writeDraft(scope, input);
  },
);

export const activatePayPlan = action(
  { name: "activatePayPlan", ability: "pay:edit", input: activateInput },
  async function activatePayPlan(scope, input) {
    await switchOn(scope, input);
    return {};
  },
);

export const discardPayDraft = action(
  { name: "discardPayDraft", ability: "pay:edit", input: discardInput },
  async function discardPayDraft(scope, input) {
    await discardDraft(scope, input);
    return {};
  },
);

export const archivePayPlan = action(
  { name: "archivePayPlan", ability: "pay:edit", input: archivePlanInput },
  async function archivePayPlan(scope, input) {
    await archivePlan(scope, input);
    return {};
  },
);

export const assignPayPlan = action(
  { name: "assignPayPlan", ability: "pay:edit", input: assignPlanInput },
  async function assignPayPlan(scope, input) {
    await givePlan(scope, input);
    return {};
  },
);

/** What each would have earned under these terms in the last twelve months, and under the terms of then; nothing is written. */
export const simulatePayPlan = lookup({ ability: "pay:edit", input: simulateInput }, simulate);
