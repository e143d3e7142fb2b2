import type pg from "pg";
import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { slipOf } from "@/lib/domain/pay/slip";
import { workdays } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import { insertRows } from "../insert";
import type { Random } from "../random";
import type { Company } from "../rows";

export type Seller = { id: string; name: string };
type Asked = {
  tenant: Company["tenant"];
  today: CalendarDate;
  closer: string;
  sellers: readonly Seller[];
  months: readonly CalendarDate[];
  plan: { planId: string; versionId: string; name: string; terms: PayPlan };
  package: unknown;
  quota: (member: string, month: CalendarDate) => string | null;
  calendar: WorkingCalendar;
  random: Random;
};

type Sale = {
  member_id: string;
  month: string;
  document: string;
  sold_on: string;
  client_id: string;
  client_label: string;
  source: "new" | "growth" | "renewal";
  share: number;
  costed: boolean;
  revenue: string;
  cost: string;
};

/** Slips as they were closed on the fifth day of the next month, over the sales as the database credits them. */
export async function closeMonths(client: pg.Client, asked: Asked): Promise<void> {
  const { tenant, months, sellers, plan, closer, random } = asked;
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return;
  const sales = await credited(client, asked, first, addMonths(last, 1));
  const slips: object[] = [];
  const lines: object[] = [];
  const ledger: object[] = [];
  for (const month of months)
    for (const { id: member_id, name } of sellers) {
      const slip_id = random.uuid();
      const own = sales.filter((sale) => sale.member_id === member_id && sale.month === month);
      const { days } = workdays(asked.calendar, { startsOn: month, endsOn: addMonths(month, 1) });
      const amount = asked.quota(member_id, month);
      const versions = [`${month.slice(0, 4)} · 1`];
      const slip = slipOf(plan.terms, {
        days: { worked: days, total: days },
        plans: amount === null ? [] : [{ ref: versions.join(", "), source: null, amount: BigInt(amount) }],
        sales: own.map((sale) => {
          const revenue = BigInt(sale.revenue);
          const margin = sale.costed ? revenue - BigInt(sale.cost) : null;
          return { ref: sale.document, source: sale.source, share: sale.share, revenue, margin };
        }),
        measures: new Map(),
        adjustments: [],
      });
      const closed_at = `${addMonths(month, 1).slice(0, 8)}05T09:00:00Z`;
      const content = {
        member: name,
        company: tenant.name,
        currency: tenant.currency,
        fiscalStartMonth: 1,
        plan: { id: plan.planId, name: plan.name, kind: "tiers", versionId: plan.versionId, number: 1 },
        terms: plan.terms,
        package: asked.package,
        revenue: own.reduce((sum, one) => sum + BigInt(one.revenue), 0n),
        quota: amount === null ? null : { amount, versions },
        measures: [],
        days: { worked: days, total: days },
      };
      slips.push(
        plain({
          tenant_id: tenant.id,
          id: slip_id,
          member_id,
          starts_on: month,
          months: 1,
          status: "closed",
          payout: slip.payout,
          base_pay: slip.base,
          variable: slip.variable,
          carried: slip.carried,
          content,
          approved_by: closer,
          approved_at: closed_at,
          closed_by: closer,
          closed_at,
        }),
      );
      for (const [place, line] of slip.lines.entries())
        lines.push(
          plain({
            tenant_id: tenant.id,
            slip_id,
            member_id,
            place: place + 1,
            kind: line.kind,
            component: line.component,
            amount: line.amount,
            reason: "sales" in line ? { ...line, sales: [] } : line,
          }),
        );
      for (const { month: _, ...sale } of own)
        ledger.push({ tenant_id: tenant.id, slip_id, of_slip_id: slip_id, ...sale });
    }
  await insertRows(client, "public.pay_slip", slips);
  await insertRows(client, "public.pay_slip_line", lines);
  await insertRows(client, "public.pay_slip_sale", ledger);
}

const plain = (value: object): object =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? one.toString() : one))) as object;

/** The function that slips read sales by, asked as the person who closes them; the context is emptied again, so that the demo stays nobody's doing. */
async function credited(
  client: pg.Client,
  { tenant, today, closer, sellers }: Asked,
  from: CalendarDate,
  to: CalendarDate,
): Promise<Sale[]> {
  const enter =
    "select set_config('app.tenant', $1, true), set_config('app.member', $2, true), set_config('app.ability', $3, true), set_config('app.today', $4, true)";
  await client.query(enter, [tenant.id, closer, "pay:close", today]);
  const { rows } = await client.query<Sale>(
    `select member_id::text, month::text, document, sold_on::text, client_id::text, client_label, source, share, costed, revenue::text, cost::text
     from app.credited_sales($1::uuid[], $2::date, $3::date, true)`,
    [sellers.map(({ id }) => id), from, to],
  );
  await client.query(enter, ["", "", "", ""]);
  return rows;
}
