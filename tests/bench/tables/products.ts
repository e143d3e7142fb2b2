import { type Fill, idOf } from "../large-tenant";

/** 10 groups of 50 products. */
export const fillProducts: Fill = async (db) => {
  await db.query(
    `insert into product_group (tenant_id, id, name) select t.id, ${idOf("group", "n")}, 'Group ' || n from bench_company t, generate_series(0, 9) n`,
  );
  await db.query(`
    insert into product (tenant_id, id, code, name, group_id, unit)
    select t.id, ${idOf("product", "n")}, 'P' || n, 'Product ' || n, ${idOf("group", "n / 50")}, 'pc' from bench_company t, generate_series(0, 499) n`);
};
