import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { abcClassesOf, variation, xyzClassOf } from "@/lib/domain/abc-xyz";
import { concentrationIndex, sharesOf, topShare, withoutClient } from "@/lib/domain/concentration";
import { growthOf, likeForLike } from "@/lib/domain/growth";

const of = (...amounts: number[]) => amounts.map((amount, at) => ({ id: `c${at}`, amount: BigInt(amount) }));
const turnover = fc
  .array(fc.bigInt({ min: -1000n, max: 10n ** 12n }), { minLength: 1, maxLength: 60 })
  .map((amounts) => amounts.map((amount, at) => ({ id: `c${at}`, amount })));

describe("R24 concentration", () => {
  it.each([
    ["four clients of .4/.3/.2/.1", of(40, 30, 20, 10), 3000],
    ["one client", of(7), 10_000],
    ["a hundred equal ones", of(...Array.from({ length: 100 }, () => 5)), 100],
  ])("%s", (_, clients, index) => {
    expect(concentrationIndex(clients)).toBeCloseTo(index, 8);
  });

  it("says nothing of nothing, and returns beyond sales are no part", () => {
    expect(concentrationIndex(of(0, -5))).toBeNull();
    expect(topShare([], 5)).toBeNull();
    expect(sharesOf(of(30, -10, 10))).toEqual(
      new Map([
        ["c0", 0.75],
        ["c1", 0],
        ["c2", 0.25],
      ]),
    );
  });

  it("the largest five, and what is left without one of them", () => {
    expect(topShare(of(10, 40, 20, 30), 2)).toEqual({ share: 0.7, ids: ["c1", "c3"] });
    expect(withoutClient(of(50, 25, 25), "c0")).toEqual({ lost: 50n, left: 50n, share: 0.5, index: 5000 });
    expect(withoutClient(of(50), "c0")).toEqual({ lost: 50n, left: 0n, share: 1, index: null });
    expect(withoutClient(of(50, -9), "c1")).toMatchObject({ lost: 0n, left: 50n });
  });

  it("lies between an equal book and a single client; shares add up to one", () => {
    fc.assert(
      fc.property(turnover, (clients) => {
        const buying = clients.filter(({ amount }) => amount > 0n).length;
        const index = concentrationIndex(clients);
        if (buying === 0) expect(index).toBeNull();
        else {
          expect(index).toBeGreaterThanOrEqual(10_000 / buying - 1e-6);
          expect(index).toBeLessThanOrEqual(10_000 + 1e-6);
          expect([...sharesOf(clients).values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

describe("R24 ABC by turnover, XYZ by evenness", () => {
  it.each([
    ["borders at 80 and 95 %", of(80, 15, 5), "ABC"],
    ["who crosses a border belongs where it starts", of(79, 20, 1), "AAC"],
    ["one client is A", of(3), "A"],
    ["returns beyond sales are C, and take nothing from the whole", of(100, -50), "AC"],
    ["no turnover at all is C", of(0, 0), "CC"],
  ])("%s", (_, clients, classes) => {
    const found = abcClassesOf(clients);
    expect(clients.map(({ id }) => found.get(id)).join("")).toBe(classes);
  });

  it("a larger client is never in a lower class, and the A of the largest is sure", () => {
    fc.assert(
      fc.property(turnover, (clients) => {
        const classes = abcClassesOf(clients);
        const ordered = [...clients].sort((a, b) => (a.amount < b.amount ? 1 : -1)).map(({ id }) => classes.get(id));
        expect([...ordered].sort()).toEqual(ordered);
        if (clients.some(({ amount }) => amount > 0n)) expect(ordered[0]).toBe("A");
      }),
    );
  });

  it("100, 110, 90, 105, 95, 100 vary by 6.5 %: X", () => {
    const months = [100, 110, 90, 105, 95, 100];
    expect(variation(months)).toBeCloseTo(0.0645, 4);
    expect(xyzClassOf(months)).toBe("X");
  });

  it.each([
    ["10 % is still X", [90, 110, 90, 110], "X"],
    ["25 % is still Y", [75, 125, 75, 125], "Y"],
    ["more is Z", [70, 130, 70, 130], "Z"],
    ["three periods say nothing", [100, 100, 100], null],
    ["a mean of nothing says nothing", [0, 0, 0, 0], null],
    ["nor does one below nothing", [-1, -2, -1, -2], null],
  ])("%s", (_, periods, xyz) => {
    expect(xyzClassOf(periods)).toBe(xyz);
  });
});

describe("R20 growth", () => {
  it.each([
    ["110 after 100", 110n, 100n, 0.1],
    ["something after nothing is new", 5n, 0n, "new"],
    ["nothing after nothing says nothing", 0n, 0n, null],
    ["nothing after something is all of it lost", 0n, 40n, -1],
    ["a year of returns has no ratio", 5n, -3n, null],
  ])("%s", (_, later, earlier, growth) => {
    const found = growthOf(later, earlier);
    if (typeof growth === "number") expect(found).toBeCloseTo(growth, 12);
    else expect(found).toBe(growth);
  });

  it("like for like leaves out who came and who went", () => {
    const clients = [
      { later: 120n, earlier: 100n },
      { later: 0n, earlier: 300n },
      { later: 500n, earlier: 0n },
    ];
    expect(likeForLike(clients)).toBeCloseTo(0.2, 12);
    expect(likeForLike([{ later: 5n, earlier: 0n }])).toBeNull();
  });
});
