import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addMonths } from "@/lib/domain/calendar-date";
import { closedMonths, listMonths, type Months, monthsBefore, yearToDate } from "@/lib/domain/closed-months";
import { growthSince } from "@/lib/domain/growth";
import { rhythmState } from "@/lib/domain/rhythm";
import type { ClientSales, Comparison } from "./client-sales";
import { rhythmRow } from "./rhythms";

const known = z.object({
  months: z.record(z.string(), z.string().transform(BigInt)),
  rhythm: rhythmRow.nullable(),
});

/** A client's sales as its overview tells them; see ClientSales. */
export type SalesSummary = Pick<ClientSales, "currency" | "today" | "year" | "turnover" | "yearToDate" | "rhythm"> & {
  /** The last twelve closed months, oldest first. */
  months: bigint[];
};

/** One statement. */
export async function salesSummary(scope: Scope, clientId: string): Promise<SalesSummary> {
  const year = closedMonths(scope.today, 12);
  const toDate = yearToDate(scope.today, scope.company.fiscalStartMonth);
  const [row] = await scope.db.$queryRaw<unknown[]>`
    select coalesce((select jsonb_object_agg(m.month, m.amount) from (
        select month::text, sum(amount)::text amount from client_month
        where client_id = ${clientId}::uuid and month >= ${addMonths(year.from, -12)}::date and month < ${year.to}::date group by month) m), '{}') months,
      (select jsonb_build_object('firstOn', r.first_on, 'lastOn', r.last_on, 'purchases', r.purchases, 'medianGap', r.median_gap, 'p90Gap', r.p90_gap,
        'expectedOn', r.expected_on, 'lateFrom', r.late_from, 'returnedOn', r.returned_on) from client_rhythm r where r.client_id = ${clientId}::uuid) rhythm`;
  const { months, rhythm } = known.parse(row);
  const sum = (span: Months) => listMonths(span).reduce((total, month) => total + (months[month] ?? 0n), 0n);
  const compare = (span: Months): Comparison => {
    const amount = sum(span);
    const earlier = monthsBefore(span, 12);
    const before = sum(earlier);
    return { amount, before, growth: growthSince(rhythm?.firstOn ?? null, earlier.from, amount, before) };
  };
  return {
    currency: scope.company.currency,
    today: scope.today,
    year,
    turnover: compare(year),
    yearToDate: toDate.from === toDate.to ? null : { ...toDate, ...compare(toDate) },
    rhythm: rhythm && { ...rhythm, ...rhythmState(rhythm, scope.today) },
    months: listMonths(year).map((month) => months[month] ?? 0n),
  };
}
