import { z } from "zod";

/** Pages whose address can be kept under a name. */
export const viewPages = ["/book"] as const;

const name = z.string().trim().min(1, "required").max(60, "too-long");

export const newViewInput = z.strictObject({
  page: z.enum(viewPages),
  name,
  /** The page's search string without "?"; put into an order of its own, so that equal views read equal. */
  query: z
    .string()
    .max(2000, "too-long")
    .transform((query) => new URLSearchParams(query).toString()),
});
export const renameViewInput = z.strictObject({ id: z.uuid(), name });
export const viewIdInput = z.strictObject({ id: z.uuid() });
