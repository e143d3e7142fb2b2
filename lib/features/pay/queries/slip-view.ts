import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { together } from "@/lib/access/together";
import { type PayPeriod, payPeriodName } from "@/lib/domain/pay/pay-period";
import type { SlipLine } from "@/lib/domain/pay/slip-line";
import { sourceKinds } from "@/lib/domain/source-kind";
import { wholeText } from "../plain";
import type { SlipContent } from "../slip-content";
import type { ChangedSale } from "./corrections";
import type { Credited } from "./credited";
import { type Reckoned, reckon } from "./reckon";
import { type ClosedRow, listClosedSlips, listStoredSlips, type StoredSlip } from "./stored-slips";

/** A sale that a line counts, as the slip tells it: by the client's label of that time, a link only within today's reach. */
export type SlipSale = Pick<
  Credited,
  "document" | "soldOn" | "clientId" | "clientLabel" | "reached" | "source" | "share" | "costed" | "revenue" | "cost"
>;

/**
 * A slip to look at. draft: computed now; approved: somebody stands for `approved.payout`, which may differ from what is computed now; closed: everything
 * as it was then.
 */
export type SlipView = {
  memberId: string;
  period: PayPeriod;
  state: "draft" | "approved" | "closed";
  stored: StoredSlip | null;
  lines: SlipLine[];
  payout: bigint;
  basePay: bigint;
  variable: bigint;
  carried: bigint;
  content: SlipContent;
  sales: SlipSale[];
  corrections: ChangedSale[];
  /** The period of the slip that an adjustment line corrects, by that slip. */
  corrected: Record<string, string>;
};

const sale = z.object({
  document: z.string(),
  soldOn: z.string(),
  clientId: z.string(),
  clientLabel: z.string(),
  reached: z.boolean(),
  source: z.enum(sourceKinds),
  share: z.number(),
  costed: z.boolean(),
  revenue: wholeText,
  cost: wholeText,
  ofSlipId: z.string(),
});

/** The slip of a person and period with everything behind it, or null where the caller sees none. */
export async function findSlip(scope: Scope, memberId: string, period: PayPeriod): Promise<SlipView | null> {
  const [stored = null] = (await listStoredSlips(scope, [memberId], period.startsOn, period.endsOn)).filter(
    ({ startsOn, months }) => startsOn === period.startsOn && months === period.months,
  );
  if (stored?.status === "closed") return closedView(scope, memberId, period, stored);
  const [reckoned] = (await reckon(scope, { who: [memberId], period, byDocument: [memberId] })).values();
  return reckoned ? openView(reckoned, period, stored) : null;
}

/** A slip that is not closed, as it stands now. */
export function openView(one: Reckoned, period: PayPeriod, stored: StoredSlip | null): SlipView {
  const { slip, content, corrections, memberId } = one;
  return {
    memberId,
    period,
    state: stored ? "approved" : "draft",
    stored,
    lines: slip.lines,
    payout: slip.payout,
    basePay: slip.base,
    variable: slip.variable,
    carried: slip.carried,
    content,
    sales: one.sales,
    corrections: corrections.sales,
    corrected: corrections.periods,
  };
}

/** A slip as it was closed; nothing of it is read from anywhere else. */
export async function closedView(
  scope: Scope,
  memberId: string,
  period: PayPeriod,
  stored: StoredSlip,
): Promise<SlipView> {
  const [slips, sales, periods] = await together<Scope, [ClosedRow[], ClosedSale[], Map<string, string>]>(
    scope,
    (batch) => [
      listClosedSlips(batch, [memberId], period.startsOn),
      listClosedSales(batch, stored.id),
      listPeriods(batch, memberId),
    ],
  );
  const closed = slips.find(({ id }) => id === stored.id);
  if (!closed) throw new Error("a closed slip without its lines");
  return {
    memberId,
    period,
    state: "closed",
    stored,
    lines: closed.lines,
    payout: stored.payout,
    basePay: stored.basePay,
    variable: stored.variable,
    carried: stored.carried,
    content: closed.content,
    sales: sales.filter(({ ofSlipId }) => ofSlipId === stored.id),
    corrections: sales
      .filter(({ ofSlipId }) => ofSlipId !== stored.id)
      .map(({ ofSlipId, ...one }) => settledChange(ofSlipId, one)),
    corrected: Object.fromEntries(
      closed.lines.flatMap((line) => {
        const of = line.kind === "adjustment" ? periods.get(line.adjustment.slip) : undefined;
        return line.kind === "adjustment" && of ? [[line.adjustment.slip, of]] : [];
      }),
    ),
  };
}

/** In a closed slip's ledger a correction is by how much the document differed; what it was and became stands in the line. */
function settledChange(slipId: string, { revenue, cost, ...one }: SlipSale): ChangedSale {
  return {
    ...one,
    slipId,
    clientId: one.clientId ?? "",
    wasRevenue: 0n,
    wasCost: 0n,
    nowRevenue: revenue,
    nowCost: cost,
  };
}

type ClosedSale = z.output<typeof sale>;

async function listClosedSales({ db }: Scope, slipId: string): Promise<ClosedSale[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select p.document, p.sold_on::text "soldOn", p.client_id::text "clientId", p.client_label "clientLabel", (c.id is not null) as reached, p.source, p.share, p.costed,
      p.revenue::text, p.cost::text, p.of_slip_id::text "ofSlipId"
    from pay_slip_sale p left join client c on c.tenant_id = p.tenant_id and c.id = p.client_id
    where p.slip_id = ${slipId}::uuid order by p.sold_on, p.document, p.source, p.share, p.costed`;
  return rows.map((row) => sale.parse(row));
}

/** The periods of a person's slips, by slip. */
async function listPeriods({ db }: Scope, memberId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; startsOn: string; months: 1 | 3 }[]>`
    select id::text, starts_on::text "startsOn", months::int from pay_slip where member_id = ${memberId}::uuid`;
  return new Map(rows.map(({ id, ...one }) => [id, payPeriodName(one)]));
}
