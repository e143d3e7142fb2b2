import { z } from "zod";
import type { Scope } from "@/lib/access/scope";

/** By client, then by month. */
const months = z.record(z.string(), z.record(z.string(), z.string().transform(BigInt)));

/** What clients bought in whole months [fromMonth, toMonth), both first days; base minor units by month, months without sales are missing. One statement. */
export async function monthlySales(
  scope: Scope,
  clientIds: readonly string[],
  fromMonth: string,
  toMonth: string,
): Promise<Map<string, Map<string, bigint>>> {
  if (clientIds.length === 0) return new Map();
  const [found] = await scope.db.$queryRaw<{ months: unknown }[]>`
    with monthly as (
      select client_id, month, sum(amount)::text amount from client_month
      where client_id = any(${[...clientIds]}::uuid[]) and month >= ${fromMonth}::date and month < ${toMonth}::date
      group by client_id, month
    ), own as (select client_id, json_object_agg(month, amount) months from monthly group by client_id)
    select coalesce(json_object_agg(client_id, months), '{}') months from own`;
  return new Map(Object.entries(months.parse(found?.months)).map(([id, sold]) => [id, new Map(Object.entries(sold))]));
}

const turnover = z.object({ id: z.string(), amount: z.string().transform(BigInt) });

/** What every client in reach bought in whole months [from, to), those without sales too: what shares and classes are computed within. One statement. */
export async function turnoverInReach(
  scope: Scope,
  months: { from: string; to: string },
): Promise<{ id: string; amount: bigint }[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, coalesce(s.amount, 0)::text amount from client c left join lateral (
      select app.sold_between(x.first_month, x.running, ${months.from}::date, ${months.to}::date) amount from client_turnover x
      where x.tenant_id = c.tenant_id and x.client_id = c.id limit 1) s on true
    where c.archived_at is null`;
  return rows.map((one) => turnover.parse(one));
}
