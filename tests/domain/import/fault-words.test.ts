import { describe, expect, it } from "vitest";
import type { ImportFaultCode } from "@/lib/domain/import/fault";
import { type Messages, translator } from "@/lib/i18n/messages";

/** A code without words, and words without a code, would fail to compile here. */
const worded = (code: ImportFaultCode): keyof Messages["importFile"]["faults"] => code;
const coded = (key: keyof Messages["importFile"]["faults"]): ImportFaultCode => key;

describe("R46 a fault of a file, a row or a cell", () => {
  it("speaks both languages, with what it found", () => {
    const values = { found: 2, expected: 5 };
    expect(translator("en", "importFile")("faults.row-short", values)).toBe(
      "The row has 2 cells, the table 5 columns.",
    );
    expect(translator("ru", "importFile")("faults.row-short", values)).toBe(
      "Ячеек в строке: 2, а столбцов в таблице: 5.",
    );
    expect(coded(worded("day-none"))).toBe("day-none");
  });
});
