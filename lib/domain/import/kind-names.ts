/** The kinds of import, as their addresses and messages call them. Each has a line in kinds.ts too. */
export const kindNames = [
  "sales",
  "products",
  "clients",
  "members",
  "assignments",
  "contacts",
  "contracts",
  "rates",
  "plans",
  "figures",
  "targets",
] as const;
/** Kinds whose files come in two forms: a column per month, or a line per figure. */
export const shapedKinds: readonly KindName[] = ["plans", "figures"];
export type KindName = (typeof kindNames)[number];

export const isKindName = (name: string): name is KindName => kindNames.some((one) => one === name);

/** Where an import stands. */
export const importStatuses = [
  "uploaded",
  "checking",
  "checked",
  "running",
  "done",
  "failed",
  "cancelled",
  "reverting",
  "reverted",
] as const;

/** Encodings of texts, as lib/io/spreadsheet knows them, which a browser cannot ask. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1251", "windows-1252", "ibm866", "koi8-r"] as const;
