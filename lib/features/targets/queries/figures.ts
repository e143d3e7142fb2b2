import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import { listMonths } from "@/lib/domain/closed-months";
import { gather, spreadTarget } from "@/lib/domain/kpi-target";
import type { MeasureRow } from "./measures";

const row = z.object({
  id: z.string(),
  subjectId: z.string(),
  measureId: z.string(),
  what: z.enum(["target", "value"]),
  startsOn: z.string(),
  months: z.union([z.literal(1), z.literal(3), z.literal(12)]),
  amount: z.string().transform(BigInt),
  weight: z.number().nullable(),
  note: z.string().nullable(),
  link: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.coerce.date(),
  version: z.number(),
});

/** A target or a value that somebody set: of a person, team or client. */
export type FigureRow = z.output<typeof row>;
export type Subject = { kind: "member" | "team" | "client"; id: string };

const tables = { member: "member_figure", team: "team_figure", client: "client_figure" } as const;

/** Figures of subjects whose stretch touches [from, to), longest first. One statement. */
export async function listFigures(
  { db }: Scope,
  subjects: readonly Subject[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<FigureRow[]> {
  const kinds = (["member", "team", "client"] as const).filter((kind) => subjects.some((one) => one.kind === kind));
  if (kinds.length === 0) return [];
  const parts = kinds.map(
    (kind, place) =>
      `select f.id, f.${kind}_id subject, f.measure_id, f.what, f.starts_on, f.months, f.amount, f.weight, f.note, f.link, f.entered_by, f.entered_at, f.version
       from ${tables[kind]} f where f.${kind}_id = any($${place + 3}::uuid[]) and f.starts_on < $2::date and f.starts_on + make_interval(months => f.months) > $1::date`,
  );
  const rows = await db.$queryRawUnsafe<unknown[]>(
    `select f.id::text, f.subject::text "subjectId", f.measure_id::text "measureId", f.what, f.starts_on::text "startsOn", f.months::int, f.amount::text, f.weight, f.note, f.link,
       m.name "enteredBy", f.entered_at "enteredAt", f.version
     from (${parts.join(" union all ")}) f left join member m on m.id = f.entered_by
     order by f.months desc, f.starts_on`,
    from,
    to,
    ...kinds.map((kind) => subjects.filter((one) => one.kind === kind).map(({ id }) => id)),
  );
  return rows.map((one) => row.parse(one));
}

/** A figure for a stretch and where it comes from: set for it, gathered from shorter ones, or part of a longer one. */
export type StretchFigure = { amount: bigint; from: "set" | "gathered" | "part"; row: FigureRow | null };

/**
 * The figure of one measure for a stretch of months. Where both levels are set, the stretch's own counts; months without one of their own take part in
 * the longer one's by `weights` (working days). Nothing is added to what contains it.
 */
export function figureFor(
  measure: Pick<MeasureRow, "id" | "gathering">,
  rows: readonly FigureRow[],
  months: readonly CalendarDate[],
  weights: (months: readonly CalendarDate[]) => bigint[],
): StretchFigure | null {
  const own = rows.filter(({ measureId }) => measureId === measure.id);
  const exact = own.find((one) => one.startsOn === months[0] && one.months === months.length);
  if (exact) return { amount: exact.amount, from: "set", row: exact };
  const covering = own.filter((one) => one.months > months.length && coversAll(one, months)).at(-1);
  const byMonth = months.map((month) => shorter(measure, own, month, months.length, weights));
  if (byMonth.some((amount) => amount !== null) && (!covering || byMonth.every((amount) => amount !== null)))
    return { amount: gather(measure.gathering, byMonth) ?? 0n, from: "gathered", row: null };
  if (!covering) return null;
  const parts = partsOf(measure, covering, weights);
  return {
    amount:
      gather(
        measure.gathering,
        months.map((month) => parts.get(month) ?? null),
      ) ?? 0n,
    from: "part",
    row: covering,
  };
}

const monthsOfRow = ({ startsOn, months }: FigureRow) =>
  listMonths({ from: startsOn, to: addMonths(startsOn, months) });
const coversAll = (row: FigureRow, months: readonly CalendarDate[]) => {
  const own = new Set(monthsOfRow(row));
  return months.every((month) => own.has(month));
};

function partsOf(
  measure: Pick<MeasureRow, "gathering">,
  row: FigureRow,
  weights: (months: readonly CalendarDate[]) => bigint[],
) {
  const months = monthsOfRow(row);
  const amounts = spreadTarget(measure.gathering, row.amount, weights(months));
  return new Map(months.map((month, place) => [month, amounts[place] ?? 0n]));
}

function shorter(
  measure: Pick<MeasureRow, "gathering">,
  own: readonly FigureRow[],
  month: CalendarDate,
  below: number,
  weights: (months: readonly CalendarDate[]) => bigint[],
): bigint | null {
  // The shortest that holds the month: rows come longest first.
  const row = own.findLast((one) => one.months < below && coversAll(one, [month]));
  return row ? (partsOf(measure, row, weights).get(month) ?? null) : null;
}
