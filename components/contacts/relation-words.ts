export const factKinds = ["topic", "interest", "family", "social", "mutual", "avoid"] as const;
export type FactKind = (typeof factKinds)[number];

/** The word of a strength, 1 to 3, as a key of the messages. */
export function strengthName(strength: number): "s1" | "s2" | "s3" {
  return strength >= 3 ? "s3" : strength === 2 ? "s2" : "s1";
}
