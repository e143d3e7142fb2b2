import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coefficientOf, type Measure, matrixFault, measurePoints, scorecard } from "@/lib/domain/kpi";
import { evaluateFormula, type MeasureValue, parseFormula } from "@/lib/domain/kpi-formula";
import { gather, spreadTarget } from "@/lib/domain/kpi-target";

const measure = (part: Partial<Measure>): Measure => ({
  id: "m",
  direction: "more",
  weight: 10_000,
  rule: { kind: "linear", cap: null },
  fact: null,
  target: null,
  ...part,
});

describe("R73 a measure", () => {
  it.each([
    ["more", 110n, 100n, 11_000n],
    ["more", 0n, 100n, 0n],
    ["less", 100n, 100n, 10_000n],
    ["less", 0n, 100n, 20_000n],
    ["less", 250n, 100n, -5_000n],
    ["more", 5n, 0n, null],
    ["less", 0n, 0n, null],
    ["more", null, 100n, null],
    ["more", 5n, null, null],
  ] as const)("%s is better: %s of %s → %s", (direction, fact, target, points) => {
    expect(measurePoints({ direction, fact, target })).toBe(points);
  });

  const steps = {
    kind: "steps",
    steps: [
      { from: 8_000, coefficient: 5_000 },
      { from: 10_000, coefficient: 10_000 },
      { from: 12_000, coefficient: 15_000 },
    ],
  } as const;
  it.each([
    [steps, 7_999n, 0n],
    [steps, 8_000n, 5_000n],
    [steps, 9_999n, 5_000n],
    [steps, 10_000n, 10_000n],
    [steps, 10n ** 12n, 15_000n],
    [{ kind: "linear", cap: null } as const, 34_567n, 34_567n],
    [{ kind: "linear", cap: 15_000 } as const, 34_567n, 15_000n],
    [{ kind: "linear", cap: null } as const, -1n, 0n],
  ])("coefficient %#", (rule, points, coefficient) => {
    expect(coefficientOf(rule, points)).toBe(coefficient);
  });

  it("a scorecard weighs them, and says how much weight has no value", () => {
    const card = scorecard([
      measure({ id: "a", weight: 6_000, fact: 110n, target: 100n }),
      measure({ id: "b", weight: 3_000, fact: 80n, target: 100n, rule: steps }),
      measure({ id: "c", weight: 1_000 }),
    ]);
    expect(card).toMatchObject({ score: 6_600n + 1_500n, missingWeight: 1_000 });
    expect(scorecard([measure({})]).score).toBeNull();
  });

  it.each([
    [[measure({ weight: 9_999 })], "weights"],
    [[measure({ weight: 4_000 }), measure({ weight: 6_000, rule: steps })], null],
    [[measure({ rule: { kind: "steps", steps: [...steps.steps].reverse() } })], "steps-order"],
    [[measure({ weight: 11_000 }), measure({ weight: -1_000 })], "negative"],
    [[], "weights"],
  ])("matrix %#: %s", (matrix, fault) => {
    expect(matrixFault(matrix)).toBe(fault);
  });
});

describe("R38 targets of months, quarters and the year", () => {
  it.each([
    ["sum", [10n, 20n, 30n], 60n],
    ["last", [10n, 20n, null], 20n],
    ["average", [10n, 15n, null], 13n],
    ["sum", [null, null], null],
  ] as const)("%s of %s", (kind, months, year) => {
    expect(gather(kind, months)).toBe(year);
  });

  it("spread and gathered again it is the same target", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("sum", "last", "average"),
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.array(fc.bigInt({ min: 0n, max: 23n }), { minLength: 1, maxLength: 12 }),
        (kind, target, weights) => {
          expect(gather(kind, spreadTarget(kind, target, weights))).toBe(target);
        },
      ),
    );
  });
});

describe("R73 an own formula", () => {
  const names = new Set(["revenue", "margin", "выручка", "new clients", "none"]);
  const values = new Map<string, MeasureValue | null>([
    ["revenue", { units: 200_00n, digits: 2 }],
    ["margin", { units: 50_00n, digits: 2 }],
    ["выручка", { units: 3n, digits: 0 }],
    ["new clients", { units: 4n, digits: 0 }],
    ["none", null],
  ]);
  const value = (text: string) => {
    const read = parseFormula(text, names);
    return read.ok ? evaluateFormula(read.formula, values, 2) : read;
  };
  it.each([
    ["margin ÷ revenue × 100", 25_00n],
    ["margin/revenue*100", 25_00n],
    ["revenue − margin − margin", 100_00n],
    ["revenue - (margin - margin)", 200_00n],
    ["выручка + [new clients] × 2", 11_00n],
    ["-выручка + 1,5", -1_50n],
    ["1 ÷ 3", 33n],
    ["margin ÷ (выручка − 3)", null],
    ["none + 1", null],
    ["none × 0", null],
  ])("%s → %s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    ["revenue + profit", 10, "unknown-measure"],
    ["revenue +", 9, "unfinished"],
    ["", 0, "unfinished"],
    ["(revenue", 8, "unfinished"],
    ["revenue)", 7, "unexpected"],
    ["revenue margin", 8, "unexpected"],
    ["revenue ^ 2", 8, "unexpected"],
    ["process.exit(1)", 0, "unknown-measure"],
    ["revenue; margin", 7, "unexpected"],
    [`${"(".repeat(300)}revenue`, 200, "too-deep"],
  ])("%s is refused at %i: %s", (text, at, fault) => {
    expect(value(text)).toMatchObject({ ok: false, at, fault });
  });

  it("computes what arithmetic does, and never fails on any text", () => {
    const whole = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        expect(value(`${a} + ${b} × ${c} − ${a} ÷ 1`)).toBe(BigInt(b * c) * 100n);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1.,()+-*/÷×−[] revenue") }), (text) => {
        const read = parseFormula(text, names);
        if (!read.ok) expect(read.at >= 0 && read.at <= text.length).toBe(true);
      }),
    );
  });
});
