import type { Part } from "./people";

/** Whether someone in this part sees a book or the whole company (domain.md 13.3), for the tests' own judgement. */
export function sees(part: Part): "book" | "all" {
  return part === "admin" || part === "director" || part === "auditor" ? "all" : "book";
}
