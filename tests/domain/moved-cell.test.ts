import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideCell, movedLines, type Stay, shiftedCells } from "@/lib/domain/moved-cell";
import { allNearDays, nearDay } from "./arbitraries";
import { calendarOf } from "./working-week";

const june = { month: "2026-06-01", amount: 22_01n };
const calendar = calendarOf();
const stay = (memberId: string, startsOn: string, endsOn: string | null): Stay => ({
  memberId,
  period: { startsOn, endsOn },
});

describe("R85 a month in which the client moves", () => {
  it("is divided by working days: 16 June 2026 leaves 11 days before it and 11 from it on", () => {
    const stays = [stay("a", "2026-01-01", "2026-06-16"), stay("b", "2026-06-16", null)];
    expect(divideCell(june, stays, calendar)).toEqual([
      { memberId: "a", amount: 11_01n, days: 11 },
      { memberId: "b", amount: 11_00n, days: 11 },
    ]);
  });

  it("days of nobody are nobody's", () => {
    const stays = [stay("b", "2026-06-20", null), stay("a", "2026-01-01", "2026-06-16")];
    expect(divideCell(june, stays, calendar).map(({ memberId, days }) => [memberId, days])).toEqual([
      ["a", 11],
      [null, 4],
      ["b", 7],
    ]);
    expect(divideCell(june, [], calendar)).toEqual([{ memberId: null, amount: 22_01n, days: 22 }]);
  });

  it("who has the whole month has the whole cell, a weekend's share is nothing", () => {
    expect(divideCell(june, [stay("a", "2026-06-01", "2026-07-01")], calendar)).toEqual([
      { memberId: "a", amount: 22_01n, days: 22 },
    ]);
    const late = [stay("a", "2026-05-01", "2026-05-30"), stay("b", "2026-05-30", null)];
    expect(divideCell({ month: "2026-05-01", amount: 21n }, late, calendar).map((part) => part.amount)).toEqual([
      21n,
      0n,
    ]);
  });

  it("both sides show the moved part, and the two are one sum", () => {
    const cells = ["2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01"].map((month) => ({ month, amount: 22_00n }));
    expect(movedLines(cells, { on: "2026-06-16", from: "a", to: "b" }, calendar)).toEqual([
      { memberId: "a", amount: -55_00n, from: "2026-06-16" },
      { memberId: "b", amount: 55_00n, from: "2026-06-16" },
    ]);
  });

  it("parts always add up to the cell", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), nearDay, nearDay, (amount, one, two) => {
        const [first = one, second = two] = [one, two].sort();
        const stays = [stay("a", allNearDays[0] ?? first, first), stay("b", second, null)];
        const parts = divideCell({ month: "2024-02-01", amount }, first === second ? stays : stays.reverse(), calendar);
        expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount);
      }),
    );
  });
});

describe("R85 what an order moves of a plan", () => {
  const cells = [june, { month: "2026-07-01", amount: 500n }];
  it("from 16 June on half of June and all of July go from A to B, and nobody else is named", () => {
    const before = [stay("a", "2026-01-01", null)];
    const after = [stay("a", "2026-01-01", "2026-06-16"), stay("b", "2026-06-16", null)];
    expect(shiftedCells(cells, before, after, calendar)).toEqual(
      new Map([
        ["a", -11_00n - 500n],
        ["b", 11_00n + 500n],
      ]),
    );
    expect(shiftedCells(cells, after, after, calendar)).toEqual(new Map());
  });

  it("adds up to nothing for any cells and days", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -999n, max: 10n ** 12n }), { maxLength: 6 }),
        nearDay,
        nearDay,
        (amounts, one, two) => {
          const some = amounts.map((amount, at) => ({ month: `2026-0${at + 1}-01`, amount }));
          const moved = (day: string) => [stay("a", "2025-01-01", day), stay("b", day, null)];
          const shift = shiftedCells(some, moved(one), moved(two), calendar);
          expect([...shift.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
        },
      ),
    );
  });
});
