import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Subject } from "../queries/figures";
import { inSight } from "../queries/subjects";

/** What a target is to be, in the measure's smallest unit; `amount` null takes it away. */
export type TargetCell = {
  subject: Subject["kind"];
  subjectId: string;
  measureId: string;
  startsOn: CalendarDate;
  months: 1 | 3 | 12;
  amount: bigint | null;
  /** Hundredths of a per cent; null: the measure's own; absent: as it was. */
  weight?: number | null;
  /** What stood there when the cell was shown: 0 nothing. Absent: whatever stands there is replaced. */
  version?: number;
};

/** What stood there before, so that it can be put back. */
export type TargetBefore = TargetCell & { amount: bigint | null; version: number };

const tables = { member: "member_figure", team: "team_figure", client: "client_figure" } as const;
const stored = z.object({
  place: z.number(),
  amount: z.string().transform(BigInt).nullable(),
  weight: z.number().nullable(),
  version: z.number().nullable(),
  visible: z.boolean(),
});

/**
 * Sets many targets at once, all or none. Refused: whoever is out of sight ("not-found"), the own target of anybody but a director ("own-target"), what changed since
 * it was shown ("changed-meanwhile"), what a closed slip has counted ("period-settled", by the database). The same cell twice is a bug of the caller. Three statements
 * for each kind of subject, however many cells. Answers what stood in each cell before, in the same order.
 */
export async function setTargets(scope: Scope, cells: readonly TargetCell[]): Promise<TargetBefore[]> {
  if (
    !scope.roles.includes("director") &&
    cells.some((one) => one.subject === "member" && one.subjectId === scope.member.id)
  )
    throw new Refusal("own-target");
  await lockFigures(scope);
  const before: TargetBefore[] = [];
  for (const kind of ["member", "team", "client"] as const) {
    const own = cells.filter(({ subject }) => subject === kind);
    if (own.length > 0) before.push(...(await setOfKind(scope, kind, own)));
  }
  return cells.flatMap((cell) => before.find((one) => sameCell(one, cell)) ?? []);
}

/** Who writes a company's targets and values does it alone until the end of the transaction: a save never passes over another unseen. */
export async function lockFigures({ db, company }: Scope): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtext('figures'), hashtext(${company.id}))::text as locked`;
}

const sameCell = (a: TargetCell, b: TargetCell) =>
  a.subjectId === b.subjectId && a.measureId === b.measureId && a.startsOn === b.startsOn && a.months === b.months;

async function setOfKind(
  { db, member, now }: Scope,
  kind: Subject["kind"],
  cells: readonly TargetCell[],
): Promise<TargetBefore[]> {
  const table = tables[kind];
  const asked = cells.map(({ amount, ...cell }, place) => ({ ...cell, amount: amount?.toString() ?? null, place }));
  const cell = `jsonb_to_recordset($1::jsonb) a("subjectId" uuid, "measureId" uuid, "startsOn" date, months smallint, amount bigint, weight int, place int)`;
  const key = `f.${kind}_id = a."subjectId" and f.measure_id = a."measureId" and f.what = 'target' and f.starts_on = a."startsOn" and f.months = a.months`;
  const rows = (
    await db.$queryRawUnsafe<unknown[]>(
      `select a.place, f.amount::text amount, f.weight, f.version, m.id is not null and k.id is not null as visible from ${cell}
       left join ${inSight[kind]} m on m.id = a."subjectId" left join measure k on k.id = a."measureId" left join ${table} f on ${key} order by a.place`,
      JSON.stringify(asked),
    )
  ).map((row) => stored.parse(row));
  if (rows.length !== cells.length || rows.some(({ visible }) => !visible)) throw new Refusal("not-found");
  const before = cells.map((one, place): TargetBefore => {
    const there = rows[place];
    return { ...one, amount: there?.amount ?? null, weight: there?.weight ?? null, version: there?.version ?? 0 };
  });
  if (cells.some(({ version }, place) => version !== undefined && version !== before[place]?.version))
    throw new Refusal("changed-meanwhile");
  const changed = asked.flatMap((one, place) => {
    const there = before[place];
    const weight = one.weight === undefined ? (there?.weight ?? null) : one.weight;
    const same =
      (there?.amount?.toString() ?? null) === one.amount && (one.amount === null || there?.weight === weight);
    return same ? [] : [{ ...one, weight }];
  });
  const gone = changed.filter(({ amount }) => amount === null);
  const put = changed.filter(({ amount }) => amount !== null);
  if (gone.length > 0)
    await db.$executeRawUnsafe(`delete from ${table} f using ${cell} where ${key}`, JSON.stringify(gone));
  if (put.length > 0)
    await db.$executeRawUnsafe(
      `insert into ${table} as f (${kind}_id, measure_id, what, starts_on, months, amount, weight, entered_by, entered_at)
       select a."subjectId", a."measureId", 'target', a."startsOn", a.months, a.amount, a.weight, $2::uuid, $3 from ${cell}
       on conflict (tenant_id, ${kind}_id, measure_id, what, starts_on, months)
       do update set amount = excluded.amount, weight = excluded.weight, entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
      JSON.stringify(put),
      member.id,
      now,
    );
  return before;
}
