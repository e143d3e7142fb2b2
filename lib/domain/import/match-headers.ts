import type { ImportField } from "./import-field";
import { type HeaderUnit, headerKey, withoutOrdinal, withoutUnit } from "./normalise-header";

/**
 * How a column was understood. `by`: "name" the header is a synonym, "unit" it is one without its unit, "number" without the
 * number behind it. Without a field: "unknown" nothing fits, "taken" the field has a better column, "empty" it has no header.
 */
export type ColumnMatch<Name extends string = string> = {
  column: number;
  header: string;
  unit: HeaderUnit;
  /** Which column of this name it is, from 1; the number behind the name does not count. */
  occurrence: number;
} & ({ field: Name; by: "name" | "unit" | "number" } | { field: null; by: "unknown" | "taken" | "empty" });

export type HeaderMatch<Name extends string = string> = {
  columns: ColumnMatch<Name>[];
  /** Required fields that no column fills. */
  missing: Name[];
};

type Candidate<Name extends string> = {
  column: number;
  field: ImportField<Name>;
  by: "name" | "unit" | "number";
  rank: number;
};

const ways = ["name", "unit", "number"] as const;

/**
 * Which column fills which field. A column fills one field; a field takes the column whose header is its likeliest synonym,
 * the leftmost of equals, and only a field of `many` takes more than one. Nothing is guessed: a header that is no synonym
 * stays unknown. `language` decides between synonyms of equal rank.
 */
export function matchHeaders<Name extends string>(
  headers: readonly string[],
  fields: readonly ImportField<Name>[],
  language: "en" | "ru" = "ru",
): HeaderMatch<Name> {
  const ranks = fields.map((field) => synonymRanks(field, language));
  const candidates = headers.flatMap((header, column) => {
    for (const by of ways) {
      const key = keyOf(header, by);
      const found = fields.flatMap((field, index): Candidate<Name>[] => {
        const rank = key === "" ? undefined : ranks[index]?.get(key);
        return rank === undefined ? [] : [{ column, field, by, rank }];
      });
      if (found.length > 0) return found;
    }
    return [];
  });
  candidates.sort((a, b) => ways.indexOf(a.by) - ways.indexOf(b.by) || a.rank - b.rank || a.column - b.column);
  const chosen = new Map<number, Candidate<Name>>();
  const filled = new Set<Name>();
  for (const candidate of candidates) {
    if (chosen.has(candidate.column) || (filled.has(candidate.field.field) && !candidate.field.many)) continue;
    chosen.set(candidate.column, candidate);
    filled.add(candidate.field.field);
  }
  const known = new Set(candidates.map(({ column }) => column));
  const seen = new Map<string, number>();
  const columns = headers.map((header, column): ColumnMatch<Name> => {
    const key = headerKey(header);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    const place = { column, header, unit: withoutUnit(header).unit, occurrence };
    const match = chosen.get(column);
    if (match) return { ...place, field: match.field.field, by: match.by };
    return { ...place, field: null, by: key === "" ? "empty" : known.has(column) ? "taken" : "unknown" };
  });
  const missing = fields.filter(({ required, field }) => required && !filled.has(field)).map(({ field }) => field);
  return { columns, missing };
}

function keyOf(header: string, by: "name" | "unit" | "number"): string {
  if (by === "name") return headerKey(header);
  return headerKey(by === "unit" ? withoutUnit(header).name : withoutUnit(withoutOrdinal(header).name).name);
}

// The language at hand comes first among synonyms of the same place: rank 0, 2, 4… against 1, 3, 5…
function synonymRanks(field: ImportField, language: "en" | "ru"): Map<string, number> {
  const ranks = new Map<string, number>();
  const other = language === "en" ? "ru" : "en";
  const add = (synonym: string, rank: number) => {
    const key = headerKey(synonym);
    if (!ranks.has(key) || (ranks.get(key) ?? 0) > rank) ranks.set(key, rank);
  };
  for (const [place, synonym] of field.synonyms[language].entries()) add(synonym, place * 2);
  for (const [place, synonym] of field.synonyms[other].entries()) add(synonym, place * 2 + 1);
  return ranks;
}
