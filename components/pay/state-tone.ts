/** The colour of a slip's state, beside its word. */
export const stateTone = { draft: "neutral", approved: "blue", closed: "green" } as const;
