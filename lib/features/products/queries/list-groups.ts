import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { closedMonths } from "@/lib/domain/closed-months";

const row = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  archived: z.boolean(),
  /** Living products in it. */
  products: z.number(),
  turnover: z.string().transform((text) => BigInt(text)),
  lastMonth: z.string().nullable(),
});

/** A product group; `turnover` of the last twelve closed months in base minor units, `lastMonth` the first day of the last month with a sale. */
export type GroupRow = z.output<typeof row>;

/** All groups by name, archived ones last. One statement; turnover comes from the monthly roll-up. */
export async function listGroups(scope: Scope): Promise<GroupRow[]> {
  const year = closedMonths(scope.today, 12);
  const rows = await scope.db.$queryRaw<unknown[]>`
    select g.id::text, g.version, g.name, g.archived_at is not null archived,
      (select count(*)::int from product p where p.tenant_id = g.tenant_id and p.group_id = g.id and p.archived_at is null) products,
      coalesce(t.amount, 0)::text turnover, t.last::text "lastMonth"
    from product_group g left join (
      select group_id, sum(amount) filter (where month >= ${year.from}::date and month < ${year.to}::date) amount, max(month) last
      from client_month group by group_id) t on t.group_id = g.id
    order by g.archived_at is not null, g.name, g.id`;
  return rows.map((one) => row.parse(one));
}

export type GroupName = { id: string; name: string };

/** Groups to choose from, by name. */
export function listGroupNames({ db }: Scope): Promise<GroupName[]> {
  return db.productGroup.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
