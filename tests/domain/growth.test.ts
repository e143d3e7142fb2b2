import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growthGap, growthOf, growthSince, likeForLike } from "@/lib/domain/growth";
import { lifeStageOn } from "@/lib/domain/life-stage";

describe("R20 growth", () => {
  it.each([
    [110n, 100n, 0.1],
    [50n, 100n, -0.5],
    [-10n, 100n, -1.1],
    [10n, 0n, "new"],
    [0n, 0n, null],
    [10n, -5n, null],
  ])("%s after %s is %s", (later, earlier, wanted) => {
    const growth = growthOf(later, earlier);
    if (typeof wanted === "number") expect(growth).toBeCloseTo(wanted);
    else expect(growth).toBe(wanted);
  });

  it("is no figure on a year that the client was there for in part", () => {
    // Two weeks of the earlier year against all of the later one: 1,246 % more of nothing that can be compared.
    expect(growthSince("2025-10-15", "2024-11-01", 1_346n, 100n)).toBe(null);
    expect(growthSince("2024-11-02", "2024-11-01", 120n, 100n)).toBe(null);
    expect(growthSince("2024-11-01", "2024-11-01", 120n, 100n)).toBeCloseTo(0.2);
    expect(growthSince("2025-12-01", "2024-11-01", 120n, 0n)).toBe("new");
    expect(growthSince(null, "2024-11-01", 0n, 0n)).toBe(null);
  });

  it("of a client that was there all along is the growth of its sums", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -1000n, max: 10_000n }),
        fc.bigInt({ min: -1000n, max: 10_000n }),
        (later, earlier) => {
          expect(growthSince("2020-01-01", "2024-11-01", later, earlier)).toEqual(growthOf(later, earlier));
        },
      ),
    );
  });

  it("like for like leaves comers and leavers out", () => {
    const clients = [
      { later: 110n, earlier: 100n },
      { later: 500n, earlier: 0n },
      { later: 0n, earlier: 500n },
    ];
    expect(likeForLike(clients)).toBeCloseTo(0.1);
  });

  it("makes nobody growing who came in the course of the earlier year", () => {
    const rhythm = { lastOn: "2026-11-13", medianGap: 30, p90Gap: 30, returnedOn: null };
    const stage = (firstOn: string) =>
      lifeStageOn({ rhythm: { ...rhythm, firstOn }, turnover: 1_346n, turnoverBefore: 100n }, "2026-11-23").stage;
    expect(stage("2025-10-15")).toBe("active");
    expect(stage("2024-11-02")).toBe("active");
    expect(stage("2024-11-01")).toBe("growing");
  });
});

describe("R24 a growth that is not there says why", () => {
  it.each([
    [100n, -1n, "returned"],
    [0n, 0n, "nothing"],
    [-5n, 0n, "nothing"],
    // Growth of these is known by the amounts: it is the first purchase that came too late.
    [120n, 100n, "partial"],
  ] as const)("%s after %s: %s", (later, earlier, gap) => {
    expect(growthGap(later, earlier)).toBe(gap);
    expect(growthSince("2025-10-15", "2024-11-01", later, earlier)).toBe(null);
  });
});
