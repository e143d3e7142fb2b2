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
  measure: (ids, cast) => ({
    id: ids.measure,
    code: `own_${cast.label.toLowerCase().replace(/[^a-z0-9]/g, "_")}`,
    name_ru: `мера ${cast.label}`,
    name_en: `measure ${cast.label}`,
    kind: "entered",
    unit: "number",
    gathering: "sum",
  }),
  member_figure: (ids, cast) => ({ ...figure(ids, `note ${ids.word}`), id: ids.memberFigure, member_id: cast.owner }),
  team_figure: (ids, cast) => ({ ...figure(ids, `note ${cast.label}`), id: ids.teamFigure, team_id: ids.team }),
  client_figure: (ids) => ({ ...figure(ids, `note ${ids.word}`), id: ids.clientFigure, client_id: ids.client }),
  pay_plan: (ids, cast) => ({ id: ids.payPlan, name: `pay plan ${cast.label}`, kind: "tiers" }),
  pay_plan_version: (ids) => [
    {
      id: ids.payVersion,
      plan_id: ids.payPlan,
      number: 1,
      status: "active",
      in_force_from: "2025-01-01",
      terms: PAY_TERMS,
    },
    { id: ids.payDraft, plan_id: ids.payPlan, number: 2, terms: PAY_TERMS },
  ],
  pay_assignment: (ids, cast) => [
    { id: ids.payAssignment, member_id: cast.owner, plan_id: ids.payPlan, starts_on: "2026-01-01" },
    { member_id: ids.member, plan_id: ids.payPlan, starts_on: "2026-01-01" },
  ],
  pay_slip: (ids, cast) => [
    {
      id: ids.slip,
      member_id: cast.owner,
      starts_on: "2026-02-01",
      months: 1,
      payout: 100000,
      base_pay: 100000,
      variable: 0,
      approved_by: cast.lead,
    },
    {
      id: ids.closedSlip,
      member_id: cast.owner,
      starts_on: "2026-01-01",
      months: 1,
      status: "closed",
      payout: 1000,
      base_pay: 1000,
      variable: 0,
      content: slipContent(ids),
      approved_by: cast.lead,
      closed_at: "2026-02-02",
    },
    {
      id: ids.partSlip,
      member_id: cast.owner,
      starts_on: "2025-12-01",
      months: 1,
      payout: 0,
      base_pay: 0,
      variable: 0,
      approved_by: cast.lead,
    },
  ],
  pay_slip_line: (ids, cast) => [line(cast, ids.closedSlip), line(cast, ids.partSlip)],
  pay_slip_sale: (ids, cast) => [settled(ids, cast, ids.closedSlip), settled(ids, cast, ids.partSlip)],
};

const line = (cast: Cast, slip: string): Row => ({
  slip_id: slip,
  member_id: cast.owner,
  place: 1,
  kind: "base",
  amount: 1000,
  reason: { kind: "base", component: null, amount: "1000", full: "1000", worked: 1, days: 1 },
});

const settled = (ids: Ids, cast: Cast, slip: string): Row => ({
  slip_id: slip,
  of_slip_id: slip,
  member_id: cast.owner,
  document: `document ${ids.word}`,
  sold_on: "2026-01-10",
  client_id: ids.client,
  client_label: `client ${ids.word}`,
  source: "renewal",
  share: 10000,
  costed: true,
  revenue: 1000,
  cost: 400,
});

const figure = (ids: Ids, note: string): Row => ({
  measure_id: ids.measure,
  what: "target",
  starts_on: "2026-03-01",
  months: 1,
  amount: 10,
  note,
});

const slipContent = (ids: Ids) => ({
  member: `owner ${ids.word}`,
  company: "Company",
  currency: "RUB",
  fiscalStartMonth: 1,
  plan: { id: ids.payPlan, name: "Plan", kind: "tiers", versionId: ids.payVersion, number: 1 },
  terms: PAY_TERMS,
  package: [],
  revenue: "1000",
  quota: null,
  measures: [],
  days: { worked: 1, total: 1 },
});

const PAY_TERMS = {
  base: "100000",
  cap: null,
  components: [
    {
      kind: "rate",
      id: "sales",
      on: "revenue",
      source: null,
      rate: 500,
      threshold: null,
      accelerators: [],
      cap: null,
    },
  ],
};
