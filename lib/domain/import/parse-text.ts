import type { Cell } from "./cell";
import { decimalOfNumber, decimalText } from "./decimal";
import { excerpt, faulty, type Parsed, parsed } from "./fault";
import { plainValue, saysNothing } from "./plain-value";

/**
 * `lines`: line breaks stay (notes), else they become spaces. `identifier`: a code whose digits all matter, so that one
 * whose digits the spreadsheet lost (a number over 15 digits, "4,60701E+12") is refused. `longest` is in UTF-16 units.
 */
export type TextRules = { lines?: boolean; identifier?: boolean; longest?: number };

/** Text without what cannot be seen; null where nothing is left, or only a dash. Numbers as they are written plainly. */
export function parseText(cell: Cell | undefined, rules: TextRules = {}): Parsed<string | null> {
  const plain = plainValue(cell);
  if (!plain.ok) return plain;
  if (plain.value === null) return parsed(null);
  const text = cleanText(written(plain.value), rules.lines ?? false);
  if (saysNothing(text)) return parsed(null);
  if (rules.identifier && lostDigits(plain.value, text)) return faulty("text-digits-lost", { text: excerpt(text) });
  const longest = rules.longest ?? 32_767;
  return text.length > longest ? faulty("text-long", { longest, found: text.length }) : parsed(text);
}

function written(value: string | number | boolean | { date: string } | { percent: number }): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return String(value);
  return "date" in value ? value.date.replace("T", " ") : `${numberText(value.percent * 100)}%`;
}

function numberText(value: number): string {
  const exact = decimalOfNumber(value);
  return exact ? decimalText(exact) : String(value);
}

function lostDigits(value: unknown, text: string): boolean {
  return typeof value === "number" ? Math.abs(value) >= 1e15 : /^\d+([.,]\d+)?e\+\d+$/i.test(text);
}

// Zero-width characters, soft hyphens and marks of writing direction hide differences between names that look alike.
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A text as an import keeps it; `lines` keeps its line breaks. Applied twice it changes nothing more. */
export function cleanText(raw: string, lines: boolean): string {
  const text = raw
    .normalize("NFC")
    .replaceAll(unseen, "")
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
  const spaced = lines ? text.replaceAll(/[^\S\n]+/g, " ").replaceAll(/ ?\n ?/g, "\n") : text.replaceAll(/\s+/g, " ");
  return spaced.replaceAll(/[^\P{Cc}\n]/gu, "").trim();
}
