import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { parseFormula } from "@/lib/domain/kpi-formula";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import { listMeasures } from "../queries/measures";
import type { archiveMeasureInput, measureInput } from "../schema";

/** Hundredths of a per cent from per cent as a person writes them; refused at that field. */
export function typedShare(typed: string, field: string, scope: Pick<Scope, "locale">): number {
  const share = typedAmount(typed, 2, markOf(scope.locale));
  if (share === null || share < 0n || share > 10_000n)
    throw new Refusal("invalid", { fields: { [field]: "not-a-share" } });
  return Number(share);
}

/** Writes a measure of the catalogue. What a computed one is computed from stays; a formula is read before it is kept. */
export async function writeMeasure(scope: Scope, input: z.output<typeof measureInput>): Promise<{ id: string }> {
  const { db } = scope;
  const all = await listMeasures(scope);
  const weight = input.weight === "" ? 0 : typedShare(input.weight, "weight", scope);
  const formula = input.kind === "formula" ? input.formula : null;
  if (formula !== null) {
    const codes = new Set(
      all
        .filter(({ kind, id, archived }) => kind !== "formula" && id !== input.id && !archived)
        .map(({ code }) => code),
    );
    const read = parseFormula(formula, codes);
    if (!read.ok) throw new Refusal("invalid", { fields: { formula: `formula-${read.fault}` } });
  }
  if (all.some((one) => one.code === input.code && one.id !== input.id))
    throw new Refusal("invalid", { fields: { code: "code-taken" } });
  const twin = (key: "nameRu" | "nameEn") => all.some((one) => one[key] === input[key] && one.id !== input.id);
  if (twin("nameRu")) throw new Refusal("invalid", { fields: { nameRu: "name-taken" } });
  if (twin("nameEn")) throw new Refusal("invalid", { fields: { nameEn: "name-taken" } });
  const rule = JSON.stringify(input.rule);
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
  if (done === 0) throw new Refusal(all.some(({ id }) => id === input.id) ? "changed-meanwhile" : "not-found");
  return { id: input.id };
}

export async function putAway(
  { db, now }: Scope,
  { id, version, archived }: z.output<typeof archiveMeasureInput>,
): Promise<void> {
  const done =
    await db.$executeRaw`update measure set archived_at = ${archived ? now : null} where id = ${id}::uuid and version = ${version}`;
  if (done > 0) return;
  const [there] = await db.$queryRaw<{ id: string }[]>`select id::text from measure where id = ${id}::uuid`;
  throw new Refusal(there ? "changed-meanwhile" : "not-found");
}
