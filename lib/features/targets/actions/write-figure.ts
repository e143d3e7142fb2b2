import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { markOf, typedAmount, typedText } from "@/lib/domain/typed-amount";
import { digitsOf, listMeasures, type MeasureRow } from "../queries/measures";
import { findSubject } from "../queries/subjects";
import type { CellInput, targetCells, targetInput, valueInput } from "../schema";
import { lockFigures, setTargets } from "./set-targets";
import { typedShare } from "./write-measure";

const tables = { member: "member_figure", team: "team_figure", client: "client_figure" } as const;

async function measureOf(scope: Scope, id: string): Promise<MeasureRow> {
  const measure = (await listMeasures(scope)).find((one) => one.id === id);
  if (!measure) throw new Refusal("not-found");
  return measure;
}

function amountOf(typed: string, measure: MeasureRow, scope: Scope): bigint {
  const amount = typedAmount(typed, digitsOf(measure, scope.company.currency), markOf(scope.locale));
  if (amount === null) throw new Refusal("invalid", { fields: { amount: "not-a-number" } });
  return amount;
}

/** Sets or (with an empty amount) takes away one target with its weight. */
export async function writeTarget(scope: Scope, input: z.output<typeof targetInput>): Promise<void> {
  const { subject, subjectId, measureId, startsOn, months, version } = input;
  const measure = await measureOf(scope, measureId);
  const weight = input.weight === "" ? null : typedShare(input.weight, "weight", scope);
  const amount = input.amount === "" ? null : amountOf(input.amount, measure, scope);
  await setTargets(scope, [{ subject, subjectId, measureId, startsOn, months, amount, weight, version }]);
}

/** Sets many targets as a person typed them; answers what stood there as one would type it. */
export async function writeTargets(scope: Scope, cells: z.output<typeof targetCells>["cells"]): Promise<CellInput[]> {
  const measures = new Map((await listMeasures(scope)).map((one) => [one.id, one]));
  const digits = (id: string) => {
    const measure = measures.get(id);
    if (!measure) throw new Refusal("not-found");
    return digitsOf(measure, scope.company.currency);
  };
  const mark = markOf(scope.locale);
  const before = await setTargets(
    scope,
    cells.map(({ amount: typed, ...cell }) => {
      const amount = typed === "" ? null : typedAmount(typed, digits(cell.measureId), mark);
      if (typed !== "" && amount === null) throw new Refusal("invalid", { fields: { amount: "not-a-number" } });
      return { ...cell, amount };
    }),
  );
  return before.map(({ weight: _, amount, ...cell }) => ({
    ...cell,
    amount: amount === null ? "" : typedText(amount, digits(cell.measureId), mark),
  }));
}

/** Enters, changes or (with an empty amount) takes away a value that nobody can compute; it says what it rests on: a note, a link or both. */
export async function writeValue(scope: Scope, input: z.output<typeof valueInput>): Promise<void> {
  const { db } = scope;
  const { subject, subjectId, measureId, startsOn, months, version } = input;
  await lockFigures(scope);
  const measure = await measureOf(scope, measureId);
  if ((await findSubject(scope, { kind: subject, id: subjectId })) === null) throw new Refusal("not-found");
  if (measure.kind !== "entered") throw new Refusal("invalid", { fields: { amount: "not-a-choice" } });
  const table = tables[subject];
  const key = `${subject}_id = $1::uuid and measure_id = $2::uuid and what = 'value' and starts_on = $3::date and months = $4`;
  const place = [subjectId, measureId, startsOn, months];
  if (input.amount === "") {
    const gone = await db.$executeRawUnsafe(`delete from ${table} where ${key} and version = $5`, ...place, version);
    if (gone === 0 && version > 0) throw new Refusal("changed-meanwhile");
    return;
  }
  const amount = amountOf(input.amount, measure, scope);
  if (input.note === "" && input.link === "") throw new Refusal("invalid", { fields: { note: "evidence" } });
  const said = [amount, input.note || null, input.link || null, scope.member.id, scope.now];
  const done =
    version === 0
      ? await db.$executeRawUnsafe(
          `insert into ${table} (${subject}_id, measure_id, what, starts_on, months, amount, note, link, entered_by, entered_at)
           values ($1::uuid, $2::uuid, 'value', $3::date, $4, $5, $6, $7, $8::uuid, $9) on conflict (tenant_id, ${subject}_id, measure_id, what, starts_on, months) do nothing`,
          ...place,
          ...said,
        )
      : await db.$executeRawUnsafe(
          `update ${table} set amount = $5, note = $6, link = $7, entered_by = $8::uuid, entered_at = $9 where ${key} and version = $10`,
          ...place,
          ...said,
          version,
        );
  if (done === 0) throw new Refusal("changed-meanwhile");
}
