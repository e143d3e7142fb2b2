/** How much a client weighs: it sets how often someone must be in touch. */
export const tiers = ["A", "B", "C"] as const;
export type Tier = (typeof tiers)[number];
