import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { monthStart } from "@/lib/domain/calendar-date";
import { fiscalYearOf } from "@/lib/domain/fiscal-year";
import { sumOf } from "@/lib/domain/money";
import { ratio } from "@/lib/domain/rounding";
import {
  type FigureSpan,
  type PlanKind,
  type PlanRule,
  type PlanStatus,
  planKinds,
  planStatuses,
  storedRule,
} from "../schema";
import { planMonths } from "../year";
import { bookDay, listBookClients, listHistory, monthsBehind } from "./book-basis";
import { listCells, sumOfCells } from "./cells";

const minor = z.string().transform(BigInt);
const version = z.object({
  id: z.string(),
  number: z.number(),
  status: z.enum(planStatuses),
  figure: minor,
  reason: z.string().nullable(),
  inForceFrom: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  submittedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
});
export type PlanVersionRow = z.output<typeof version>;

const head = z.object({
  id: z.string(),
  planId: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  memberEmail: z.string(),
  kind: z.enum(planKinds),
  startsOn: z.string(),
  cellsTotal: minor,
  rule: storedRule,
  version: z.number(),
  versions: z.array(version),
  figures: z.array(
    z.object({ startsOn: z.string(), months: z.union([z.literal(1), z.literal(3), z.literal(12)]), amount: minor }),
  ),
});

/** A client's row: cells and what it bought in the months behind them, base minor units. */
export type SheetRow = {
  id: string;
  code: string;
  name: string;
  tier: string | null;
  /** No longer of this book: its cells stay, and count for its owner. */
  moved: boolean;
  cells: bigint[];
  pinned: boolean[];
  lastYear: bigint[] | null;
};

export type PlanSheet = {
  id: string;
  planId: string;
  kind: PlanKind;
  year: number;
  startsOn: string;
  member: { id: string; name: string; email: string };
  version: number;
  status: PlanStatus;
  figure: bigint;
  rule: PlanRule;
  months: string[];
  /** Months behind those of the plan: their sales stand beside it. */
  behind: string[];
  rows: SheetRow[];
  /** Cells of clients that the reader does not reach, together. */
  hidden: bigint;
  /** Every period of the year, where the plan has no clients; null where nothing is planned for it. */
  figures: { startsOn: string; months: FigureSpan; amount: bigint | null }[];
  /** What the book, or for a figure without clients the whole reach, bought in the months behind. */
  lastYear: bigint[];
  versions: PlanVersionRow[];
  /** Clients of the book that have no cells yet. */
  missing: number;
  currency: string;
  today: string;
  /** Growth over last year as a ratio; null without one. */
  growth: number | null;
  may: { edit: boolean; approve: boolean; revise: boolean };
};

