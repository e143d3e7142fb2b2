import { z } from "zod";

const share = z.int("not-a-number").min(0, "not-a-number").max(1_000_000, "too-large");

/** How attainment becomes a coefficient (lib/domain/kpi), in hundredths of a per cent. */
export const coefficientRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("linear"), cap: share.nullable() }),
  z.object({
    kind: z.literal("steps"),
    steps: z
      .array(z.object({ from: share, coefficient: share }))
      .min(1, "required")
      .max(20, "too-many"),
  }),
]);
