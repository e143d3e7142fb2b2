import type pg from "pg";
import { sourceKinds } from "@/lib/features/imports/sql/source-kinds";
import { type Fill, idOf, TODAY } from "../large-tenant";

/**
 * Lines as documents have them: a client buys from two groups of its own and now and then from a third; every 23rd line is a return, a fifth has no
 * known cost, a few name their seller. `client`: SQL that says of which clients (columns of bench_client).
 */
export async function makeLines(db: pg.Client, lines: number, client: string): Promise<void> {
  await db.query("drop table if exists bench_line");
  await db.query(
    `create temp table bench_line as
     select t.id as tenant_id, ${idOf("sale", "n || ' ' || k || ' ' || l")} as id, c.id as client_id, n, k, l,
       date '${TODAY}' - 1095 + k * 1095 / c.documents + (n * 37 + k * 11) % 30 as sold_on, 'D' || n || '-' || k as document, product, ${idOf("product", "product")} as product_id,
       ${idOf("group", "product / 50")} as group_id, (n + k + l) % 9 + 1 as quantity, amount, case when l % 5 <> 0 then amount * 7 / 10 end as cost,
       case when (n + k) % 29 = 0 then ${idOf("member", "c.kams")} end as seller_id, case when (n + k) % 29 = 0 then 'M' || c.kams end as seller
     from bench_client c join bench_company t on t.id = c.tenant_id cross join generate_series(0, c.documents - 1) k cross join generate_series(1, $1::int) l
       cross join lateral (select (n + case when l < 5 then 0 when l < 8 then 1 else (n + k) % 10 end) % 10 * 50 + (n * 7 + k * 3 + l * 11) % 50 as product,
         ((n::bigint * 7919 + k * 104729 + l * 1299709) % 500000 + 1000) * case when (n + k + l) % 23 = 0 then -1 else 1 end as amount) x
     where ${client} order by k, n, l`,
    [lines],
  );
  await db.query("analyze bench_line");
}

const SHARED =
  "exists (select from assignment a where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'specialist')";

/** Facts with their roll-ups. Where credit is shared the triggers do the work; else it is a plain sum, done once. */
export const fillSales: Fill = async (db, size) => {
  await db.query("set session_replication_role = origin");
  await makeLines(db, size.lines, SHARED);
  await insertLines(db);
  await db.query("set session_replication_role = replica");
  await makeLines(db, size.lines, `not ${SHARED}`);
  await insertLines(db);
  const figures =
    "sum(l.base_amount), coalesce(sum(l.cost), 0), count(*) - count(l.cost), count(*) from bench_sale b join sale_line l on l.tenant_id = b.tenant_id and l.id = b.id";
  await db.query(`
    insert into client_month (tenant_id, client_id, month, group_id, source, amount, cost, uncosted, lines)
    select l.tenant_id, l.client_id, date_trunc('month', l.sold_on), l.group_id, l.source, ${figures} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`);
  await db.query(`
    insert into credit_month (tenant_id, member_id, month, client_id, client_label, group_id, source, amount, cost, uncosted, lines)
    select l.tenant_id, l.credit_id, date_trunc('month', l.sold_on), l.client_id, max(c.name), l.group_id, l.source, ${figures}
      join client c on c.tenant_id = l.tenant_id and c.id = l.client_id group by 1, 2, 3, 4, 6, 7 order by 1, 2, 3, 4, 6, 7`);
  for (const keep of ["app.keep_turnover", "app.keep_rhythm"])
    await db.query(
      `select ${keep}(array_agg(tenant_id), array_agg(client_id)) from (select distinct tenant_id, client_id from client_month order by 1, 2) x`,
    );
  await db.query(
    "select app.keep_people(array_agg(tenant_id), array_agg(member_id)) from (select distinct tenant_id, member_id from credit_month) x",
  );
};

async function insertLines(db: pg.Client): Promise<void> {
  await db.query("drop table if exists bench_kind");
  await db.query("drop table if exists bench_sale");
  await db.query(
    `create temp table bench_kind as ${sourceKinds("select client_id, sold_on, group_id, amount from bench_line")}`,
  );
  await db.query("analyze bench_kind");
  await db.query("create temp table bench_sale as select tenant_id, id from bench_line");
  await db.query(`
    insert into sale_line (tenant_id, id, client_id, sold_on, document, line, product_id, group_id, quantity, currency, amount, rate, base_amount, cost, seller_id, owner_id, source)
    select b.tenant_id, b.id, b.client_id, b.sold_on, b.document, b.l::text, b.product_id, b.group_id, b.quantity, 'RUB', b.amount, 1, b.amount, b.cost, b.seller_id, a.member_id, k.source
    from bench_line b join bench_kind k on k.client_id = b.client_id and k.sold_on = b.sold_on and k.group_id = b.group_id
    left join assignment a on a.tenant_id = b.tenant_id and a.client_id = b.client_id and a.role = 'primary' and a.starts_on <= b.sold_on and (a.ends_on is null or a.ends_on > b.sold_on)
    order by b.k, b.n, b.l`);
}
