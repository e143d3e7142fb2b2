/** What a column of an import holds, and so how it is parsed. */
export type ImportFieldType =
  | "text"
  | "lines"
  | "identifier"
  | "money"
  | "quantity"
  | "percent"
  | "day"
  | "month"
  | "boolean";

/**
 * A field that an import of some kind fills, declared. `synonyms` are headers under which it is found, the likeliest first;
 * case, ё, punctuation and spaces do not matter. `many`: every column of that name is taken ("Телефон", "Телефон 2").
 */
export type ImportField<Name extends string = string> = {
  field: Name;
  required: boolean;
  type: ImportFieldType;
  synonyms: { en: readonly string[]; ru: readonly string[] };
  many?: boolean;
  /** Digits that a quantity may have after its point, where it is not six. */
  scale?: number;
};
