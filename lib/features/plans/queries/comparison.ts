import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { fiscalYearOf } from "@/lib/domain/fiscal-year";
import { planMonths } from "../year";

const side = z.object({
  id: z.string(),
  number: z.number(),
  status: z.string(),
  figure: z.string().transform(BigInt),
  reason: z.string().nullable(),
  planId: z.string(),
  memberName: z.string(),
  startsOn: z.string(),
});
const cell = z.object({
  clientId: z.string().nullable(),
  name: z.string().nullable(),
  month: z.string(),
  before: z.string().transform(BigInt),
  after: z.string().transform(BigInt),
});

type Side = z.output<typeof side>;
/** `id` null: figures of a plan without clients. Base minor units by month of the plan. */
export type ComparedRow = { id: string | null; name: string; before: bigint[]; after: bigint[]; change: bigint };

export type PlanComparison = {
  before: Side;
  after: Side;
  year: number;
  months: string[];
  /** Rows that differ, the largest change first; `same` is how many do not. */
  rows: ComparedRow[];
  same: number;
  totals: { before: bigint[]; after: bigint[] };
  currency: string;
};

/** Both versions of one plan, the older one first; null where either is out of reach or of another plan. Two statements. */
export async function comparePlanVersions(
  scope: Scope,
  versionId: string,
  withId: string,
): Promise<PlanComparison | null> {
  const found = await scope.db.$queryRaw<unknown[]>`
    select v.id::text, v.number, v.status, v.figure::text, v.reason, v.plan_id::text "planId", m.name "memberName", p.starts_on::text "startsOn"
    from plan_version v join plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id join member m on m.tenant_id = v.tenant_id and m.id = v.member_id
    where v.id in (${versionId}::uuid, ${withId}::uuid) order by v.number`;
  const [before, after] = found.map((row) => side.parse(row));
  if (!before || !after || before.planId !== after.planId) return null;
  const cells = await scope.db.$queryRaw<unknown[]>`
    select x.client_id::text "clientId", c.name, x.month::text, coalesce(sum(x.amount) filter (where x.version_id = ${before.id}::uuid), 0)::text "before",
      coalesce(sum(x.amount) filter (where x.version_id = ${after.id}::uuid), 0)::text "after"
    from (
      select tenant_id, version_id, client_id, month, amount from plan_cell where version_id in (${before.id}::uuid, ${after.id}::uuid)
      union all select tenant_id, version_id, null, starts_on, amount from plan_figure where version_id in (${before.id}::uuid, ${after.id}::uuid)) x
    left join client c on c.tenant_id = x.tenant_id and c.id = x.client_id
    group by x.client_id, c.name, x.month`;
  const months = planMonths(before.startsOn);
  const rows = rowsOf(cells, months);
  const changed = rows.filter((row) => row.before.some((amount, at) => amount !== row.after[at]));
  const totals = (which: "before" | "after") =>
    months.map((_, at) => rows.reduce((sum, row) => sum + (row[which][at] ?? 0n), 0n));
  return {
    before,
    after,
    year: fiscalYearOf(before.startsOn, scope.company.fiscalStartMonth),
    months,
    rows: changed.toSorted(byChange),
    same: rows.length - changed.length,
    totals: { before: totals("before"), after: totals("after") },
    currency: scope.company.currency,
  };
}

function rowsOf(cells: readonly unknown[], months: readonly string[]): ComparedRow[] {
  const place = new Map(months.map((month, at) => [month, at]));
  const rows = new Map<string, ComparedRow>();
  for (const given of cells) {
    const { clientId, name, month, before, after } = cell.parse(given);
    const none = () => months.map(() => 0n);
    const row = rows.get(clientId ?? "") ?? {
      id: clientId,
      name: name ?? "",
      before: none(),
      after: none(),
      change: 0n,
    };
    const at = place.get(month) ?? 0;
    row.before[at] = (row.before[at] ?? 0n) + before;
    row.after[at] = (row.after[at] ?? 0n) + after;
    row.change += after - before;
    rows.set(clientId ?? "", row);
  }
  return [...rows.values()];
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);

function byChange(a: ComparedRow, b: ComparedRow): number {
  const [left, right] = [size(a.change), size(b.change)];
  return left === right ? (a.name < b.name ? -1 : 1) : left > right ? -1 : 1;
}
