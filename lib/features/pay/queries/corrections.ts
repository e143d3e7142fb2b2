import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { Adjustment } from "@/lib/domain/pay/adjustment";
import { type PayPeriod, payPeriodName } from "@/lib/domain/pay/pay-period";
import { adjustmentsOf, carriedFrom } from "@/lib/domain/pay/settlement";
import { sourceKinds } from "@/lib/domain/source-kind";
import { wholeText } from "../plain";
import { type ClosedRow, endOf } from "./stored-slips";
import { nextPeriod, type TermsRow } from "./terms";

const changed = z.object({
  slipId: z.string(),
  document: z.string(),
  soldOn: z.string(),
  clientId: z.string(),
  clientLabel: z.string(),
  source: z.enum(sourceKinds),
  share: z.number(),
  costed: z.boolean(),
  wasRevenue: wholeText,
  wasCost: wholeText,
  nowRevenue: wholeText,
  nowCost: wholeText,
});

/** A document of a closed period that is not any more what has been settled for it. */
export type ChangedSale = z.output<typeof changed>;

/** What the next open slip takes up: adjustments, and behind them the documents as they were and are. */
export type Corrections = {
  adjustments: Adjustment[];
  sales: ChangedSale[];
  carried: ClosedRow | null;
  /** The period of the slip that an adjustment corrects, by that slip. */
  periods: Record<string, string>;
};
export const noCorrections: Corrections = { adjustments: [], sales: [], carried: null, periods: {} };

/** How far back a slip takes up corrections: closed slips of the three years before it, which is as long as a sale may be claimed back. */
export const correctedSince = ({ startsOn }: PayPeriod) => `${Number(startsOn.slice(0, 4)) - 3}${startsOn.slice(4)}`;

/** Corrections of these closed slips by member, for those whose next open period this one is. One statement at most. */
export async function listCorrections(
  scope: Scope,
  who: readonly string[],
  period: PayPeriod,
  { terms, slips }: { terms: readonly TermsRow[]; slips: readonly ClosedRow[] },
): Promise<Map<string, Corrections>> {
  const due = who.filter((member) => isNext(member, slips, period, terms, scope.company.fiscalStartMonth));
  const ofDue = slips.filter(({ memberId }) => due.includes(memberId));
  if (ofDue.length === 0) return new Map();
  const sales = await listChanged(scope, due, ofDue);
  return new Map(
    due.map((member) => {
      const own = ofDue.filter(({ memberId }) => memberId === member);
      const ownSales = sales.filter(({ slipId }) => own.some(({ id }) => id === slipId));
      const carried = own.find(({ carried, taken }) => carried < 0n && !taken) ?? null;
      const adjustments = own.flatMap((slip) =>
        adjustmentsOf({ ...slip, terms: slip.content.terms }, settled(ownSales, slip.id)),
      );
      if (carried) adjustments.push(carriedFrom(carried.id, carried.carried));
      const periods = Object.fromEntries(own.map((slip) => [slip.id, payPeriodName(slip)]));
      return [member, { adjustments, sales: ownSales, carried, periods }];
    }),
  );
}

function isNext(
  member: string,
  slips: readonly ClosedRow[],
  period: PayPeriod,
  terms: readonly TermsRow[],
  startMonth: number,
): boolean {
  const ends = slips.filter(({ memberId }) => memberId === member).map(endOf);
  const last = ends.toSorted().at(-1);
  if (last === undefined) return false;
  const next = nextPeriod(terms, member, last, startMonth);
  return next?.startsOn === period.startsOn && next.months === period.months;
}

const settled = (sales: readonly ChangedSale[], slip: string) =>
  sales
    .filter(({ slipId }) => slipId === slip)
    .map(({ document, source, costed, ...one }) => ({
      document,
      source,
      costed,
      was: { revenue: one.wasRevenue, cost: one.wasCost },
      now: { revenue: one.nowRevenue, cost: one.nowCost },
    }));

/** The ledger of what was settled against the sales of today. A correction is told by document, source, share and whether its cost is known. */
async function listChanged({ db }: Scope, who: readonly string[], slips: readonly ClosedRow[]): Promise<ChangedSale[]> {
  const from = slips.map(({ startsOn }) => startsOn).toSorted()[0] ?? "";
  const to = slips.map(endOf).toSorted().at(-1) ?? from;
  const ids = slips.map(({ id }) => id);
  const rows = await db.$queryRaw<unknown[]>`
    with slip as (
      select s.id, s.member_id, s.starts_on, (s.starts_on + make_interval(months => s.months))::date as ends_on from pay_slip s where s.id = any(${ids}::uuid[])
    ), settled as (
      select p.of_slip_id as slip_id, p.document, p.source, p.share, p.costed, min(p.sold_on) as sold_on, min(p.client_id::text) as client_id, min(p.client_label) as client_label,
        sum(p.revenue) as revenue, sum(p.cost) as cost
      from pay_slip_sale p where p.of_slip_id = any(${ids}::uuid[]) group by 1, 2, 3, 4, 5
    ), today as (
      select s.id as slip_id, c.document, c.source, c.share, c.costed, min(c.sold_on) as sold_on, min(c.client_id::text) as client_id, min(c.client_label) as client_label,
        sum(c.revenue) as revenue, sum(c.cost) as cost
      from app.credited_sales(${[...who]}::uuid[], ${from}::date, ${to}::date, true) c
      join slip s on s.member_id = c.member_id and c.sold_on >= s.starts_on and c.sold_on < s.ends_on group by 1, 2, 3, 4, 5
    )
    select slip_id::text "slipId", document, source, share, costed, coalesce(n.sold_on, w.sold_on)::text "soldOn", coalesce(n.client_id, w.client_id) "clientId",
      coalesce(w.client_label, n.client_label) "clientLabel", coalesce(w.revenue, 0)::text "wasRevenue", coalesce(w.cost, 0)::text "wasCost",
      coalesce(n.revenue, 0)::text "nowRevenue", coalesce(n.cost, 0)::text "nowCost"
    from settled w full join today n using (slip_id, document, source, share, costed)
    where coalesce(w.revenue, 0) <> coalesce(n.revenue, 0) or coalesce(w.cost, 0) <> coalesce(n.cost, 0)
    order by slip_id, document, source, share, costed`;
  return rows.map((one) => changed.parse(one));
}
