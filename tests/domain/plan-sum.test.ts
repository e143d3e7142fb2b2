import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPlans, deviationOf, isBehind, isFarBehind, type PlanSum } from "@/lib/domain/plan-sum";

const sum = (fact: bigint, plan: bigint | null, toDate: bigint | null = plan): PlanSum => ({ fact, plan, toDate });
const amounts = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const sums = fc.array(
  fc.record({ fact: amounts, plan: fc.option(amounts, { nil: null }), toDate: fc.option(amounts, { nil: null }) }),
);

describe("R24 plans that add up", () => {
  it("R24 nothing planned is no plan, not a plan of nought", () => {
    expect(addPlans([])).toEqual(sum(0n, null));
    expect(addPlans([sum(5n, null), sum(7n, null)])).toEqual(sum(12n, null));
    expect(addPlans([sum(5n, null), sum(0n, 0n)])).toEqual(sum(5n, 0n));
    expect(deviationOf(sum(5n, null))).toBeNull();
  });

  it("R24 a client without a plan brings its fact alone", () => {
    expect(addPlans([sum(5n, null), sum(7n, 20n, 10n)])).toEqual(sum(12n, 20n, 10n));
    expect(deviationOf(sum(12n, 20n, 10n))).toBe(2n);
  });

  it("R24 groups add up to the whole, however the rows are divided", () => {
    fc.assert(
      fc.property(sums, fc.nat({ max: 7 }), (rows, groups) => {
        const parts = Array.from({ length: groups + 1 }, (_, group) =>
          addPlans(rows.filter((_, at) => at % (groups + 1) === group)),
        );
        expect(addPlans(parts)).toEqual(addPlans(rows));
      }),
    );
  });
});

describe("R24 who is behind the plan", () => {
  it.each([
    [97n, 200n, 100n, false, false],
    [96n, 200n, 100n, true, false],
    [85n, 200n, 100n, true, false],
    [84n, 200n, 100n, true, true],
    [-1n, 200n, 0n, true, true],
    [0n, 200n, 0n, false, false],
    [0n, 0n, 0n, false, false],
    [-5n, -10n, -5n, false, false],
  ])("R24 %s of %s with %s due: behind %s, far behind %s", (fact, plan, toDate, behind, far) => {
    expect([isBehind(sum(fact, plan, toDate)), isFarBehind(sum(fact, plan, toDate))]).toEqual([behind, far]);
  });

  it("R24 judges by the whole plan where no part of it is known to be due, and by nothing without one", () => {
    expect(isBehind(sum(96n, 100n, null))).toBe(true);
    expect(isBehind(sum(0n, null, null))).toBe(false);
  });
});
