import type { Cell, PlainCell } from "./cell";
import { faulty, type Parsed, parsed } from "./fault";

export type Readable = Exclude<PlainCell, { error: string }>;

/** What a cell says, with a formula's saved value in its place; an error cell and a formula without a value are faults. */
export function plainValue(cell: Cell | undefined): Parsed<Readable> {
  if (cell === undefined || cell === null || typeof cell !== "object") return parsed(cell ?? null);
  if ("formula" in cell) return cell.value === null ? faulty("formula-no-value") : plainValue(cell.value);
  return "error" in cell ? faulty("cell-error", { error: cell.error }) : parsed(cell);
}

/** Text with every kind of space as a plain one, without what has no width, and without spaces around it. */
export function plainSpaces(text: string): string {
  return text
    .replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replaceAll(/\s/g, " ")
    .trim();
}

/** A dash of any length, or the word of a database, where nothing is known. */
export function saysNothing(text: string): boolean {
  return /^(|[-‐‑‒–—―−]+|NULL|null)$/.test(text);
}
