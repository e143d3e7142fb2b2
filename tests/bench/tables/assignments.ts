import { BOOK, type Fill, idOf } from "../large-tenant";

/**
 * The first BOOK clients are the first KAM's; the others are dealt out. Past those, every tenth client changed hands on 2025-01-01, and every twentieth
 * has a specialist with a tenth of the credit.
 */
export const fillAssignments: Fill = async (db) => {
  const kam = (shift: string) =>
    idOf("member", `case when c.kams = 1 or n <= ${BOOK} then 1 else 2 + (n + ${shift}) % (c.kams - 1) end`);
  const moved = `c.kams > 2 and n > ${BOOK} and n % 10 = 3`;
  const shared = `n > ${BOOK} and n % 20 = 0`;
  await db.query(`
    insert into assignment (tenant_id, id, client_id, member_id, role, starts_on, ends_on, share)
    select t.id, ${idOf("assignment", "n * 10")}, c.id, ${kam("0")}, 'primary', case when ${moved} then date '2025-01-01' else date '2020-01-01' end, null::date,
      case when ${shared} then 90 else 100 end
    from bench_client c join bench_company t on t.id = c.tenant_id
    union all select t.id, ${idOf("assignment", "n * 10 + 1")}, c.id, ${kam("1")}, 'primary', '2020-01-01', '2025-01-01', 100
    from bench_client c join bench_company t on t.id = c.tenant_id where ${moved}
    union all select t.id, ${idOf("assignment", "n * 10 + 2")}, c.id, ${idOf("member", "3001")}, 'specialist', '2020-01-01', null, 10
    from bench_client c join bench_company t on t.id = c.tenant_id where ${shared}`);
};
