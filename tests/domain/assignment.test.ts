import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Assignment, type AssignmentRole, assignmentFaults, WHOLE_SHARE } from "@/lib/domain/assignment";
import { contains } from "@/lib/domain/period";
import { allNearDays, nearPeriod, primaries } from "./arbitraries";

const row = (
  id: string,
  role: AssignmentRole,
  share: number,
  startsOn: string,
  endsOn: string | null = null,
): Assignment => ({
  id,
  clientId: "client",
  memberId: `of ${id}`,
  role,
  share,
  startsOn,
  endsOn,
});

describe("R84 the rows of one client", () => {
  it.each([
    ["nobody", []],
    [
      "one after the other",
      [row("a", "primary", 10_000, "2024-01-01", "2024-06-16"), row("b", "primary", 10_000, "2024-06-16")],
    ],
    ["a gap", [row("a", "primary", 10_000, "2024-01-01", "2024-02-01"), row("b", "primary", 10_000, "2024-06-16")]],
    [
      "a deputy and a specialist beside",
      [
        row("a", "primary", 7_500, "2024-01-01"),
        row("b", "deputy", 0, "2024-06-01", "2024-07-01"),
        row("c", "specialist", 2_500, "2024-03-01"),
      ],
    ],
    [
      "shares that are whole only in turn",
      [
        row("a", "primary", 6_000, "2024-01-01"),
        row("b", "specialist", 4_000, "2024-02-01", "2024-03-01"),
        row("c", "specialist", 4_000, "2024-03-01"),
      ],
    ],
  ])("%s is fine", (_, rows) => {
    expect(assignmentFaults(rows)).toEqual([]);
  });

  it.each([
    [
      "two owners on one day",
      [row("a", "primary", 5_000, "2024-01-01", "2024-06-17"), row("b", "primary", 5_000, "2024-06-16")],
      "overlap",
      ["a", "b"],
      "2024-06-16",
    ],
    [
      "shares over the whole",
      [row("a", "primary", 10_000, "2024-01-01"), row("b", "specialist", 1, "2024-03-01")],
      "share-over-100",
      ["a", "b"],
      "2024-03-01",
    ],
    [
      "a deputy with a share",
      [row("a", "deputy", 100, "2024-01-01", "2024-02-01")],
      "deputy-share",
      ["a"],
      "2024-01-01",
    ],
    [
      "a period without a day",
      [row("a", "primary", 0, "2024-01-01", "2024-01-01")],
      "impossible-period",
      ["a"],
      "2024-01-01",
    ],
    ["a broken share", [row("a", "primary", 0.5, "2024-01-01")], "not-a-share", ["a"], "2024-01-01"],
    ["a share below nothing", [row("a", "primary", -1, "2024-01-01")], "not-a-share", ["a"], "2024-01-01"],
  ] as const)("%s is not", (_, rows, reason, ids, on) => {
    expect(assignmentFaults(rows)).toEqual([{ reason, ids, on }]);
  });

  it("finds fault exactly when some day has two owners or more than the whole", () => {
    const anyRow = fc
      .tuple(fc.constantFrom("primary", "specialist"), nearPeriod, fc.constantFrom(2_000, 5_000, 8_000))
      .map(([role, period, share]) => ({ ...row("x", role as AssignmentRole, share, ""), ...period }));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (made) => {
        const rows = made.map((one, index) => ({ ...one, id: String(index) }));
        const onDay = (day: string) => rows.filter((one) => contains(one, day));
        const twoOwners = allNearDays.some((day) => onDay(day).filter(({ role }) => role === "primary").length > 1);
        const over = allNearDays.some((day) => onDay(day).reduce((sum, { share }) => sum + share, 0) > WHOLE_SHARE);
        const reasons = new Set(assignmentFaults(rows).map(({ reason }) => reason));
        expect(reasons).toEqual(new Set([...(twoOwners ? ["overlap"] : []), ...(over ? ["share-over-100"] : [])]));
      }),
    );
  });

  it("the histories that other tests start from are lawful", () => {
    fc.assert(fc.property(primaries, (rows) => assignmentFaults(rows).length === 0));
  });
});
