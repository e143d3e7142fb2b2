import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tier } from "@/lib/domain/tier";
import { interestOf, rankToday, type TodayReason, type TodaySignal, weightOf } from "@/lib/domain/today";

const rhythm = (silentFor: number, usual: number, share: number | null = null): TodayReason => ({
  kind: "rhythm",
  silentFor,
  usual,
  share,
});
const touch = (late: number, cadence = 14): TodayReason => ({ kind: "touch", days: cadence + late, cadence, late });
const ours = (late: number): TodayReason => ({ kind: "promise-ours", text: "send the price list", late });
const birthday = (daysAway: number): TodayReason => ({ kind: "birthday", name: "Irina", on: "2026-11-23", daysAway });
const numbers: TodayReason = { kind: "numbers", names: ["Discount"] };

const order = (signals: TodaySignal[], tiers: Record<string, Tier> = {}) =>
  rankToday(signals, new Map(Object.entries(tiers))).map(({ clientId }) => clientId);

describe("whom to call today", () => {
  test("R30 what we promised and did not do stands before everything else at clients of one tier", () => {
    const signals = [
      { clientId: "silent", reason: touch(60) },
      { clientId: "gone", reason: rhythm(41, 28) },
      { clientId: "owed", reason: ours(1) },
    ];
    expect(order(signals)).toEqual(["owed", "gone", "silent"]);
  });

  test("R77 lateness is measured by the client's own gap, not in days", () => {
    expect(weightOf(rhythm(130, 92))).toBeLessThan(weightOf(rhythm(20, 7)));
    expect(weightOf(rhythm(56, 28))).toBe(weightOf(rhythm(14, 7)));
  });

  test("R24 of two that stay away alike the larger part of the book is more pressing", () => {
    expect(weightOf(rhythm(41, 28, 0.2))).toBeGreaterThan(weightOf(rhythm(41, 28, 0.01)));
  });

  test("a higher tier counts more; reasons of one client add up", () => {
    const same = ["a", "b", "c"].map((clientId) => ({ clientId, reason: touch(3) }));
    expect(order(same, { a: "C", b: "A", c: "B" })).toEqual(["b", "c", "a"]);
    expect(order([...same, { clientId: "a", reason: rhythm(41, 28) }], { a: "C", b: "A", c: "B" })[0]).toBe("a");
  });

  test("R30 in a line, what serves the client is said first", () => {
    const [line] = rankToday(
      ["x"].flatMap((clientId) => [rhythm(60, 28), birthday(0), touch(9)].map((reason) => ({ clientId, reason }))),
      new Map(),
    );
    expect(line?.reasons.map(({ kind }) => kind)).toEqual(["birthday", "rhythm", "touch"]);
    expect(line?.reasons.map(interestOf)).toEqual(["client", "ours", "ours"]);
  });

  test("a stale number or a birthday next week alone calls nobody", () => {
    expect(
      order([
        { clientId: "x", reason: numbers },
        { clientId: "y", reason: birthday(6) },
      ]),
    ).toEqual([]);
    expect(order([{ clientId: "y", reason: birthday(0) }])).toEqual(["y"]);
  });

  const reason = fc.oneof(
    fc.nat(400).map((late) => touch(late)),
    fc.nat(400).map(ours),
    fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 200 })).map(([silent, usual]) => rhythm(usual + silent, usual)),
    fc.nat(7).map(birthday),
    fc.constant(numbers),
  );
  const signals = fc.array(fc.record({ clientId: fc.constantFrom("a", "b", "c", "d"), reason }), { maxLength: 30 });

  test("the order does not depend on the order in which reasons come; each client stands once, with all its reasons", () => {
    fc.assert(
      fc.property(signals, fc.infiniteStream(fc.nat()), (given, dice) => {
        const ranked = rankToday(given, new Map());
        const mixed = [...given].sort(() => ((dice.next().value ?? 0) % 2 === 0 ? 1 : -1));
        expect(rankToday(mixed, new Map()).map(({ clientId, weight }) => [clientId, weight])).toEqual(
          ranked.map(({ clientId, weight }) => [clientId, weight]),
        );
        expect(new Set(ranked.map(({ clientId }) => clientId)).size).toBe(ranked.length);
        for (const line of ranked)
          expect(line.reasons).toHaveLength(given.filter(({ clientId }) => clientId === line.clientId).length);
      }),
    );
  });

  test("a reason never loses weight by being later, and none weighs without end", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (late, more) => {
        for (const of of [ours, touch, (days: number) => rhythm(28 + days, 28)]) {
          expect(weightOf(of(late + more))).toBeGreaterThanOrEqual(weightOf(of(late)));
          expect(weightOf(of(late + more))).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});
