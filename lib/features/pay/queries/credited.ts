import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { CreditedSale } from "@/lib/domain/pay/slip";
import { sourceKinds } from "@/lib/domain/source-kind";
import { wholeText } from "../plain";

const row = z.object({
  memberId: z.string(),
  month: z.string(),
  document: z.string(),
  soldOn: z.string(),
  clientId: z.string().nullable(),
  clientLabel: z.string(),
  reached: z.boolean(),
  source: z.enum(sourceKinds),
  share: z.number(),
  costed: z.boolean(),
  revenue: wholeText,
  cost: wholeText,
});

/**
 * What a person is credited with of a document, or of a month and source. Amounts are the person's share in base minor units; `costed`: cost of
 * goods is known. The client is told by the label of that time; `reached` says whether there may be a link.
 */
export type Credited = z.output<typeof row>;

/**
 * Credited sales of [from, to), of those whose pay the caller sees: of some by document, because somebody looks at them or settles them, of the rest by
 * month. One statement.
 */
export async function listCredited(
  { db }: Scope,
  { byDocument = [], byMonth = [] }: { byDocument?: readonly string[]; byMonth?: readonly string[] },
  from: CalendarDate,
  to: CalendarDate,
): Promise<Credited[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select member_id::text "memberId", month::text, document, sold_on::text "soldOn", client_id::text "clientId", client_label "clientLabel", reached, source, share,
      costed, revenue::text, cost::text
    from (select * from app.credited_sales(${[...byDocument]}::uuid[], ${from}::date, ${to}::date, true)
      union all select * from app.credited_sales(${[...byMonth]}::uuid[], ${from}::date, ${to}::date, false)) c`;
  return rows.map((one) => row.parse(one));
}

/** As the slip's function takes it. Margin is revenue − cost, unknown without a cost. */
export function creditedSale({ document, source, share, costed, revenue, cost }: Credited): CreditedSale {
  return { ref: document || null, source, share, revenue, margin: costed ? revenue - cost : null };
}
