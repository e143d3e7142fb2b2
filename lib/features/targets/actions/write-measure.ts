import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { CoefficientRule } from "@/lib/domain/kpi";
import { parseFormula } from "@/lib/domain/kpi-formula";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import { listMeasures, type MeasureRow } from "../queries/measures";
import { type archiveMeasureInput, measureForm, type measureInput } from "../schema";

type Input = z.output<typeof measureInput>;

/** Hundredths of a per cent from per cent as a person writes them; refused at that field. */
export function typedShare(typed: string, field: string, scope: Pick<Scope, "locale">, most = 10_000n): number {
  const share = typedAmount(typed, 2, markOf(scope.locale));
  if (share === null || share < 0n || share > most)
    throw new Refusal("invalid", { fields: { [field]: most === 10_000n ? "not-a-share" : "not-a-number" } });
  return Number(share);
}

const MOST = 1_000_000n;

function ruleOf({ rule, cap, steps }: Input, scope: Scope): CoefficientRule {
  if (rule === "linear") return { kind: rule, cap: cap === "" ? null : typedShare(cap, "cap", scope, MOST) };
  if (steps.length === 0) throw new Refusal("invalid", { fields: { steps: "required" } });
  const read = steps.map(({ from, coefficient }) => ({
    from: typedShare(from, "steps", scope, MOST),
    coefficient: typedShare(coefficient, "steps", scope, MOST),
  }));
  if (read.some(({ from }, place) => from <= (read[place - 1]?.from ?? -1)))
    throw new Refusal("invalid", { fields: { steps: "pay-steps-order" } });
  return { kind: rule, steps: read };
}

/** A formula is read before it is kept; names and codes are one's own. */
function checkMeasure(input: Input, all: readonly MeasureRow[]): void {
  const others = all.filter(({ id }) => id !== input.id);
  if (input.kind === "formula") {
    const codes = new Set(
      others.filter(({ kind, archived }) => kind !== "formula" && !archived).map(({ code }) => code),
    );
    const read = parseFormula(input.formula, codes);
    if (!read.ok) throw new Refusal("invalid", { fields: { formula: `formula-${read.fault}` } });
  }
  if (others.some(({ code }) => code === input.code)) throw new Refusal("invalid", { fields: { code: "code-taken" } });
  for (const field of ["nameRu", "nameEn"] as const)
    if (others.some((one) => one[field] === input[field]))
      throw new Refusal("invalid", { fields: { [field]: "name-taken" } });
}

/**
 * Writes a measure of the catalogue. What a computed one is computed from stays, and so do code, kind and unit of any: figures stand in it. A stale version is a
 * conflict with both sides.
 */
export async function writeMeasure(scope: Scope, input: Input): Promise<{ id: string }> {
  const { db } = scope;
  const all = await listMeasures(scope);
  const weight = input.weight === "" ? 0 : typedShare(input.weight, "weight", scope);
  const rule = JSON.stringify(ruleOf(input, scope));
  checkMeasure(input, all);
  const formula = input.kind === "formula" ? input.formula : null;
  if (input.id === "") {
    if (input.kind === "computed") throw new Refusal("invalid", { fields: { kind: "choose-one" } });
    const [made] = await db.$queryRaw<{ id: string }[]>`
      insert into measure (code, name_ru, name_en, kind, formula, unit, digits, direction, gathering, weight, rule)
      values (${input.code}, ${input.nameRu}, ${input.nameEn}, ${input.kind}, ${formula}, ${input.unit}, ${input.digits}, ${input.direction}, ${input.gathering}, ${weight}, ${rule}::jsonb)
      returning id::text`;
    return { id: made?.id ?? "" };
  }
  const done = await db.$executeRaw`
    update measure set name_ru = ${input.nameRu}, name_en = ${input.nameEn}, direction = ${input.direction}, weight = ${weight}, rule = ${rule}::jsonb,
      formula = case when kind = 'formula' then ${formula} end, gathering = case when kind = 'computed' then gathering else ${input.gathering} end
    where id = ${input.id}::uuid and version = ${input.version} and kind = ${input.kind}`;
  if (done > 0) return { id: input.id };
  const theirs = all.find(({ id }) => id === input.id);
  if (!theirs) throw new Refusal("not-found");
  throw new Refusal("conflict", {
    values: { theirs: measureForm(theirs, markOf(scope.locale)), version: theirs.version },
  });
}

/** Puts a measure away or takes it back. */
export async function putAway(
  { db, now }: Scope,
  { id, version, archived }: z.output<typeof archiveMeasureInput>,
): Promise<void> {
  const done =
    await db.$executeRaw`update measure set archived_at = ${archived ? now : null} where id = ${id}::uuid and version = ${version}`;
  if (done > 0) return;
  const [there] = await db.$queryRaw<{ id: string }[]>`select id::text from measure where id = ${id}::uuid`;
  throw new Refusal(there ? "conflict" : "not-found");
}

/** Measures in this order; all of them must be there. */
export async function putInOrder({ db }: Scope, ids: readonly string[]): Promise<void> {
  const done = await db.$executeRaw`
    update measure m set place = o.place from unnest(${[...ids]}::uuid[]) with ordinality o(id, place) where m.id = o.id`;
  if (done !== ids.length) throw new Refusal("not-found");
}
