import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Months } from "@/lib/domain/closed-months";
import type { CreditedSale } from "@/lib/domain/pay/slip";
import { wholeText } from "../plain";
import { creditedSale, listCredited } from "./credited";
import { casesOf, lastYear, reckoner, type Without } from "./last-year";
import type { ReadMeasure } from "./measures";
import { listTerms } from "./terms";

/** What the pay of the last year would have been without one client, of those whose pay the caller sees and for whom it would have been another sum. */
export type PayLoss = Months & {
  currency: string;
  people: { memberId: string; name: string; paid: bigint; without: bigint }[];
};

const asked = z.uuid();

/** R24 "lose this client": the bonus effect. Null where the client is out of reach, or nobody whose pay is seen has a plan. */
export const loadPayLoss = query("pay:read", async function loadPayLoss(scope, client: string) {
  return payLoss(scope, client);
});

export async function payLoss(scope: Scope, client: string): Promise<PayLoss | null> {
  const clientId = asked.safeParse(client).data;
  if (!clientId) return null;
  const [reached] = await scope.db.$queryRaw<
    { id: string }[]
  >`select id::text from client where id = ${clientId}::uuid`;
  const rows = reached ? await listTerms(scope, null, scope.today) : [];
  if (rows.length === 0) return null;
  const year = lastYear(scope, rows);
  const credit = await listCredit(scope, clientId, year);
  const sellers = new Set(credit.map(({ memberId }) => memberId));
  const people = new Map(rows.map(({ memberId, name }) => [memberId, name]));
  // Who neither sold to the client nor is paid by measures loses nothing.
  const cases = [...people.keys()]
    .flatMap((id) => casesOf(id, rows, year.from, scope.company.fiscalStartMonth))
    .filter(({ memberId, terms }) => sellers.has(memberId) || terms.components.some(({ kind }) => kind === "kpi"));
  const payout = await reckoner(scope, cases, year);
  const without = await withoutClient(scope, clientId, credit, year);
  const sums = [...people].map(([memberId, name]) => {
    const own = cases.filter((one) => one.memberId === memberId);
    const sum = (gone?: Without) => own.reduce((all, one) => all + payout(one, gone), 0n);
    return { memberId, name, paid: sum(), without: sum(without) };
  });
  return {
    ...year,
    currency: scope.company.currency,
    people: sums
      .filter((one) => one.paid !== one.without)
      .toSorted((a, b) => (a.without - a.paid < b.without - b.paid ? -1 : 1)),
  };
}

const creditRow = z.object({ memberId: z.string(), month: z.string(), revenue: wholeText, margin: wholeText });
type Credit = z.output<typeof creditRow>;

/** What people were credited with of the client, by month, as the measures revenue and margin count it. */
async function listCredit({ db }: Scope, clientId: string, { from, to }: Months): Promise<Credit[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select member_id::text "memberId", month::text, sum(amount)::text revenue, sum(case when uncosted = 0 then amount - cost else 0 end)::text margin
    from credit_month where client_id = ${clientId}::uuid and month >= ${from}::date and month < ${to}::date group by 1, 2`;
  return rows.map((row) => creditRow.parse(row));
}

async function withoutClient(
  scope: Scope,
  clientId: string,
  credit: readonly Credit[],
  { from, to }: Months,
): Promise<Without> {
  const sellers = [...new Set(credit.map(({ memberId }) => memberId))];
  const sold = new Map<string, CreditedSale[]>();
  for (const one of sellers.length === 0 ? [] : await listCredited(scope, { byDocument: sellers }, from, to)) {
    if (one.clientId !== clientId) continue;
    const key = `${one.memberId} ${one.month}`;
    sold.set(key, [...(sold.get(key) ?? []), creditedSale(one)]);
  }
  // A measure of anything but sales stays as it is, and so does one by an own formula.
  function lost({ measure, idsIn }: ReadMeasure, months: readonly CalendarDate[]): bigint {
    if (measure.kind !== "computed" || (measure.code !== "revenue" && measure.code !== "margin")) return 0n;
    const code = measure.code;
    return credit
      .filter(({ memberId, month }) => months.includes(month) && idsIn(month).includes(memberId))
      .reduce((sum, one) => sum + one[code], 0n);
  }
  return {
    sales: (memberId, month) => sold.get(`${memberId} ${month}`) ?? [],
    fact: (one, months) => (one.told.fact === null ? null : one.told.fact - lost(one, months)),
  };
}
