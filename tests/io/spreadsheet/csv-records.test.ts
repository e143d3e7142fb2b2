import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords } from "@/lib/io/spreadsheet/csv-records";
import { readLimits } from "@/lib/io/spreadsheet/read-limits";

const piece = fc.constantFrom(
  "a",
  "ы",
  ";",
  ";",
  "\n",
  "\r\n",
  "\r",
  "x y",
  '"q"',
  '"a;b"',
  '"l\nm"',
  '""',
  '"',
  'o"o',
);
const rules = { delimiter: ";", record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true };

/** What csv-parse makes of the whole text, under loose rules where the strict ones refuse a quote; null if one stays open. */
function whole(text: string): { records: string[][]; loose: boolean } | null {
  for (const loose of [false, true]) {
    try {
      return { records: parse(text, { ...rules, relax_quotes: loose }), loose };
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "CSV_QUOTE_NOT_CLOSED") return null;
    }
  }
  return null;
}

async function* cut(text: string, lengths: number[]) {
  for (let at = 0, index = 0; at < text.length; index++) {
    const length = lengths[index % lengths.length] ?? 1;
    yield text.slice(at, at + length);
    at += length;
  }
}

describe("R46 the records of a text", () => {
  it("are the same wherever the text is cut, as if it had been read as a whole", { timeout: 30_000 }, async () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), lengths, async (pieces, at) => {
        const text = pieces.join("");
        const wanted = whole(text);
        const found: string[][] = [];
        const reading = async () => {
          for await (const batch of csvRecords(() => cut(text, at), ";", readLimits)) {
            for (const { fields } of batch) found.push(fields);
          }
        };
        if (wanted) {
          await reading();
          expect(found).toEqual(wanted.records);
        } else await expect(reading()).rejects.toMatchObject({ fault: { code: "quote-open" } });
      }),
      { numRuns: 400 },
    );
  });
});
