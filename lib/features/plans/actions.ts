"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { monthsOfYear } from "@/lib/domain/fiscal-year";
import { putInForce, reviseVersion, submitVersion } from "./actions/approval";
import { changeCells } from "./actions/change-cells";
import {
  checkHolder,
  findSpan,
  insertPlan,
  spans,
  splitAmongClients,
  splitAmongPeriods,
  writeFigures,
} from "./actions/draw-up";
import { expectVersion, lockDraft, lockVersion } from "./actions/lock-version";
import { eachPlan } from "./actions/many-at-once";
import { resplit } from "./actions/write-cells";
import { listCells } from "./queries/cells";
import {
  approvalInput,
  cellInput,
  cellsInput,
  figureInput,
  figuresInput,
  newPlanInput,
  revisionInput,
  unpinInput,
  versionInput,
  versionsInput,
} from "./schema";
import { planMonths } from "./year";

/** A figure for somebody's year, split at once (R85). Answers the draft's id. */
export const createPlan = action(
  { name: "createPlan", ability: "plan:edit", input: newPlanInput },
  async function createPlan(scope, { kind, memberId, year, figure, by, ...split }) {
    await checkHolder(scope, kind, memberId);
    if (kind !== "book" && by === "clients") throw new Refusal("invalid", { fields: { by: "not-a-choice" } });
    const startsOn = monthsOfYear(year, scope.company.fiscalStartMonth)[0] ?? "";
    const rule = { ...split, keptBefore: null };
    const versionId = await insertPlan(scope, { kind, memberId, startsOn, figure, rule });
    if (by === "clients") await splitAmongClients(scope, versionId);
    else await splitAmongPeriods(scope, versionId, spans[by]);
    return { versionId };
  },
);

/** Another figure or another rule: everything that is not pinned is split anew, among the book as it is now. */
export const setFigure = action(
  { name: "setFigure", ability: "plan:edit", input: figureInput },
  async function setFigure(scope, { versionId, version: seen, figure, ...split }) {
    const draft = await lockDraft(scope, versionId);
    expectVersion(draft, seen);
    const rule = { ...draft.rule, ...split };
    await scope.db.$executeRaw`
      update plan_version set figure = ${figure}, rule = ${JSON.stringify(rule)}::jsonb where id = ${versionId}::uuid`;
    const changed = { ...draft, figure, rule };
    const span = await findSpan(scope, versionId);
    if (span) await splitAmongPeriods(scope, versionId, span);
    else {
      const before = await listCells(scope, versionId, planMonths(draft.startsOn));
      await resplit(scope, changed, { before, wanted: before, take: "book" });
    }
    return {};
  },
);

/** This client buys so much in this month, whatever the rest: the rest is split around it (domain.md 4). */
export const pinCell = action(
  { name: "pinCell", ability: "plan:edit", input: cellInput },
  async function pinCell(scope, { versionId, ...edit }) {
    await changeCells(scope, await lockDraft(scope, versionId), [edit]);
    return {};
  },
);

/** Gives a cell back to the split. */
export const unpinCell = action(
  { name: "unpinCell", ability: "plan:edit", input: unpinInput },
  async function unpinCell(scope, { versionId, ...edit }) {
    await changeCells(scope, await lockDraft(scope, versionId), [{ ...edit, value: null }]);
    return {};
  },
);

/** A block of cells at once, pinned or given back: all of them or none. */
export const pasteCells = action(
  { name: "pasteCells", ability: "plan:edit", input: cellsInput },
  async function pasteCells(scope, { versionId, cells }) {
    await changeCells(scope, await lockDraft(scope, versionId), cells);
    return {};
  },
);

/** Figures of a plan without clients; the year's figure is their sum. */
export const setFigures = action(
  { name: "setFigures", ability: "plan:edit", input: figuresInput },
  async function setFigures(scope, { versionId, version: seen, amounts }) {
    const draft = await lockDraft(scope, versionId);
    expectVersion(draft, seen);
    if (draft.cells > 0) throw new Refusal("plan-both");
    const figure = amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);
    await scope.db.$executeRaw`update plan_version set figure = ${figure} where id = ${versionId}::uuid`;
    await writeFigures(scope, { versionId, memberId: draft.memberId, startsOn: draft.startsOn }, amounts);
    return {};
  },
);

/** Hands the draft to whoever approves it. Until then nobody changes it. */
export const submitPlan = action(
  { name: "submitPlan", ability: "plan:edit", input: versionInput },
  async function submitPlan(scope, { versionId, version: seen }) {
    const draft = await lockDraft(scope, versionId);
    expectVersion(draft, seen);
    await submitVersion(scope, draft);
    return {};
  },
);

/** Hands many drafts over at once, each checked by itself. */
export const submitPlans = action(
  { name: "submitPlans", ability: "plan:edit", input: versionsInput },
  async function submitPlans(scope, { plans }) {
    return eachPlan(scope, plans, (version) => submitVersion(scope, version));
  },
);

/** Takes a submitted version back into work: its author changed their mind, or the lead wants something changed. */
export const withdrawPlan = action(
  { name: "withdrawPlan", ability: "plan:edit", input: versionInput },
  async function withdrawPlan(scope, { versionId, version: seen }) {
    const version = await lockVersion(scope, versionId);
    if (version.status !== "submitted") throw new Refusal("changed-meanwhile");
    expectVersion(version, seen);
    await scope.db.$executeRaw`
      update plan_version set status = 'draft', submitted_by = null, submitted_at = null where id = ${versionId}::uuid`;
    return {};
  },
);

/** Puts a submitted version in force; what it replaces from that day on is superseded. Not one's own, unless a director's. */
export const approvePlan = action(
  { name: "approvePlan", ability: "plan:approve", input: approvalInput },
  async function approvePlan(scope, { versionId, version: seen, inForceFrom }) {
    const version = await lockVersion(scope, versionId);
    expectVersion(version, seen);
    return putInForce(scope, version, inForceFrom);
  },
);

/** Puts many submitted versions in force at once, each checked by itself and from the day that is usual for it. */
export const approvePlans = action(
  { name: "approvePlans", ability: "plan:approve", input: versionsInput },
  async function approvePlans(scope, { plans }) {
    return eachPlan(scope, plans, (version) => putInForce(scope, version, undefined));
  },
);

/** A draft after an approved version, with all that stands in it and a reason why. Answers the draft's id. */
export const revisePlan = action(
  { name: "revisePlan", ability: "plan:edit", input: revisionInput },
  async function revisePlan(scope, { versionId, reason }) {
    const version = await lockVersion(scope, versionId);
    if (version.status !== "approved") throw new Refusal("changed-meanwhile");
    return reviseVersion(scope, version, reason);
  },
);

/** Throws a draft away. */
export const dropDraft = action(
  { name: "dropDraft", ability: "plan:edit", input: versionInput },
  async function dropDraft(scope, { versionId, version }) {
    const [row] = await scope.db.$queryRaw<{ done: boolean }[]>`
      select app.drop_plan_draft(${versionId}::uuid, ${version}::int) done`;
    if (!row?.done) throw new Refusal("not-found");
    return {};
  },
);
