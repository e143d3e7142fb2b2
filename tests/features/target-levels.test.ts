import fc from "fast-check";
import { expect, it } from "vitest";
import { addMonths } from "@/lib/domain/calendar-date";
import type { Gathering } from "@/lib/domain/kpi-target";
import { type FigureRow, figureFor } from "@/lib/features/targets/queries/figures";

// R38: months, quarters and the year add up where they should, and nowhere else.

const january = "2026-01-01";
const monthsFrom = (first: string, length: number) => Array.from({ length }, (_, ahead) => addMonths(first, ahead));
const quarters = [0, 3, 6, 9].map((ahead) => addMonths(january, ahead));
const target = (startsOn: string, months: 1 | 3 | 12, amount: bigint): FigureRow => ({
  id: `${startsOn} ${months}`,
  subjectId: "person",
  measureId: "measure",
  what: "target",
  startsOn,
  months,
  amount,
  weight: null,
  note: null,
  link: null,
  enteredBy: null,
  enteredAt: new Date(0),
  version: 1,
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const weight = fc.array(fc.bigInt({ min: 1n, max: 23n }), { minLength: 12, maxLength: 12 });
// As they are read: the longest first.
const ordered = (rows: FigureRow[]) =>
  rows.toSorted((a, b) => b.months - a.months || (a.startsOn < b.startsOn ? -1 : 1));

function levels(gathering: Gathering, rows: FigureRow[], weights: readonly bigint[]) {
  const of = (first: string, length: number) =>
    figureFor({ id: "measure", gathering }, ordered(rows), monthsFrom(first, length), (months) =>
      months.map((month) => weights[Number(month.slice(5, 7)) - 1] ?? 1n),
    )?.amount ?? null;
  return {
    year: of(january, 12),
    quarters: quarters.map((first) => of(first, 3)),
    months: monthsFrom(january, 12).map((month) => of(month, 1)),
  };
}

const sum = (all: readonly (bigint | null)[]) => all.reduce<bigint>((total, one) => total + (one ?? 0n), 0n);

it("R38 a year's target alone is divided over quarters and months to the unit, whatever the working days", () => {
  fc.assert(
    fc.property(amount, weight, (figure, weights) => {
      const { year, quarters: q, months } = levels("sum", [target(january, 12, figure)], weights);
      expect([year, sum(q), sum(months)]).toEqual([figure, figure, figure]);
    }),
  );
});

it("R38 quarters and months without a longer target add up to it", () => {
  const some = fc.array(fc.record({ month: fc.integer({ min: 0, max: 11 }), amount }), { maxLength: 12 });
  const ofQuarters = fc.array(fc.option(amount, { nil: null }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(some, ofQuarters, weight, (months, wide, weights) => {
      const rows = new Map(
        months.map((one) => [one.month, target(addMonths(january, one.month), 1, one.amount)] as const),
      );
      const set = wide.flatMap((figure, place) => (figure === null ? [] : [target(quarters[place] ?? "", 3, figure)]));
      const found = levels("sum", [...rows.values(), ...set], weights);
      wide.forEach((figure, place) => {
        const own = found.months.slice(place * 3, place * 3 + 3);
        const known = own.some((one) => one !== null);
        expect(found.quarters[place]).toBe(figure ?? (known ? sum(own) : null));
      });
      if (rows.size === 0 && set.length > 0) expect(found.year).toBe(sum(found.quarters));
    }),
  );
});

it("R38 a rate or a level is never added up: a longer target is each month's, months make its mean or its last", () => {
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 12, maxLength: 12 }), weight, (figure, each, weights) => {
      for (const gathering of ["average", "last"] as const) {
        const parts = levels(gathering, [target(january, 12, figure)], weights);
        expect(new Set([...parts.months, ...parts.quarters])).toEqual(new Set([figure]));
        const rows = each.map((one, ahead) => target(addMonths(january, ahead), 1, one));
        const { year } = levels(gathering, rows, weights);
        expect(year).toBe(gathering === "last" ? each.at(-1) : (2n * sum(each) + 12n) / 24n);
      }
    }),
  );
});

it("R38 what is set for a stretch counts there, and nothing is added to what contains it", () => {
  fc.assert(
    fc.property(amount, amount, amount, weight, (year, quarter, month, weights) => {
      const rows = [target(january, 12, year), target(january, 3, quarter), target(january, 1, month)];
      const found = levels("sum", rows, weights);
      expect([found.year, found.quarters[0], found.months[0]]).toEqual([year, quarter, month]);
    }),
  );
});
