import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type Freshness, freshnessOn } from "@/lib/domain/freshness";
import { inLanguage } from "@/lib/domain/in-language";
import { numberSources, numberUnits } from "@/lib/domain/key-number";

/** A key number in force, as the statement of client-view brings it. */
export const headerNumberRow = z.object({
  kindId: z.string(),
  nameRu: z.string().nullable(),
  nameEn: z.string().nullable(),
  measureRu: z.string().nullable(),
  measureEn: z.string().nullable(),
  unit: z.enum(numberUnits),
  halfLifeDays: z.number(),
  id: z.string(),
  minor: z.string().nullable(),
  currency: z.string().nullable(),
  figure: z.string().nullable(),
  content: z.string().nullable(),
  asOf: z.string(),
  source: z.enum(numberSources),
  contactName: z.string().nullable(),
  sourceNote: z.string().nullable(),
  confirms: z.boolean(),
  by: z.string().nullable(),
});

type Row = z.output<typeof headerNumberRow>;

/** A key number of the header: the value in force, in the reader's words, with its age. */
export type HeaderNumber = Omit<Row, "nameRu" | "nameEn" | "measureRu" | "measureEn"> & {
  name: string;
  measure: string | null;
  freshness: Freshness;
};

export function headerNumber(scope: Scope, { nameRu, nameEn, measureRu, measureEn, ...row }: Row): HeaderNumber {
  return {
    ...row,
    name: inLanguage(scope.locale, nameRu, nameEn) ?? "",
    measure: inLanguage(scope.locale, measureRu, measureEn),
    freshness: freshnessOn(row.asOf, row.halfLifeDays, scope.today),
  };
}
