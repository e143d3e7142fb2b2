import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { directions } from "@/lib/domain/kpi";
import { gatherings } from "@/lib/domain/kpi-target";
import { currencyExponent } from "@/lib/domain/money";
import { measureKinds, units } from "../schema";
import { coefficientRule } from "./coefficient-rule";

const row = z.object({
  id: z.string(),
  code: z.string(),
  nameRu: z.string(),
  nameEn: z.string(),
  kind: z.enum(measureKinds),
  formula: z.string().nullable(),
  unit: z.enum(units),
  digits: z.number(),
  direction: z.enum(directions),
  gathering: z.enum(gatherings),
  weight: z.number(),
  rule: coefficientRule,
  archived: z.boolean(),
  version: z.number(),
});

/**
 * A measure of the catalogue. Its figures are whole numbers of its smallest unit: minor units of the company's currency, hundredths of a per cent,
 * or the last of `digits` after the point.
 */
export type MeasureRow = z.output<typeof row>;

/** The catalogue in its order, archived ones last. One statement. */
export async function listMeasures({ db }: Pick<Scope, "db">): Promise<MeasureRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select id::text, code, name_ru "nameRu", name_en "nameEn", kind, formula, unit, digits::int, direction, gathering, weight, rule, archived_at is not null archived, version
    from measure order by archived_at is not null, place, code`;
  return rows.map((one) => row.parse(one));
}

/** Digits after the point of a measure's figures. */
export function digitsOf({ unit, digits }: Pick<MeasureRow, "unit" | "digits">, currency: string): number {
  return unit === "money" ? currencyExponent(currency) : unit === "percent" ? 2 : digits;
}

/** The catalogue, for whoever wants to know what a measure is, and for its keepers. */
export const loadMeasures = query("measure:read", async function loadMeasures(scope) {
  return {
    measures: await listMeasures(scope),
    may: { edit: scope.can("measure:edit"), dictionaries: scope.can("dictionary:edit") },
  };
});
