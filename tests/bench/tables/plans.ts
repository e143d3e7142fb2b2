import { type Fill, idOf, TODAY } from "../large-tenant";

/** A book plan of each KAM for the running year, in force: a cell for every client and month, and its twin for the person. */
export const fillPlans: Fill = async (db) => {
  const year = `date '${TODAY.slice(0, 4)}-01-01'`;
  const owner =
    "a.tenant_id = t.id and a.client_id = c.id and a.role = 'primary' and a.starts_on <= " +
    `${year} and (a.ends_on is null or a.ends_on > ${year})`;
  await db.query(`
    insert into plan (tenant_id, id, member_id, kind, starts_on)
    select m.tenant_id, ${idOf("plan", "m.n")}, m.id, 'book', ${year} from bench_member m join bench_company t on t.id = m.tenant_id where m.role = 'kam'`);
  await db.query(`
    insert into plan_version (tenant_id, id, plan_id, member_id, number, status, figure, in_force_from)
    select m.tenant_id, ${idOf("version", "m.n")}, ${idOf("plan", "m.n")}, m.id, 1, 'approved', 0, ${year}
    from bench_member m join bench_company t on t.id = m.tenant_id where m.role = 'kam'`);
  await db.query(`
    insert into plan_cell (tenant_id, version_id, client_id, card_id, month, amount)
    select t.id, v.id, c.id, c.id, (${year} + make_interval(months => k))::date, (c.n * 7919 + k * 101) % 400000 + 1000
    from bench_client c join bench_company t on t.id = c.tenant_id join assignment a on ${owner} join plan_version v on v.tenant_id = t.id and v.member_id = a.member_id
    cross join generate_series(0, 11) k order by k, c.n`);
  await db.query(`
    insert into plan_credit (tenant_id, member_id, month, client_id, client_label, version_id, amount, planned)
    select x.tenant_id, v.member_id, x.month, x.client_id, c.name, x.version_id, x.amount, x.amount
    from plan_cell x join plan_version v on v.tenant_id = x.tenant_id and v.id = x.version_id join client c on c.tenant_id = x.tenant_id and c.id = x.client_id
    order by 1, 2, 3, 4`);
  await db.query(`
    update plan_version v set figure = s.amount, cells_total = s.amount, cells = s.n
    from (select tenant_id, version_id, sum(amount)::bigint as amount, count(*)::int as n from plan_cell group by 1, 2) s
    where s.tenant_id = v.tenant_id and s.version_id = v.id`);
};
