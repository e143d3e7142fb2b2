import { z } from "zod";
import { query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { listMeasures, type MeasureRow } from "@/lib/features/targets/queries/measures";
import { wholeText } from "../plain";
import { packageItems, payTerms } from "../terms";

const version = z.object({
  id: z.string(),
  number: z.number(),
  status: z.enum(["draft", "active"]),
  inForceFrom: z.string().nullable(),
  terms: payTerms,
  package: packageItems,
  version: z.number(),
});
const plan = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["salary-kpi", "tiers"]),
  months: z.union([z.literal(1), z.literal(3)]),
  people: z.number(),
  versions: z.array(version),
  /** The row's own, for what changes the plan as a whole. */
  version: z.number(),
});

/** A pay plan with its versions, newest first; `people` have it today. */
export type PayPlanRow = z.output<typeof plan>;

/** Pay plans by name, with their versions. One statement. */
export async function listPlans({ db, today }: Scope): Promise<PayPlanRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select p.id::text, p.name, p.kind, p.months::int, p.version,
      (select count(*) from pay_assignment a where a.tenant_id = p.tenant_id and a.plan_id = p.id and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on > ${today}::date))::int as people,
      (select coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'status', v.status, 'inForceFrom', v.in_force_from, 'terms', v.terms, 'package', v.package,
        'version', v.version) order by v.number desc), '[]') from pay_plan_version v where v.tenant_id = p.tenant_id and v.plan_id = p.id) as versions
    from pay_plan p where p.archived_at is null order by p.name, p.id`;
  return rows.map((row) => plan.parse(row));
}

/** A plan that has been put away. */
export type ArchivedPlan = { id: string; name: string; version: number };

function listArchived({ db }: Scope): Promise<ArchivedPlan[]> {
  // A plan whose only draft was thrown away has nothing to come back to.
  return db.$queryRaw<ArchivedPlan[]>`
    select p.id::text, p.name, p.version from pay_plan p
    where p.archived_at is not null and exists (select from pay_plan_version v where v.tenant_id = p.tenant_id and v.plan_id = p.id) order by p.name, p.id`;
}

const holder = z.object({
  memberId: z.string(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  current: z
    .object({ planId: z.string(), plan: z.string(), startsOn: z.string(), base: wholeText.nullable() })
    .nullable(),
  /** The next change: another plan, or none any more. */
  next: z.object({ plan: z.string().nullable(), startsOn: z.string() }).nullable(),
});
/** Someone and the pay plan of today, and the one that comes. */
export type PayHolder = z.output<typeof holder>;

/** Everybody by name. One statement. */
export async function listHolders({ db, today }: Scope): Promise<PayHolder[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select m.id::text "memberId", m.name, m.job_title "jobTitle",
      (select json_build_object('planId', a.plan_id, 'plan', p.name, 'startsOn', a.starts_on, 'base', a.base::text) from pay_assignment a join pay_plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id
        where a.tenant_id = m.tenant_id and a.member_id = m.id and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on > ${today}::date)) as current,
      (select json_build_object('plan', x.plan, 'startsOn', x.starts_on) from (
          select p.name as plan, a.starts_on from pay_assignment a join pay_plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id
            where a.tenant_id = m.tenant_id and a.member_id = m.id and a.starts_on > ${today}::date
          union all
          select null, a.ends_on from pay_assignment a where a.tenant_id = m.tenant_id and a.member_id = m.id and a.ends_on > ${today}::date
            and not exists (select from pay_assignment b where b.tenant_id = a.tenant_id and b.member_id = a.member_id and b.starts_on = a.ends_on)
        ) x order by x.starts_on limit 1) as next
    from member m where m.left_on is null or m.left_on >= ${today}::date order by m.name, m.id`;
  return rows.map((row) => holder.parse(row));
}

export type PayPlansPage = {
  plans: PayPlanRow[];
  archived: ArchivedPlan[];
  people: PayHolder[];
  currency: string;
  today: string;
  fiscalStartMonth: number;
};

/** Pay plans, and who has which. */
export const loadPayPlans = query("pay:edit", async function loadPayPlans(scope): Promise<PayPlansPage> {
  const plans = await listPlans(scope);
  const archived = await listArchived(scope);
  const people = await listHolders(scope);
  const { currency, fiscalStartMonth } = scope.company;
  return { plans, archived, people, currency, today: scope.today, fiscalStartMonth };
});

export type PayPlanPage = {
  plan: PayPlanRow | null;
  measures: MeasureRow[];
  currency: string;
  today: string;
  fiscalStartMonth: number;
};

const planId = z.uuid().nullable();

/** One plan to edit; null for a new one. */
export const loadPayPlan = query(
  "pay:edit",
  async function loadPayPlan(scope, id: string | null): Promise<PayPlanPage> {
    const asked = planId.safeParse(id);
    if (!asked.success) throw new Refusal("not-found");
    const plan = asked.data === null ? null : (await listPlans(scope)).find((one) => one.id === asked.data);
    if (plan === undefined) throw new Refusal("not-found");
    const measures = (await listMeasures(scope)).filter(({ archived }) => !archived);
    const { currency, fiscalStartMonth } = scope.company;
    return { plan, measures, currency, today: scope.today, fiscalStartMonth };
  },
);
