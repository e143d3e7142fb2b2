import { describe, expect, test } from "vitest";
import type { ExportColumn } from "@/lib/io/spreadsheet/export-column";
import { writeCsv } from "@/lib/io/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/io/spreadsheet/write-xlsx";

const columns: ExportColumn[] = [
  { header: "Document", type: "text" },
  { header: "Amount", type: "money", exponent: 2 },
];

/** A million rows that say how many of them were taken, and whether they were let go. */
function source() {
  const taken = { rows: 0, closed: false };
  async function* rows() {
    try {
      for (; taken.rows < 1_000_000; taken.rows++) yield [`D-${taken.rows}`, BigInt(taken.rows)];
    } finally {
      taken.closed = true;
    }
  }
  return { taken, rows: rows() };
}

const resting = () => new Promise((resolve) => setTimeout(resolve, 300));

describe.each([
  ["csv", (rows: AsyncGenerator<(string | bigint)[]>) => writeCsv(rows, columns, "ru")],
  ["xlsx", (rows: AsyncGenerator<(string | bigint)[]>) => writeXlsx(rows, columns, { name: "x", locale: "ru" })],
] as const)("a file as %s", (_, write) => {
  test("takes rows as fast as its reader takes bytes, and no further, and lets them go with it", async () => {
    const { taken, rows } = source();
    const reader = write(rows).getReader();
    for (let chunk = 0; chunk < 3; chunk++) await reader.read();
    await resting();
    const before = taken.rows;
    expect(before).toBeLessThan(20_000);
    await resting();
    expect(taken.rows).toBe(before);
    await reader.cancel();
    await resting();
    expect(taken.closed).toBe(true);
  });
});
