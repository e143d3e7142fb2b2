import { type Fill, idOf } from "../large-tenant";

/** Clients C1…, each with an industry, a region and two contacts with a channel. What client n is does not depend on its company. */
export const fillClients: Fill = async (db) => {
  for (const word of ["industry", "region"])
    await db.query(
      `insert into ${word} (tenant_id, id, name) select t.id, ${idOf(word, "n")}, '${word} ' || n from bench_company t, generate_series(1, 20) n`,
    );
  await db.query(`
    create temp table bench_client as select t.id as tenant_id, t.no, t.kams, t.documents, n, ${idOf("client", "n")} as id
    from bench_company t, generate_series(1, t.clients) n`);
  await db.query(`
    insert into client (tenant_id, id, code, kind, name, name_key, industry_id, region_id, city, tier, work_mode, since, note)
    select t.id, c.id, 'C' || n, 'company', (array['Severny', 'Green', 'Ural', 'North', 'Vega', 'Orion', 'Delta'])[n % 7 + 1] || ' trading house ' || n,
      'trading house ' || n, ${idOf("industry", "n % 20 + 1")}, ${idOf("region", "n % 13 + 1")}, 'City ' || n % 40, (array['A', 'B', 'C'])[n % 3 + 1],
      (array['proactive', 'reactive', 'mixed'])[n % 3 + 1], date '2015-01-01' + n % 3000, 'Asks for a call before the order.'
    from bench_client c join bench_company t on t.id = c.tenant_id`);
  await db.query(`
    insert into contact (tenant_id, id, client_id, name, job_title, role, is_key, birthday)
    select t.id, ${idOf("contact", "n * 10 + k")}, c.id, 'Contact ' || n || ' ' || k, 'Buyer', case k when 1 then 'decides' else 'buys' end, k = 1, date '1970-01-01' + n % 9000
    from bench_client c join bench_company t on t.id = c.tenant_id cross join generate_series(1, 2) k`);
  await db.query(`
    insert into contact_channel (tenant_id, id, client_id, contact_id, kind, value, value_key, preferred)
    select t.id, ${idOf("channel", "n * 10 + k")}, c.id, ${idOf("contact", "n * 10 + k")}, 'phone', '+7 900 ' || lpad((n * 10 + k)::text, 7, '0'), '7900' || lpad((n * 10 + k)::text, 7, '0'), true
    from bench_client c join bench_company t on t.id = c.tenant_id cross join generate_series(1, 2) k`);
};
