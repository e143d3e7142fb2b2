import fc from "fast-check";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { Cell } from "@/lib/domain/import/cell";
import { fileOf, rowsOf } from "./files";

const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 10 })
    .filter((text) => text.trim() !== "" && !/_x|\p{Surrogate}/iu.test(text)),
  fc.integer({ min: 61, max: 60_000 }).map((days) => new Date(Date.UTC(1899, 11, 30 + days))),
);

function expected(value: CellValue | undefined): Cell {
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) };
  return typeof value === "number" ? value + 0 : ((value as Cell | undefined) ?? null);
}

describe("R46 a workbook that somebody else wrote", () => {
  it("with shared strings and both date systems is read cell by cell as it was written", {
    timeout: 30_000,
  }, async () => {
    const grid = fc.array(fc.array(anyValue, { maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom("1900", "1904"), async (rows, dateSystem) => {
        const late = rows.map((row) =>
          row.map((value) => (value instanceof Date && value.getUTCFullYear() < 1905 ? null : value)),
        );
        const bytes = await writeXlsx({ sheets: [{ name: "a", rows: late }], dateSystem });
        const wanted = late.flatMap((row, at) => {
          const cells = row.slice(0, row.findLastIndex((value) => value !== null) + 1).map(expected);
          return cells.length > 0 ? [{ row: at + 1, cells }] : [];
        });
        expect(await rowsOf(fileOf(bytes, "xlsx"))).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
