import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { NO_GROUP, type ProductFilter } from "../schema";

const row = z.object({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  groupId: z.string().nullable(),
  group: z.string().nullable(),
  archived: z.boolean(),
  lastSold: z.string().nullable(),
  total: z.number(),
});

/** A product, and the last day on which the company sold it. */
export type ProductRow = Omit<z.output<typeof row>, "total">;

/** One page of the products that fit. One statement. */
export async function listProducts(
  scope: Scope,
  filter: Omit<ProductFilter, "size"> & { size: number },
): Promise<{ rows: ProductRow[]; total: number }> {
  const like = `%${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { sort, size, page } = filter;
  const group = filter.group ?? null;
  const found = await scope.db.$queryRaw<unknown[]>`
    select p.id::text, p.version, p.code, p.name, p.unit, p.group_id::text "groupId", g.name "group", p.archived_at is not null archived,
      s.sold_on::text "lastSold", count(*) over ()::int total
    from product p left join product_group g on g.tenant_id = p.tenant_id and g.id = p.group_id
    left join lateral (select l.sold_on from sale_line l where l.tenant_id = p.tenant_id and l.product_id = p.id order by l.sold_on desc limit 1) s on true
    where (p.archived_at is not null) = ${filter.archived === "1"} and (${filter.q} = '' or p.name ilike ${like} or p.code ilike ${like})
      and (${group}::text is null or coalesce(p.group_id::text, ${NO_GROUP}) = ${group}::text)
    order by case when ${sort} = 'name' then p.name end, case when ${sort} = '-name' then p.name end desc, case when ${sort} = 'code' then p.code end,
      case when ${sort} = '-code' then p.code end desc, case when ${sort} = 'sold' then s.sold_on end nulls first,
      case when ${sort} = '-sold' then s.sold_on end desc nulls last, p.name, p.id
    limit ${size} offset ${(page - 1) * size}`;
  const rows = found.map((one) => row.parse(one));
  return { rows: rows.map(({ total: _, ...one }) => one), total: rows[0]?.total ?? 0 };
}
