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
] as const;
export type KindName = (typeof kindNames)[number];
