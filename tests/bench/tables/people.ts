import { type Fill, idOf } from "../large-tenant";

/** How many KAMs a lead has. */
const TEAM = 10;

/**
 * Member 1…kams are KAMs, 1001… their leads, 2001 the admin, 3001… one specialist per lead, all with an account: kam1@1.bench.example, lead1@…, admin1@… in company 1 and so on.
 * Sessions are made by whoever needs one.
 */
export const fillPeople: Fill = async (db) => {
  await db.query(`
    create temp table bench_member as
      select t.id as tenant_id, t.no, n, role, ${idOf("member", "n")} as id, role || case role when 'kam' then n else n % 1000 end || '@' || t.no || '.bench.example' as email
      from bench_company t cross join lateral (
        select n, 'kam' as role from generate_series(1, t.kams) n
        union all select 1000 + n, 'lead' from generate_series(1, (t.kams + ${TEAM - 1}) / ${TEAM}) n
        union all select 3000 + n, 'specialist' from generate_series(1, (t.kams + ${TEAM - 1}) / ${TEAM}) n
        union all select 2001, 'admin') x`);
  await db.query(`
    insert into member (tenant_id, id, name, email, code, roles, joined_on) select tenant_id, id, initcap(role) || ' ' || n, email, 'M' || n, array[role], '2019-01-01' from bench_member`);
  await db.query(
    "insert into identity.person (id, email, name, created_at) select md5('person ' || email)::uuid, email, initcap(role) || ' ' || n, '2020-01-01' from bench_member",
  );
  await db.query(
    "insert into identity.membership select tenant_id, id, md5('person ' || email)::uuid from bench_member",
  );
  await db.query(`
    insert into team (tenant_id, id, name) select t.id, ${idOf("team", "n")}, 'Team ' || n from bench_company t, generate_series(1, (t.kams + ${TEAM - 1}) / ${TEAM}) n`);
  await db.query(`
    insert into team_member (tenant_id, id, team_id, member_id, role, starts_on)
    select m.tenant_id, ${idOf("place", "m.n")}, ${idOf("team", `case m.role when 'kam' then (m.n - 1) / ${TEAM} + 1 else m.n % 1000 end`)}, m.id,
      case m.role when 'lead' then 'lead' else 'member' end, '2020-01-01'
    from bench_member m join bench_company t on t.id = m.tenant_id where m.role <> 'admin'`);
};
