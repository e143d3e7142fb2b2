import { expect, test } from "vitest";
import { runningSums } from "@/lib/domain/running-sums";

test("R93 a year adds up month by month: no plan before its first month, no fact in months ahead", () => {
  const month = (month: string, plan: bigint | null, fact: bigint) => ({ month, plan, fact });
  const year = [month("2026-01-01", null, 10n), month("2026-02-01", 5n, -3n), month("2026-03-01", null, 0n)];
  expect(runningSums(year, "2026-02-01")).toEqual([
    { month: "2026-01-01", plan: null, fact: 10n },
    { month: "2026-02-01", plan: 5n, fact: 7n },
    { month: "2026-03-01", plan: 5n, fact: null },
  ]);
});
