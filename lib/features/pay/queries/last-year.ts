import type { Scope } from "@/lib/access/scope";
import { addDays, addMonths, type CalendarDate, monthStart } from "@/lib/domain/calendar-date";
import { listMonths, type Months } from "@/lib/domain/closed-months";
import { type PayPeriod, payPeriodAt, payPeriodFrom, payPeriodName } from "@/lib/domain/pay/pay-period";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { type CreditedSale, slipOf } from "@/lib/domain/pay/slip";
import { contains } from "@/lib/domain/period";
import { workdays } from "@/lib/domain/workdays";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import { creditedSale, listCredited } from "./credited";
import { type ReadMeasure, readSlipMeasures } from "./measures";
import { listQuotas, quotaOf } from "./quotas";
import type { TermsRow } from "./terms";

/** One slip of the last year to reckon: of whom, for which period, by which terms. */
export type Case = { memberId: string; period: PayPeriod; terms: PayPlan };

/** Twelve closed months; by quarters where anybody's slip is for one, so that no quarter is cut. */
export function lastYear(scope: Scope, rows: readonly Pick<TermsRow, "months">[], months: 1 | 3 = 1): Months {
  const length = months === 3 || rows.some((row) => row.months === 3) ? 3 : 1;
  const to = payPeriodAt(monthStart(scope.today), length, scope.company.fiscalStartMonth).startsOn;
  return { from: addMonths(to, -12), to };
}

export function periodsOf(from: CalendarDate, months: 1 | 3): PayPeriod[] {
  return Array.from({ length: 12 / months }, (_, at) => payPeriodFrom(addMonths(from, at * months), months));
}

/** The terms that somebody had in each period of the year; before the first plan, that one: everybody is there the whole time. */
export function casesOf(memberId: string, of: readonly TermsRow[], from: CalendarDate, startMonth: number): Case[] {
  const rows = of.filter((row) => row.memberId === memberId);
  const cases = new Map<string, Case>();
  const inForce = (day: CalendarDate) => rows.findLast((row) => contains(row, day) && row.inForceFrom <= day);
  for (const { startsOn: month } of periodsOf(from, 1)) {
    const length = (inForce(addDays(addMonths(month, 1), -1)) ?? rows[0])?.months;
    if (!length) continue;
    const period = payPeriodAt(month, length, startMonth);
    const row = inForce(addDays(period.endsOn, -1)) ?? rows[0];
    if (row)
      cases.set(payPeriodName(period), { memberId, period, terms: { ...row.terms, base: row.base ?? row.terms.base } });
  }
  return [...cases.values()];
}

/** What is taken out of a case's facts before it is reckoned. */
export type Without = {
  sales: (memberId: string, month: CalendarDate) => readonly CreditedSale[];
  fact: (measure: ReadMeasure, months: readonly CalendarDate[]) => bigint | null;
};

/** What each case pays, by the same function as a slip, with everybody there the whole time and nothing to correct. Read once for all of them. */
export async function reckoner(
  scope: Scope,
  cases: readonly Case[],
  { from, to }: Months,
): Promise<(one: Case, without?: Without) => bigint> {
  const ids = [...new Set(cases.map(({ memberId }) => memberId))];
  const sales = new Map<string, CreditedSale[]>();
  for (const one of await listCredited(scope, { byMonth: ids }, from, to)) {
    const key = `${one.memberId} ${one.month}`;
    sales.set(key, [...(sales.get(key) ?? []), creditedSale(one)]);
  }
  const calendar = await workingCalendar(scope);
  const quotas = await listQuotas(scope, ids, { from, to, calendar });
  const measures = await readSlipMeasures(scope, cases, from, to);
  return ({ memberId, period, terms }, without) => {
    const months = listMonths({ from: period.startsOn, to: period.endsOn });
    const { days } = workdays(calendar, period);
    const quota = quotaOf(quotas, memberId, months);
    const gone = without ? months.flatMap((month) => without.sales(memberId, month)) : [];
    const facts = measures(memberId, terms, period).map((one) => {
      const { name, fact, target } = one.told;
      return [name, { fact: without ? without.fact(one, months) : fact, target }] as const;
    });
    return slipOf(terms, {
      days: { worked: days, total: days },
      plans: quota ? [{ ref: quota.versions.join(", "), source: null, amount: quota.amount }] : [],
      sales: [...months.flatMap((month) => sales.get(`${memberId} ${month}`) ?? []), ...gone.map(takenBack)],
      measures: new Map(facts),
      adjustments: [],
    }).payout;
  };
}

const takenBack = (sale: CreditedSale): CreditedSale => ({
  ...sale,
  revenue: -sale.revenue,
  margin: sale.margin === null ? null : -sale.margin,
});
