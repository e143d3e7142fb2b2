import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typingFlag } from "@/lib/domain/plan-typing-check";
import { notThere, sharedData } from "./import/shared-data";

describe("R38 a plan's typing errors", () => {
  it.each([
    ["exactly five times the next", [100n, 20n, 20n, 20n], { place: 0, value: 100n, next: 20n, times: 5n }],
    ["a unit below", [99n, 20n, 20n, 20n], null],
    ["the last of the row", [1n, 2n, 3n, 30n], { place: 3, value: 30n, next: 3n, times: 10n }],
    ["three cells are no measure", [100n, 1n, 1n, null], null],
    ["gaps do not count as cells", [null, 1n, 1n, null, 1n, 9n], { place: 5, value: 9n, next: 1n, times: 9n }],
    ["two that are alike", [100n, 100n, 1n, 1n], null],
    ["nothing to compare with", [100n, 0n, 0n, 0n], null],
  ])("%s", (_, row, flag) => {
    expect(typingFlag(row)).toEqual(flag);
  });

  it("asks about the largest cell of a row or about none", () => {
    const row = fc.array(fc.option(fc.bigInt({ min: 0n, max: 500n })), { maxLength: 12 });
    fc.assert(
      fc.property(row, (cells) => {
        const flag = typingFlag(cells);
        if (!flag) return;
        const others = cells.filter((cell, place) => cell !== null && place !== flag.place);
        expect(others.length).toBeGreaterThanOrEqual(3);
        expect(others.every((cell) => (cell ?? 0n) * 5n <= flag.value)).toBe(true);
      }),
    );
  });

  it("finds exactly the six of the monthly targets", ({ skip }) => {
    const file = sharedData("adventureworks/dw2020/ResellerSalesTargets.csv");
    if (!file) return skip(notThere);
    const lines = readFileSync(file, "utf8").trim().split(/\r?\n/).slice(1);
    const flagged = lines.flatMap((line) => {
      const [year, , ...cells] = line.replaceAll('"', "").split(",");
      const flag = typingFlag(cells.map((cell) => (/^\d+$/.test(cell.trim()) ? BigInt(cell) : null)));
      return flag ? [`${year}-${flag.place + 1} ${flag.value}`] : [];
    });
    expect(flagged.sort()).toHaveLength(6);
    expect(flagged.map((one) => one.split(" ")[1]).sort()).toEqual([
      "10000",
      "11000",
      "30000",
      "33000",
      "36500",
      "9000",
    ]);
  });
});
