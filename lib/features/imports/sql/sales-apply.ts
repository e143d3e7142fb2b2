import type { KindContext } from "../kind";
import { productReference, resolveReference, wordReference } from "./reference";
import { renameSources, sourceKinds } from "./source-kinds";
import { execute } from "./staged";

/** Adds the product groups and products that the file names and nobody knows. */
export async function prepareProducts({ scope, run, mapped }: KindContext): Promise<void> {
  await resolveReference(scope, wordReference("product_group", "product_group"));
  await execute(
    scope,
    `with made as (insert into public.product_group (name) select distinct on (lower(s.product_group)) s.product_group from staged s
       left join ref_product_group r on r.value = s.product_group where s.product_group is not null and r.id is null order by lower(s.product_group), s.row_no returning id)
     insert into public.import_undo (import_id, table_name, row_id, before, version_after) select $1::uuid, 'product_group', id, null, 1 from made`,
    run,
  );
  await execute(scope, "drop table ref_product_group");
  if (!mapped.has("product")) return;
  await resolveReference(scope, productReference);
  await execute(
    scope,
    `with made as (insert into public.product (code, name, group_id) select distinct on (lower(s.product)) s.product, coalesce(s.product_name, s.product),
         (select g.id from public.product_group g where g.tenant_id = (select app.tenant()) and lower(g.name) = lower(s.product_group) limit 1)
       from staged s left join ref_product r on r.value = s.product where s.product is not null and r.id is null and length(s.product) <= 60
       order by lower(s.product), s.row_no returning id)
     insert into public.import_undo (import_id, table_name, row_id, before, version_after) select $1::uuid, 'product', id, null, 1 from made`,
    run,
  );
  await execute(scope, "drop table ref_product");
}

/**
 * Writes the lines of `good` in sets. Sources are worked out first, over what is there and what comes, so that new lines are written once;
 * afterwards lines that were there get the name that they now deserve.
 */
export async function applySales({ scope, run, options }: KindContext): Promise<void> {
  await execute(scope, "delete from good where not (is_new or (changed and $1))", options.update);
  await execute(
    scope,
    `create temp table touched on commit drop as select client_id from good union select old_client from good where old_client is not null union select client_id from gone`,
  );
  await execute(scope, "analyze touched");
  const lines = `select client_id, sold_on, group_id, amount from good union all
    select l.client_id, l.sold_on, l.group_id, l.amount from public.sale_line l join touched using (client_id) where l.tenant_id = (select app.tenant())
      and not exists (select from good g where g.id = l.id) and not exists (select from gone g where g.id = l.id)`;
  await execute(scope, `create temp table kinds on commit drop as ${sourceKinds(lines)}`);
  await execute(scope, "analyze kinds");
  await execute(
    scope,
    `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
     select $1::uuid, 'sale_line', l.id, to_jsonb(l), case when g.id is null then 0 else l.version + 1 end
     from public.sale_line l left join good g on g.id = l.id and g.changed left join gone x on x.id = l.id
     where l.tenant_id = (select app.tenant()) and (g.id is not null or x.id is not null)`,
    run,
  );
  await execute(
    scope,
    "delete from public.sale_line l using gone g where l.tenant_id = (select app.tenant()) and l.id = g.id",
  );
  await execute(
    scope,
    `update public.sale_line l set client_id = g.client_id, sold_on = g.sold_on, product_id = g.product_id, group_id = g.group_id, quantity = g.quantity,
       currency = g.currency, amount = g.amount, rate = g.rate, base_amount = g.base_amount, cost = g.cost, seller_id = g.seller_id, owner_id = g.owner_id, source = k.source, source_rule = 1
     from good g join kinds k on k.client_id = g.client_id and k.sold_on = g.sold_on and k.group_id is not distinct from g.group_id
     where g.changed and l.tenant_id = (select app.tenant()) and l.id = g.id`,
  );
  await execute(
    scope,
    `insert into public.sale_line (id, client_id, sold_on, document, line, product_id, group_id, quantity, currency, amount, rate, base_amount, cost, seller_id, owner_id, source, import_id)
     select g.id, g.client_id, g.sold_on, g.document, g.line, g.product_id, g.group_id, g.quantity, g.currency, g.amount, g.rate, g.base_amount, g.cost, g.seller_id, g.owner_id, k.source, $1::uuid
     from good g join kinds k on k.client_id = g.client_id and k.sold_on = g.sold_on and k.group_id is not distinct from g.group_id where g.is_new`,
    run,
  );
  await execute(scope, renameSources);
}
