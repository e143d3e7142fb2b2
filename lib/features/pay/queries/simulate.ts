import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { listMonths, monthStart } from "@/lib/domain/closed-months";
import { neighbour, type PayPeriod, payPeriodAt } from "@/lib/domain/pay/pay-period";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { slipOf } from "@/lib/domain/pay/slip";
import { workdays } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import { creditedSale, listCredited } from "./credited";
import { listSlipMeasures } from "./measures";
import { listQuotas, quotaOf } from "./quotas";
import { listStoredSlips } from "./stored-slips";

/** What a person would have earned, period by period, and what was paid out in closed or approved slips (null: none). Amounts as text: they go to the browser. */
export type Simulated = {
  currency: string;
  periods: { startsOn: string; months: 1 | 3 }[];
  people: { memberId: string; name: string; payouts: string[]; total: string; paid: string | null }[];
};

const person = z.object({ id: z.string(), name: z.string() });

/** Terms over the facts of the last twelve closed months: the same function as a slip, with everybody there the whole period and nothing to correct. */
export async function simulate(
  scope: Scope,
  { terms, months, members }: { terms: PayPlan; months: 1 | 3; members: readonly string[] },
): Promise<Simulated> {
  const { fiscalStartMonth, currency } = scope.company;
  const open = payPeriodAt(monthStart(scope.today), months, fiscalStartMonth);
  const periods = Array.from({ length: 12 / months }, (_, at) => neighbour(open, at - 12 / months));
  const from = periods[0]?.startsOn ?? open.startsOn;
  const to = open.startsOn;
  const people = (
    await scope.db.$queryRaw<unknown[]>`
      select id::text, name from member where (cardinality(${[...members]}::uuid[]) = 0 and roles && '{kam,lead}' or id = any(${[...members]}::uuid[]))
        and (left_on is null or left_on > ${from}::date) order by name, id`
  ).map((row) => person.parse(row));
  const ids = people.map(({ id }) => id);
  const sales = await listCredited(scope, ids, from, to, false);
  const calendar = await workingCalendar(scope);
  const quotas = await listQuotas(scope, ids, { from, to, calendar });
  const paid = await listStoredSlips(scope, ids, from, to);
  const measures = await measuresBy(scope, ids, terms, periods);
  return {
    currency,
    periods: periods.map(({ startsOn, months: length }) => ({ startsOn, months: length })),
    people: people.map(({ id, name }) => {
      const payouts = periods.map((period) => {
        const inPeriod = sales.filter(
          ({ memberId, month }) => memberId === id && month >= period.startsOn && month < period.endsOn,
        );
        const quota = quotaOf(quotas, id, listMonths({ from: period.startsOn, to: period.endsOn }));
        return slipOf(terms, {
          days: fullPeriod(calendar, period),
          plans: quota ? [{ ref: quota.versions.join(", "), source: null, amount: quota.amount }] : [],
          sales: inPeriod.map(creditedSale),
          measures: measures(id, period.startsOn),
          adjustments: [],
        }).payout;
      });
      const own = paid.filter(({ memberId }) => memberId === id);
      return {
        memberId: id,
        name,
        payouts: payouts.map(String),
        total: String(payouts.reduce((sum, one) => sum + one, 0n)),
        paid: own.length === 0 ? null : String(own.reduce((sum, one) => sum + one.payout, 0n)),
      };
    }),
  };
}

function fullPeriod(calendar: WorkingCalendar, { startsOn, endsOn }: PayPeriod) {
  const { days } = workdays(calendar, { startsOn, endsOn });
  return { worked: days, total: days };
}

type Measured = (
  memberId: string,
  startsOn: CalendarDate,
) => Map<string, { fact: bigint | null; target: bigint | null }>;

/** Facts and targets of each period, where the terms have a KPI matrix at all. */
async function measuresBy(
  scope: Scope,
  ids: readonly string[],
  terms: PayPlan,
  periods: readonly PayPeriod[],
): Promise<Measured> {
  const found = new Map<string, Map<string, { fact: bigint | null; target: bigint | null }>>();
  if (terms.components.some(({ kind }) => kind === "kpi"))
    for (const period of periods)
      for (const [memberId, rows] of await listSlipMeasures(
        scope,
        ids.map((memberId) => ({ memberId, terms })),
        period,
      ))
        found.set(
          `${memberId} ${period.startsOn}`,
          new Map(rows.map(({ name, fact, target }) => [name, { fact, target }])),
        );
  return (memberId, startsOn) => found.get(`${memberId} ${startsOn}`) ?? new Map();
}
