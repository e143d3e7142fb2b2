import { z } from "zod";

/** Whole amounts as JSON keeps them: a bigint has no number there. */
export const wholeText = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .transform(BigInt);

/** A value as it goes into a jsonb column or to the browser: bigints as text. */
export function plainOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? one.toString() : one));
}
