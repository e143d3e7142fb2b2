import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { payPeriodFrom } from "@/lib/domain/pay/pay-period";
import { plainOf } from "../plain";
import { type Reckoned, reckon } from "../queries/reckon";
import type { approveInput, closeInput, withdrawInput } from "../schema";
import { lineJson } from "../slip-line-json";

/** Who approves or closes slips of a period, does it alone until the end of the transaction. */
async function lockPeriod({ db, company }: Scope, startsOn: string, months: number): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtext('pay'), hashtext(${`${company.id} ${startsOn} ${months}`}))::text as locked`;
}

/**
 * Stands for the payout that was on the screen; one that is another by now is refused with its name. Nobody approves the own slip but the director.
 * Answers how many.
 */
export async function approveAll(
  scope: Scope,
  { startsOn, months, slips }: z.output<typeof approveInput>,
): Promise<number> {
  await lockPeriod(scope, startsOn, months);
  if (slips.some(({ memberId }) => memberId === scope.member.id) && !scope.roles.includes("director"))
    throw new Refusal("own-slip");
  const who = slips.map(({ memberId }) => memberId);
  const now = await reckon(scope, { who, period: payPeriodFrom(startsOn, months) });
  const rows = slips.map(({ memberId, payout }) => {
    const one = now.get(memberId);
    if (!one) throw new Refusal("not-found");
    if (String(one.slip.payout) !== payout) throw new Refusal("slip-changed");
    return {
      member_id: memberId,
      starts_on: startsOn,
      months,
      payout,
      base_pay: String(one.slip.base),
      variable: String(one.slip.variable),
    };
  });
  const made = await scope.db.$queryRaw<{ id: string }[]>`
    insert into pay_slip (member_id, starts_on, months, payout, base_pay, variable)
    select r.member_id, r.starts_on, r.months, r.payout, r.base_pay, r.variable
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(member_id uuid, starts_on date, months smallint, payout bigint, base_pay bigint, variable bigint)
    returning id::text`;
  return made.length;
}

/** Takes an approval back while the slip is open. */
export async function withdrawApproval({ db }: Scope, { id, version }: z.output<typeof withdrawInput>): Promise<void> {
  const gone =
    await db.$executeRaw`delete from pay_slip where id = ${id}::uuid and version = ${version} and status = 'approved'`;
  if (gone > 0) return;
  const [there] = await db.$queryRaw<{ status: string }[]>`select status from pay_slip where id = ${id}::uuid`;
  throw new Refusal(!there ? "not-found" : there.status === "closed" ? "slip-closed" : "changed-meanwhile");
}

/**
 * Makes approved slips final in one transaction under the period's lock: what is computed now must still be the sum that was approved. Labels, terms,
 * lines and the sales behind them are written down, corrections of earlier periods as settled.
 */
export async function closeAll(
  scope: Scope,
  { startsOn, months, slips }: z.output<typeof closeInput>,
): Promise<number> {
  await lockPeriod(scope, startsOn, months);
  const ids = slips.map(({ id }) => id);
  const rows = await scope.db.$queryRaw<
    { id: string; memberId: string; payout: string; version: number; status: string }[]
  >`
    select id::text, member_id::text "memberId", payout::text, version, status from pay_slip
    where id = any(${ids}::uuid[]) and starts_on = ${startsOn}::date and months = ${months} order by id for update`;
  if (rows.length < ids.length) throw new Refusal("not-found");
  if (rows.some(({ status }) => status === "closed")) throw new Refusal("slip-closed");
  if (rows.some((row) => slips.find(({ id }) => id === row.id)?.version !== row.version))
    throw new Refusal("changed-meanwhile");
  const who = rows.map(({ memberId }) => memberId);
  const now = await reckon(scope, { who, period: payPeriodFrom(startsOn, months), byDocument: who });
  const closing = rows.map((row) => {
    const one = now.get(row.memberId);
    if (!one || String(one.slip.payout) !== row.payout) throw new Refusal("slip-changed");
    return { id: row.id, ...one };
  });
  await writeLines(scope, closing);
  await writeSales(scope, closing);
  const heads = closing.map(({ id, slip, content, corrections }) => ({
    id,
    base_pay: String(slip.base),
    variable: String(slip.variable),
    carried: String(slip.carried),
    carried_from: corrections.carried?.id ?? null,
    content: JSON.parse(plainOf(content)) as unknown,
  }));
  return scope.db.$executeRaw`
    update pay_slip s set status = 'closed', closed_by = ${scope.member.id}::uuid, closed_at = ${scope.now}, base_pay = r.base_pay, variable = r.variable,
      carried = r.carried, carried_from = r.carried_from, content = r.content
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) r(id uuid, base_pay bigint, variable bigint, carried bigint, carried_from uuid, content jsonb)
    where s.id = r.id`;
}

type Closing = Reckoned & { id: string };

async function writeLines({ db }: Scope, closing: readonly Closing[]): Promise<void> {
  const rows = closing.flatMap(({ id, memberId, slip }) =>
    slip.lines.map((line, place) => ({
      slip_id: id,
      member_id: memberId,
      place: place + 1,
      kind: line.kind,
      component: line.component,
      amount: String(line.amount),
      reason: JSON.parse(lineJson(line)) as unknown,
    })),
  );
  await db.$executeRaw`
    insert into pay_slip_line (slip_id, member_id, place, kind, component, amount, reason)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(slip_id uuid, member_id uuid, place smallint, kind text, component text, amount bigint, reason jsonb)`;
}

async function writeSales({ db }: Scope, closing: readonly Closing[]): Promise<void> {
  const rows = closing.flatMap(({ id, memberId, sales, corrections }) =>
    [
      ...sales.map((sale) => ({ of: id, ...sale })),
      ...corrections.sales.map(({ slipId, wasRevenue, wasCost, nowRevenue, nowCost, ...sale }) => ({
        of: slipId,
        ...sale,
        revenue: nowRevenue - wasRevenue,
        cost: nowCost - wasCost,
      })),
    ].map(({ of, document, soldOn, clientId, clientLabel, source, share, costed, revenue, cost }) => ({
      slip_id: id,
      of_slip_id: of,
      member_id: memberId,
      document,
      sold_on: soldOn,
      client_id: clientId,
      client_label: clientLabel,
      source,
      share,
      costed,
      revenue: String(revenue),
      cost: String(cost),
    })),
  );
  await db.$executeRaw`
    insert into pay_slip_sale (slip_id, of_slip_id, member_id, document, sold_on, client_id, client_label, source, share, costed, revenue, cost)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(slip_id uuid, of_slip_id uuid, member_id uuid, document text, sold_on date, client_id uuid, client_label text,
      source text, share int, costed boolean, revenue bigint, cost bigint)`;
}
