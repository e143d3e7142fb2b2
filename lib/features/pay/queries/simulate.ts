import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addDays, addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import { listMonths, monthStart } from "@/lib/domain/closed-months";
import { type PayPeriod, payPeriodAt, payPeriodFrom, payPeriodName } from "@/lib/domain/pay/pay-period";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { slipOf } from "@/lib/domain/pay/slip";
import { contains } from "@/lib/domain/period";
import { workdays } from "@/lib/domain/workdays";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import type { simulateInput } from "../schema";
import { type Credited, creditedSale, listCredited } from "./credited";
import { listSlipMeasures } from "./measures";
import { listQuotas, quotaOf } from "./quotas";
import { listTerms, type TermsRow } from "./terms";

/**
 * What people would have earned in twelve closed months [from, to) by some terms, and by those that they had then (null: never any). Amounts as text:
 * they go to the browser.
 */
export type Simulated = {
  from: CalendarDate;
  to: CalendarDate;
  people: { memberId: string; name: string; before: string | null; after: string }[];
};

const person = z.object({ id: z.string(), name: z.string() });
type Person = z.output<typeof person>;
/** One slip to reckon: of whom, for which period, by which terms. */
type Case = { memberId: string; period: PayPeriod; terms: PayPlan };

/** Terms over the facts of the last twelve closed months: the same function as a slip, with everybody there the whole time and nothing to correct. */
export async function simulate(
  scope: Scope,
  { planId, terms, months, who }: z.output<typeof simulateInput>,
): Promise<Simulated> {
  const { fiscalStartMonth } = scope.company;
  const people = await listPeople(scope, who, planId);
  const rows = await listTerms(scope, idsOf(people), scope.today);
  // By quarters where anybody's slip is for one: no quarter is cut then.
  const length = months === 3 || rows.some((row) => row.months === 3) ? 3 : 1;
  const to = payPeriodAt(monthStart(scope.today), length, fiscalStartMonth).startsOn;
  const from = addMonths(to, -12);

  const after = people.flatMap(({ id }): Case[] => {
    const base = rows.findLast((row) => row.memberId === id && contains(row, scope.today));
    const own = base?.planId === planId && base.base !== null ? { ...terms, base: base.base } : terms;
    return periodsOf(from, months).map((period) => ({ memberId: id, period, terms: own }));
  });
  const before = people.flatMap(({ id }) =>
    casesBefore(
      id,
      rows.filter(({ memberId }) => memberId === id),
      from,
      fiscalStartMonth,
    ),
  );
  const payout = await reckoner(scope, [...after, ...before], from, to);
  const sum = (cases: readonly Case[], id: string) =>
    cases.filter(({ memberId }) => memberId === id).reduce((all, one) => all + payout(one), 0n);
  return {
    from,
    to,
    people: people.map(({ id, name }) => ({
      memberId: id,
      name,
      before: before.some(({ memberId }) => memberId === id) ? String(sum(before, id)) : null,
      after: String(sum(after, id)),
    })),
  };
}

const idsOf = (people: readonly Person[]) => people.map(({ id }) => id);

async function listPeople({ db, today }: Scope, who: "holders" | "kam" | "all", planId: string): Promise<Person[]> {
  const roles = who === "holders" ? [] : who === "kam" ? ["kam"] : ["kam", "lead"];
  const rows = await db.$queryRaw<unknown[]>`
    select m.id::text, m.name from member m where (m.left_on is null or m.left_on >= ${today}::date) and (m.roles && ${roles}::text[]
      or ${who} = 'holders' and exists (select from pay_assignment a where a.tenant_id = m.tenant_id and a.member_id = m.id and a.plan_id = ${planId || null}::uuid
        and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on > ${today}::date)))
    order by m.name, m.id`;
  return rows.map((row) => person.parse(row));
}

function periodsOf(from: CalendarDate, months: 1 | 3): PayPeriod[] {
  return Array.from({ length: 12 / months }, (_, at) => payPeriodFrom(addMonths(from, at * months), months));
}

/** What somebody had in each month; before the first plan, that one: everybody is there the whole time. */
function casesBefore(memberId: string, rows: readonly TermsRow[], from: CalendarDate, startMonth: number): Case[] {
  const cases = new Map<string, Case>();
  for (const { startsOn: month } of periodsOf(from, 1)) {
    const lastDay = (period: PayPeriod) => addDays(period.endsOn, -1);
    const inForce = (day: CalendarDate) => rows.findLast((row) => contains(row, day) && row.inForceFrom <= day);
    const length = (inForce(addDays(addMonths(month, 1), -1)) ?? rows[0])?.months;
    if (!length) continue;
    const period = payPeriodAt(month, length, startMonth);
    const row = inForce(lastDay(period)) ?? rows[0];
    if (row)
      cases.set(payPeriodName(period), { memberId, period, terms: { ...row.terms, base: row.base ?? row.terms.base } });
  }
  return [...cases.values()];
}

/** What each case pays. Everything is read once for all of them, measures once a period. */
async function reckoner(
  scope: Scope,
  cases: readonly Case[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<(one: Case) => bigint> {
  const ids = [...new Set(cases.map(({ memberId }) => memberId))];
  const sales = grouped(
    await listCredited(scope, ids, from, to, false),
    ({ memberId, month }) => `${memberId} ${month}`,
  );
  const calendar = await workingCalendar(scope);
  const quotas = await listQuotas(scope, ids, { from, to, calendar });
  const measures = await measuresOf(scope, cases);
  return ({ memberId, period, terms }) => {
    const months = listMonths({ from: period.startsOn, to: period.endsOn });
    const { days } = workdays(calendar, period);
    const quota = quotaOf(quotas, memberId, months);
    const credited = months.flatMap((month): Credited[] => sales.get(`${memberId} ${month}`) ?? []);
    return slipOf(terms, {
      days: { worked: days, total: days },
      plans: quota ? [{ ref: quota.versions.join(", "), source: null, amount: quota.amount }] : [],
      sales: credited.map(creditedSale),
      measures: measures.get(`${memberId} ${payPeriodName(period)}`) ?? new Map(),
      adjustments: [],
    }).payout;
  };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

type Measured = Map<string, { fact: bigint | null; target: bigint | null }>;

async function measuresOf(scope: Scope, cases: readonly Case[]): Promise<Map<string, Measured>> {
  const found = new Map<string, Measured>();
  const withMatrix = cases.filter(({ terms }) => terms.components.some(({ kind }) => kind === "kpi"));
  for (const [name, ofPeriod] of grouped(withMatrix, ({ period }) => payPeriodName(period))) {
    const asked = [...grouped(ofPeriod, ({ memberId }) => memberId)].map(([memberId, own]) => ({
      memberId,
      terms: { base: 0n, cap: null, components: own.flatMap(({ terms }) => terms.components) },
    }));
    const [first] = ofPeriod;
    if (!first) continue;
    for (const [memberId, rows] of await listSlipMeasures(scope, asked, first.period))
      found.set(`${memberId} ${name}`, new Map(rows.map((row) => [row.name, row])));
  }
  return found;
}
