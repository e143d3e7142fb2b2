import type pg from "pg";
import { expect } from "vitest";

const sums = (amount: string, cost: string, uncosted: string, lines: string) =>
  `sum(${amount})::numeric as amount, coalesce(sum(${cost}), 0)::numeric as cost, sum(${uncosted})::numeric as uncosted, sum(${lines})::numeric as lines`;

const figures = "amount::numeric, cost::numeric, uncosted::numeric, lines::numeric";
const month = "date_trunc('month', l.sold_on)::date";
const share = "left join sale_share s on s.tenant_id = l.tenant_id and s.sale_id = l.id";

/** Fails unless the roll-ups of all companies are what the sale lines add up to, and the parts of every shared line are the whole. */
export async function expectRollUps(owner: pg.Client): Promise<void> {
  const clients = `select l.tenant_id, l.client_id, ${month}, coalesce(l.group_id, app.no_id()), l.source,
    ${sums("l.base_amount", "l.cost", "(l.cost is null)::int", "1")} from sale_line l group by 1, 2, 3, 4, 5`;
  const credits = `select l.tenant_id, coalesce(s.member_id, l.credit_id, app.no_id()), ${month}, l.client_id, coalesce(l.group_id, app.no_id()), l.source,
    ${sums("coalesce(s.amount, l.base_amount)", "case when s.sale_id is null then l.cost else s.cost end", "case when l.cost is null then coalesce(s.counted, 1) else 0 end", "coalesce(s.counted, 1)")}
    from sale_line l ${share} group by 1, 2, 3, 4, 5, 6`;
  const number = (day: string) => `(extract(year from ${day}) * 12 + extract(month from ${day}))::int`;
  const turnover = `select l.tenant_id, l.client_id, m.month,
      (select sum(s.base_amount) from sale_line s where s.tenant_id = l.tenant_id and s.client_id = l.client_id and ${number("s.sold_on")} <= m.month)
    from (select tenant_id, client_id, min(${number("sold_on")}) as first, max(${number("sold_on")}) as last from sale_line group by 1, 2) l
    cross join generate_series(l.first, l.last) m(month)`;
  const kept = {
    client_turnover: [
      turnover,
      `select t.tenant_id, t.client_id, t.first_month + r.place::int - 1, r.amount::numeric from client_turnover t
       cross join unnest(t.running) with ordinality r(amount, place)`,
    ],
    client_month: [clients, `select tenant_id, client_id, month, group_id, source, ${figures} from client_month`],
    member_month: [
      "select tenant_id, member_id, month, source, sum(amount)::numeric from credit_month group by 1, 2, 3, 4",
      "select tenant_id, member_id, month, source, amount::numeric from member_month",
    ],
    member_client: [
      `select k.tenant_id, k.member_id, k.client_id, k.client_label, m.month, (select sum(c.amount) from credit_month c where (c.tenant_id, c.member_id, c.client_id, c.client_label) =
          (k.tenant_id, k.member_id, k.client_id, k.client_label) and ${number("c.month")} <= m.month)
       from (select tenant_id, member_id, client_id, client_label, min(${number("month")}) as first, max(${number("month")}) as last from credit_month group by 1, 2, 3, 4) k
       cross join generate_series(k.first, k.last) m(month)`,
      `select m.tenant_id, m.member_id, m.client_id, m.client_label, m.first_month + r.place::int - 1, r.amount::numeric from member_client m
       cross join unnest(m.running) with ordinality r(amount, place)`,
    ],
    credit_month: [
      credits,
      `select tenant_id, member_id, month, client_id, group_id, source, ${figures} from credit_month`,
    ],
  };
  for (const [table, [facts, rolled]] of Object.entries(kept)) {
    const { rows } = await owner.query(
      `((${facts}) except (${rolled})) union all ((${rolled}) except (${facts})) limit 5`,
    );
    expect(rows, `${table} is not what the facts add up to`).toEqual([]);
  }
  const { rows: torn } = await owner.query(
    "select l.id from sale_line l join sale_share s on s.tenant_id = l.tenant_id and s.sale_id = l.id group by l.tenant_id, l.id, l.base_amount having sum(s.amount) <> l.base_amount limit 5",
  );
  expect(torn, "shared lines whose parts are not the whole").toEqual([]);
}
