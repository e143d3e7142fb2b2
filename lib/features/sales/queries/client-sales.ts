import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type AbcClass, abcClassesOf, variation, type XyzClass, xyzClassOf } from "@/lib/domain/abc-xyz";
import { addMonths, laterOf, monthStart } from "@/lib/domain/calendar-date";
import { closedMonths, listMonths, type Months, monthsBefore, yearToDate } from "@/lib/domain/closed-months";
import { sharesOf } from "@/lib/domain/concentration";
import { type Growth, growthSince } from "@/lib/domain/growth";
import { type Rhythm, type RhythmState, rhythmState } from "@/lib/domain/rhythm";
import { type SourceKind, sourceKinds } from "@/lib/domain/source-kind";
import { turnoverInReach } from "./monthly";
import { rhythms } from "./rhythms";
import { listStages, type StageRow } from "./stages";

/** Months on the chart, the running one among them; each has the same month of the year before beside it. */
const SHOWN = 24;

const figure = z.object({
  month: z.string(),
  groupId: z.string().nullable(),
  group: z.string().nullable(),
  source: z.enum(sourceKinds),
  amount: z.string().transform(BigInt),
});
type FigureRow = z.output<typeof figure>;

const traces = z.object({
  days: z.array(z.string()),
  bills: z.number(),
  billed: z.string().transform(BigInt),
  returned: z.string().transform(BigInt),
  returns: z.number(),
});

/** Two figures of the same months in consecutive years; base minor units. No growth on a year of which only a part is known. */
export type Comparison = { amount: bigint; before: bigint; growth: Growth };
export type MonthFigure = Comparison & { month: string /** Not over yet. */; running: boolean };
export type GroupFigure = Comparison & { id: string | null; name: string | null; share: number | null };

/** All that the sales tab says of a client. Sums are base minor units of `currency`, over whole months unless they say otherwise. */
export type ClientSales = {
  currency: string;
  today: string;
  /** Oldest first, the running month last. */
  months: MonthFigure[];
  /** The last twelve closed months, what was bought in them, and in the twelve before. */
  year: Months;
  turnover: Comparison;
  /** The closed months of the fiscal year; null in its first month. */
  yearToDate: (Comparison & Months) | null;
  groups: GroupFigure[];
  sources: { source: SourceKind; amount: bigint; share: number | null }[];
  /** Documents that sum up to more than nothing, and what one is on average; null without one. */
  bills: { count: number; average: bigint | null };
  /** Negative lines. */
  returns: { amount: bigint; count: number };
  rhythm: (Rhythm & { state: RhythmState; silentFor: number; lateBy: number }) | null;
  /** Days of purchases within the months of the chart. */
  days: string[];
  /** Within the viewer's reach (`clients` of them). */
  place: { share: number | null; abc: AbcClass | null; clients: number };
  xyz: { class: XyzClass | null; variation: number | null; periods: number };
  /** The stage in force first. */
  stages: StageRow[];
};