/** One version with everything that its screen shows; null where it is out of reach. Six statements at most. */
export async function planSheet(scope: Scope, versionId: string): Promise<PlanSheet | null> {
  const found = await findHead(scope, versionId);
  if (!found) return null;
  const shown = found.versions.find(({ id }) => id === found.id);
  if (!shown) return null;
  const months = planMonths(found.startsOn);
  const cells = await listCells(scope, versionId, months);
  const ofBook = found.kind === "book";
  const on = bookDay(found.startsOn, scope.today);
  const clients =
    ofBook || cells.size > 0
      ? await listBookClients(scope, { memberId: ofBook ? found.memberId : null, on, ids: [...cells.keys()] })
      : [];
  const planned = clients.filter(({ id }) => cells.has(id));
  const ids = ofBook
    ? clients.map(({ id }) => id)
    : (await scope.db.client.findMany({ select: { id: true } })).map(({ id }) => id);
  const history = await listHistory(scope, ids, months);
  const rows = planned.map((client): SheetRow => {
    const row = cells.get(client.id) ?? [];
    return {
      id: client.id,
      code: client.code,
      name: client.name,
      tier: client.tier,
      moved: client.ownerId !== found.memberId || client.archived,
      cells: months.map((_, at) => row[at]?.amount ?? 0n),
      pinned: months.map((_, at) => row[at]?.pinned ?? false),
      lastYear: history.get(client.id) ?? null,
    };
  });
  const lastYear = months.map((_, at) => [...history.values()].reduce((sum, amounts) => sum + (amounts[at] ?? 0n), 0n));
  const before = sumOf(lastYear);
  const isMine = found.memberId === scope.member.id;
  return {
    id: found.id,
    planId: found.planId,
    kind: found.kind,
    year: fiscalYearOf(found.startsOn, scope.company.fiscalStartMonth),
    startsOn: found.startsOn,
    member: { id: found.memberId, name: found.memberName, email: found.memberEmail },
    version: found.version,
    status: shown.status,
    figure: shown.figure,
    rule: found.rule,
    months,
    behind: monthsBehind(months, scope.today),
    rows: rows.toSorted((a, b) => compareRows(a, b)),
    hidden: found.cellsTotal - sumOfCells(cells),
    figures: everyPeriod(found.figures, months),
    lastYear,
    versions: found.versions,
    missing: cells.size > 0 ? clients.filter(({ id, archived }) => !cells.has(id) && !archived).length : 0,
    currency: scope.company.currency,
    today: scope.today,
    growth: before > 0n ? (ratio(shown.figure - before, before) ?? null) : null,
    may: {
      edit: scope.can("plan:edit"),
      approve: scope.can("plan:approve") && (!isMine || scope.roles.includes("director")),
      revise: scope.can("plan:edit") && monthStart(scope.today) < (months.at(-1) ?? ""),
    },
  };
}

// An import may plan a part of the year only.
function everyPeriod(figures: z.output<typeof head>["figures"], months: readonly string[]): PlanSheet["figures"] {
  const span = figures[0]?.months;
  if (span === undefined) return [];
  return months.flatMap((startsOn, at) =>
    at % span === 0
      ? [{ startsOn, months: span, amount: figures.find((one) => one.startsOn === startsOn)?.amount ?? null }]
      : [],
  );
}

const yearOfRow = ({ cells }: SheetRow) => sumOf(cells);

/** The largest plan first: that is where a person looks. */
function compareRows(a: SheetRow, b: SheetRow): number {
  const [left, right] = [yearOfRow(a), yearOfRow(b)];
  return left === right ? (a.name < b.name ? -1 : 1) : left > right ? -1 : 1;
}

async function findHead(scope: Scope, versionId: string): Promise<z.output<typeof head> | null> {
  const [row] = await scope.db.$queryRaw<unknown[]>`
    select v.id::text, v.plan_id::text "planId", v.member_id::text "memberId", m.name "memberName", m.email "memberEmail", p.kind, p.starts_on::text "startsOn",
      v.cells_total::text "cellsTotal", v.rule, v.version, (
        select json_agg(json_build_object('id', x.id, 'number', x.number, 'status', x.status, 'figure', x.figure::text, 'reason', x.reason,
          'inForceFrom', x.in_force_from, 'createdAt', x.created_at, 'createdBy', c.name, 'submittedAt', x.submitted_at, 'submittedBy', s.name,
          'approvedAt', x.approved_at, 'approvedBy', a.name) order by x.number desc)
        from plan_version x left join member c on c.tenant_id = x.tenant_id and c.id = x.created_by
        left join member s on s.tenant_id = x.tenant_id and s.id = x.submitted_by left join member a on a.tenant_id = x.tenant_id and a.id = x.approved_by
        where x.tenant_id = v.tenant_id and x.plan_id = v.plan_id) versions, (
        select coalesce(json_agg(json_build_object('startsOn', f.starts_on, 'months', f.months, 'amount', f.amount::text) order by f.starts_on), '[]')
        from plan_figure f where f.tenant_id = v.tenant_id and f.version_id = v.id) figures
    from plan_version v join plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id join member m on m.tenant_id = v.tenant_id and m.id = v.member_id
    where v.id = ${versionId}::uuid`;
  return row === undefined ? null : head.parse(row);
}
