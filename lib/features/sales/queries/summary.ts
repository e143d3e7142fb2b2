import type { Scope } from "@/lib/access/scope";
import { addMonths } from "@/lib/domain/calendar-date";
import { closedMonths, listMonths, type Months, monthsBefore, yearToDate } from "@/lib/domain/closed-months";
import { growthOf } from "@/lib/domain/growth";
import { rhythmState } from "@/lib/domain/rhythm";
import type { ClientSales, Comparison } from "./client-sales";
import { monthlySales } from "./monthly";
import { rhythms } from "./rhythms";
import { listStages, type StageRow } from "./stages";

/** A client's sales as its overview tells them; see ClientSales. */
export type SalesSummary = Pick<ClientSales, "currency" | "today" | "year" | "turnover" | "yearToDate" | "rhythm"> & {
  /** The last twelve closed months, oldest first. */
  months: bigint[];
  /** The stage in force. */
  stage: StageRow | null;
};

/** Three statements. */
export async function salesSummary(scope: Scope, clientId: string): Promise<SalesSummary> {
  const year = closedMonths(scope.today, 12);
  const toDate = yearToDate(scope.today, scope.company.fiscalStartMonth);
  const sold = (await monthlySales(scope, [clientId], addMonths(year.from, -12), year.to)).get(clientId);
  const sum = (months: Months) => listMonths(months).reduce((total, month) => total + (sold?.get(month) ?? 0n), 0n);
  const compare = (months: Months): Comparison => {
    const amount = sum(months);
    const before = sum(monthsBefore(months, 12));
    return { amount, before, growth: growthOf(amount, before) };
  };
  const rhythm = (await rhythms(scope, [clientId])).get(clientId);
  return {
    currency: scope.company.currency,
    today: scope.today,
    year,
    turnover: compare(year),
    yearToDate: toDate.from === toDate.to ? null : { ...toDate, ...compare(toDate) },
    rhythm: rhythm ? { ...rhythm, ...rhythmState(rhythm, scope.today) } : null,
    months: listMonths(year).map((month) => sold?.get(month) ?? 0n),
    stage: await findStage(scope, clientId),
  };
}

/** The life stage of a client today; null when it never bought. One statement. */
export async function findStage(scope: Scope, clientId: string): Promise<StageRow | null> {
  const [current] = await listStages(scope, clientId, 1);
  return current?.endsOn === null ? current : null;
}