/** The figures of one client, from its monthly roll-up; what the roll-up does not know (bills, days, returns) from its own lines. Five statements. */
export async function clientSales(scope: Scope, clientId: string): Promise<ClientSales> {
  const running = monthStart(scope.today);
  const shown = { from: addMonths(running, 1 - SHOWN), to: addMonths(running, 1) };
  const year = closedMonths(scope.today, 12);
  const rows = await figuresOf(scope, clientId, { from: addMonths(shown.from, -12), to: shown.to });
  const months = new Map<string, bigint>();
  for (const { month, amount } of rows) months.set(month, (months.get(month) ?? 0n) + amount);
  const reached = await turnoverInReach(scope, year);
  const rhythm = (await rhythms(scope, [clientId])).get(clientId);
  const firstOn = rhythm?.firstOn ?? null;
  const turnover = compare(rows, year, firstOn);
  const periods = rhythm
    ? listMonths({ from: laterOf(year.from, monthStart(rhythm.firstOn)), to: year.to }).map((month) =>
        Number(months.get(month) ?? 0n),
      )
    : [];
  const seen = await tracesOf(scope, clientId, year, shown.from);
  const toDate = yearToDate(scope.today, scope.company.fiscalStartMonth);
  return {
    currency: scope.company.currency,
    today: scope.today,
    months: listMonths(shown).map((month) => {
      const amount = months.get(month) ?? 0n;
      const then = addMonths(month, -12);
      const before = months.get(then) ?? 0n;
      return { month, amount, before, growth: growthSince(firstOn, then, amount, before), running: month === running };
    }),
    year,
    turnover,
    yearToDate: toDate.from === toDate.to ? null : { ...toDate, ...compare(rows, toDate, firstOn) },
    groups: groupsOf(rows, year, turnover.amount, firstOn),
    sources: sourceKinds.map((source) => {
      const { amount } = compare(
        rows.filter((row) => row.source === source),
        year,
        firstOn,
      );
      return { source, amount, share: shareOf(amount, turnover.amount) };
    }),
    bills: { count: seen.bills, average: seen.bills === 0 ? null : seen.billed / BigInt(seen.bills) },
    returns: { amount: seen.returned, count: seen.returns },
    rhythm: rhythm ? { ...rhythm, ...rhythmState(rhythm, scope.today) } : null,
    days: seen.days,
    place: {
      share: sharesOf(reached).get(clientId) ?? null,
      abc: turnover.amount === 0n ? null : (abcClassesOf(reached).get(clientId) ?? null),
      clients: reached.length,
    },
    xyz: { class: xyzClassOf(periods), variation: variation(periods), periods: periods.length },
    stages: await listStages(scope, clientId),
  };
}

async function figuresOf(scope: Scope, clientId: string, months: Months): Promise<FigureRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select m.month::text, g.id::text "groupId", g.name "group", m.source, m.amount::text from client_month m
    left join product_group g on g.tenant_id = m.tenant_id and g.id = m.group_id
    where m.client_id = ${clientId}::uuid and m.month >= ${months.from}::date and m.month < ${months.to}::date`;
  return rows.map((row) => figure.parse(row));
}

async function tracesOf(scope: Scope, clientId: string, year: Months, daysFrom: string) {
  const [row] = await scope.db.$queryRaw<unknown[]>`
    with line as materialized (
      select sold_on, document, base_amount, amount from sale_line where client_id = ${clientId}::uuid and sold_on >= ${daysFrom}::date
    ), bill as (
      select sum(base_amount) total from line where sold_on >= ${year.from}::date and sold_on < ${year.to}::date group by document having sum(base_amount) > 0)
    select array(select distinct sold_on::text from line where amount > 0 order by 1) days,
      (select count(*)::int from bill) bills, (select coalesce(sum(total), 0)::text from bill) billed,
      coalesce(sum(base_amount) filter (where base_amount < 0 and sold_on >= ${year.from}::date and sold_on < ${year.to}::date), 0)::text returned,
      (count(*) filter (where base_amount < 0 and sold_on >= ${year.from}::date and sold_on < ${year.to}::date))::int returns from line`;
  return traces.parse(row);
}

function compare(rows: readonly FigureRow[], months: Months, firstOn: string | null): Comparison {
  const earlier = monthsBefore(months, 12);
  const sum = ({ from, to }: Months) =>
    rows.reduce((total, { month, amount }) => (month >= from && month < to ? total + amount : total), 0n);
  const amount = sum(months);
  const before = sum(earlier);
  return { amount, before, growth: growthSince(firstOn, earlier.from, amount, before) };
}

/** The groups that were bought in either year, the largest first. */
function groupsOf(rows: readonly FigureRow[], year: Months, whole: bigint, firstOn: string | null): GroupFigure[] {
  const names = new Map(rows.map(({ groupId, group }) => [groupId, group]));
  return [...names]
    .map(([id, name]) => {
      const both = compare(
        rows.filter((row) => row.groupId === id),
        year,
        firstOn,
      );
      return { id, name, ...both, share: shareOf(both.amount, whole) };
    })
    .filter(({ amount, before }) => amount !== 0n || before !== 0n)
    .sort((a, b) => (a.amount === b.amount ? Number(b.before - a.before) : a.amount > b.amount ? -1 : 1));
}

function shareOf(amount: bigint, whole: bigint): number | null {
  return whole > 0n ? Number(amount) / Number(whole) : null;
}
