import { z } from "zod";
import type { Scope } from "@/lib/access/scope";

const row = z.object({ clientId: z.string(), month: z.string(), amount: z.string().transform(BigInt) });

/** What clients bought in whole months [fromMonth, toMonth), both first days; base minor units by month, months without sales are missing. One statement. */
export async function monthlySales(
  scope: Scope,
  clientIds: readonly string[],
  fromMonth: string,
  toMonth: string,
): Promise<Map<string, Map<string, bigint>>> {
  const sales = new Map<string, Map<string, bigint>>();
  if (clientIds.length === 0) return sales;
  const rows = await scope.db.$queryRaw<unknown[]>`
    select client_id::text "clientId", month::text, sum(amount)::text amount from client_month
    where client_id = any(${[...clientIds]}::uuid[]) and month >= ${fromMonth}::date and month < ${toMonth}::date
    group by client_id, month`;
  for (const one of rows) {
    const { clientId, month, amount } = row.parse(one);
    const months = sales.get(clientId) ?? new Map<string, bigint>();
    sales.set(clientId, months.set(month, amount));
  }
  return sales;
}

const turnover = z.object({ id: z.string(), amount: z.string().transform(BigInt) });

/** What every client in reach bought in whole months [from, to), those without sales too: what shares and classes are computed within. One statement. */
export async function turnoverInReach(
  scope: Scope,
  months: { from: string; to: string },
): Promise<{ id: string; amount: bigint }[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    with reached as materialized (select c.tenant_id, c.id from client c where c.archived_at is null)
    select c.id::text, coalesce(m.amount, 0)::text amount from reached c left join lateral (
      select sum(x.amount) amount from client_month x
      where x.tenant_id = c.tenant_id and x.client_id = c.id and x.month >= ${months.from}::date and x.month < ${months.to}::date) m on true`;
  return rows.map((one) => turnover.parse(one));
}
