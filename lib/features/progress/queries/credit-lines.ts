import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type CreditLineFilter, NONE } from "../schema";

const big = z.string().transform(BigInt);
const found = z.object({
  member: z.string().nullable(),
  /** The label of that time, and what the roll-up says; null where the viewer has no such figure. */
  label: z.string().nullable(),
  credited: big.nullable(),
  client: z.object({ id: z.string(), name: z.string() }).nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      soldOn: z.string(),
      document: z.string(),
      product: z.string().nullable(),
      group: z.string().nullable(),
      amount: big,
      credited: big,
      share: z.number().nullable(),
    }),
  ),
  count: z.number(),
  total: big,
});

/** `lines` add up to `total`, and that is `credited`, wherever the client is in reach; the first of `count` are shown. */
export type CreditLines = z.output<typeof found> & { currency: string; today: string; state: CreditLineFilter };

const SHOWN = 500;

/** What of each sale line of a client is a member's credit, in whole months; `shown` null gives all lines. One statement. */
export async function creditLines(
  scope: Scope,
  filter: CreditLineFilter,
  shown: number | null = SHOWN,
): Promise<CreditLines> {
  const { client, from, to } = filter;
  const id = (value: string | undefined) => (value === NONE ? "00000000-0000-0000-0000-000000000000" : (value ?? null));
  const [member, group] = [id(filter.member), id(filter.group)];
  const [row] = await scope.db.$queryRaw<{ found: unknown }[]>`
    with line as materialized (
      select l.id, l.sold_on, l.document, p.name product, g.name "group", l.base_amount amount, coalesce(s.amount, l.base_amount) credited, s.share
      from sale_line l
      left join sale_share s on s.tenant_id = l.tenant_id and s.sale_id = l.id and s.member_id = ${member}::uuid
      left join product p on p.tenant_id = l.tenant_id and p.id = l.product_id
      left join product_group g on g.tenant_id = l.tenant_id and g.id = l.group_id
      where l.client_id = any(array[${client}::uuid, (select c.merged_into from client c where c.id = ${client}::uuid)]) and coalesce(l.booked_client_id, l.client_id) = ${client}::uuid
        and l.sold_on >= ${from}::date and l.sold_on < ${to}::date
        and (s.sale_id is not null or (coalesce(l.credit_id, app.no_id()) = ${member}::uuid
          and not exists (select from sale_share o where o.tenant_id = l.tenant_id and o.sale_id = l.id)))
        and (${group}::uuid is null or coalesce(l.group_id, app.no_id()) = ${group}::uuid) and (${filter.source ?? null}::text is null or l.source = ${filter.source ?? null}::text)
    ), credit as (
      select max(client_label) label, sum(amount)::text amount from credit_month
      where member_id = ${member}::uuid and client_id = ${client}::uuid and month >= ${from}::date and month < ${to}::date
        and (${group}::uuid is null or group_id = ${group}::uuid) and (${filter.source ?? null}::text is null or source = ${filter.source ?? null}::text))
    select jsonb_build_object(
      'member', (select m.name from member m where m.id = ${member}::uuid and exists (select from credit where label is not null)),
      'label', (select label from credit), 'credited', (select amount from credit),
      'client', (select jsonb_build_object('id', c.id, 'name', c.name) from client c where c.id = ${client}::uuid and c.merged_into is null),
      'count', (select count(*) from line), 'total', (select coalesce(sum(credited), 0)::text from line),
      'lines', (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'soldOn', l.sold_on, 'document', l.document, 'product', l.product, 'group', l."group",
          'amount', l.amount::text, 'credited', l.credited::text, 'share', l.share) order by l.sold_on desc, l.document, l.id), '[]')
        from (select * from line order by sold_on desc, document, id limit ${shown}::int) l)) found`;
  return { ...found.parse(row?.found), currency: scope.company.currency, today: scope.today, state: filter };
}
