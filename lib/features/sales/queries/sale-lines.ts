import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { sourceKinds } from "@/lib/domain/source-kind";
import { NO_GROUP, type SaleLineFilter, saleLineFilter } from "../schema";

const lineRow = z.object({
  id: z.string(),
  soldOn: z.string(),
  document: z.string(),
  line: z.string(),
  product: z.string().nullable(),
  group: z.string().nullable(),
  quantity: z.string().nullable(),
  unit: z.string().nullable(),
  currency: z.string(),
  amount: z.string().transform(BigInt),
  baseAmount: z.string().transform(BigInt),
  source: z.enum(sourceKinds),
  seller: z.string().nullable(),
});

const found = z.object({
  rows: z.array(lineRow),
  totals: z.object({ lines: z.number(), documents: z.number(), amount: z.string().transform(BigInt) }),
  groups: z.array(z.object({ id: z.string().nullable(), name: z.string().nullable(), count: z.number() })),
});

export { type SaleLineFilter, saleLineFilter };
export type SaleLineRow = z.output<typeof lineRow>;
export type SaleLines = z.output<typeof found> & {
  /** The filter as it was applied. */
  state: SaleLineFilter & { page: number; size: number };
  currency: string;
};

/**
 * The lines that a figure of a client counts, in pages, and what they add up to: all lines that fit, not only those of the page. `groups` are what
 * the filter offers. One statement.
 */
export async function saleLines(scope: Scope, clientId: string, filter: SaleLineFilter): Promise<SaleLines> {
  const state = { ...filter, page: filter.page ?? 1, size: filter.size ?? 100 };
  const down = state.sort.startsWith("-");
  const byAmount = state.sort.endsWith("amount");
  const words = `%${state.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const [row] = await scope.db.$queryRaw<{ found: unknown }[]>`
    with fitting as materialized (
      select l.*, p.name product, p.unit from sale_line l left join product p on p.tenant_id = l.tenant_id and p.id = l.product_id
      where l.client_id = ${clientId}::uuid and l.sold_on >= coalesce(${state.from ?? null}::date, '-infinity') and l.sold_on < coalesce(${state.to ?? null}::date, 'infinity')
        and (${state.group ?? null}::text is null or coalesce(l.group_id::text, ${NO_GROUP}) = ${state.group ?? null}::text)
        and (${state.source ?? null}::text is null or l.source = ${state.source ?? null}::text) and (${state.returns !== "1"} or l.base_amount < 0)
        and (${state.q} = '' or l.document ilike ${words} or p.name ilike ${words})
    ), page as (
      select *, row_number() over (order by case when ${byAmount && down} then base_amount end desc, case when ${byAmount && !down} then base_amount end,
        case when ${down} then sold_on end desc, case when ${!down} then sold_on end, document, line, id) place
      from fitting order by place limit ${state.size}
      offset least((${state.page} - 1) * ${state.size}, greatest(0, (select count(*)::int - 1 from fitting)) / ${state.size} * ${state.size}))
    select jsonb_build_object(
      'totals', (select jsonb_build_object('lines', count(*), 'documents', count(distinct document), 'amount', coalesce(sum(base_amount), 0)::text) from fitting),
      'groups', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'count', n.count) order by (g.name is null), g.name), '[]')
        from (select tenant_id, group_id, count(*) from sale_line where client_id = ${clientId}::uuid group by tenant_id, group_id) n
        left join product_group g on g.tenant_id = n.tenant_id and g.id = n.group_id),
      'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', page.id, 'soldOn', page.sold_on, 'document', page.document, 'line', page.line, 'product', page.product,
          'group', g.name, 'quantity', trim_scale(page.quantity)::text, 'unit', page.unit, 'currency', page.currency, 'amount', page.amount::text,
          'baseAmount', page.base_amount::text, 'source', page.source, 'seller', m.name) order by page.place), '[]')
        from page left join product_group g on g.tenant_id = page.tenant_id and g.id = page.group_id
        left join member m on m.tenant_id = page.tenant_id and m.id = page.credit_id)) found`;
  const answer = found.parse(row?.found);
  const pages = Math.max(1, Math.ceil(answer.totals.lines / state.size));
  return { ...answer, state: { ...state, page: Math.min(state.page, pages) }, currency: scope.company.currency };
}
