import type { Ids } from "./ids";
import type { Row } from "./insert";
import type { Cast } from "./rows";

const cell = (ids: Ids, version: string): Row => ({
  version_id: version,
  client_id: ids.client,
  card_id: ids.client,
  month: "2026-01-01",
  amount: 1000,
});

/** Rows of plans, targets and pay. */
export const planRows: Record<string, (ids: Ids, cast: Cast) => Row | Row[]> = {
  plan: (ids, cast) => [
    { id: ids.plan, member_id: cast.owner, kind: "book", starts_on: "2026-01-01" },
    { id: ids.oldPlan, member_id: cast.owner, kind: "book", starts_on: "2025-01-01" },
  ],
  plan_version: (ids, cast) => [
    {
      id: ids.planVersion,
      plan_id: ids.plan,
      member_id: cast.owner,
      number: 1,
      status: "approved",
      figure: 1000,
      in_force_from: "2026-01-01",
    },
    {
      id: ids.planDraft,
      plan_id: ids.plan,
      member_id: cast.owner,
      number: 2,
      figure: 1000,
      reason: `revised ${ids.word}`,
    },
    {
      id: ids.planSubmitted,
      plan_id: ids.oldPlan,
      member_id: cast.owner,
      number: 1,
      status: "submitted",
      figure: 4000,
    },
  ],
  plan_figure: (ids, cast) => ({
    version_id: ids.planSubmitted,
    member_id: cast.owner,
    starts_on: "2025-01-01",
    months: 12,
    amount: 4000,
  }),
  plan_cell: (ids) => [cell(ids, ids.planVersion), cell(ids, ids.planDraft)],
  plan_credit: (ids, cast) => ({
    member_id: cast.owner,
    month: "2026-01-01",
    client_id: ids.client,
    client_label: `client ${ids.word}`,
    version_id: ids.planVersion,
    amount: 1000,
    planned: 1000,
  }),
};
