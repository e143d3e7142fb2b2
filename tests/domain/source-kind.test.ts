import { describe, expect, it } from "vitest";
import { sourceKindsOf } from "@/lib/domain/source-kind";

const line = (day: string, group: string | null = "a", amount = 100n) => ({ day, group, amount });

describe("R33 says where a sale comes from", () => {
  it.each([
    ["the first sale and the year after it are new", [line("2024-01-10"), line("2025-01-09")], ["new", "new"]],
    [
      "a year to the day after the first sale it is a renewal",
      [line("2024-01-10"), line("2025-01-10")],
      ["new", "renewal"],
    ],
    [
      "a group that was not bought for twelve months is growth",
      [line("2024-01-10"), line("2025-03-01"), line("2025-03-01", "b")],
      ["new", "growth", "growth"],
    ],
    [
      "a group bought in the twelve months before is a renewal",
      [line("2024-01-10"), line("2024-12-20"), line("2025-03-01")],
      ["new", "new", "renewal"],
    ],
    [
      "a return after 24 silent months is new again",
      [line("2022-01-10"), line("2024-01-10"), line("2024-06-01")],
      ["new", "new", "new"],
    ],
    ["23 silent months are no new start", [line("2022-01-10"), line("2023-12-09")], ["new", "growth"]],
    ["lines without a group are a group", [line("2024-01-10", null), line("2025-01-10", null)], ["new", "renewal"]],
    ["goods sent back start nothing", [line("2023-01-01", "a", -5n), line("2024-01-10")], ["renewal", "new"]],
    [
      "goods sent back in the first year lessen what is new",
      [line("2024-01-10"), line("2024-02-01", "a", -5n)],
      ["new", "new"],
    ],
  ])("%s", (_, lines, kinds) => {
    expect(sourceKindsOf(lines)).toEqual(kinds);
  });
});
