import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainment } from "@/lib/domain/attainment";
import { spanDays } from "@/lib/domain/plan-standing";
import { pace, partDue, planToDate } from "@/lib/domain/plan-to-date";
import { requiredPace } from "@/lib/domain/required-pace";
import { cohortChange, retention } from "@/lib/domain/retention";
import { divideDown, divideHalfUp, divideUp } from "@/lib/domain/rounding";
import { runRate } from "@/lib/domain/run-rate";
import { calendarOf } from "./working-week";

const money = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });

describe("R93 attainment", () => {
  it.each([
    [110n, 150n, { points: 7333n, deviation: -40n }],
    [150n, 150n, { points: 10000n, deviation: 0n }],
    [0n, 100n, { points: 0n, deviation: -100n, deviationShare: -1 }],
    [-1n, 100n, { points: -100n, deviation: -101n }],
    [-1n, 10n ** 12n, { points: -1n }],
    [5n, 0n, { share: null, points: null, deviation: 5n, deviationShare: null, why: "zero-plan" }],
    [5n, null, { share: null, points: null, deviation: null, deviationShare: null, why: "no-plan" }],
    [5n, -10n, { share: null, points: null, deviation: 15n, deviationShare: 1.5 }],
  ])("fact %s of plan %s", (fact, plan, expected) => {
    expect(attainment(fact, plan)).toMatchObject(expected);
  });

  it("is never NaN or endless, and reaches a threshold exactly when the fact does", () => {
    fc.assert(
      fc.property(money, fc.option(money), fc.nat(30_000), (fact, plan, threshold) => {
        const { share, points, deviationShare } = attainment(fact, plan);
        for (const figure of [share, deviationShare]) if (figure !== null) expect(Number.isFinite(figure)).toBe(true);
        if (plan === null || points === null) return;
        expect(points >= BigInt(threshold)).toBe(fact * 10_000n >= plan * BigInt(threshold));
      }),
    );
  });
});

describe("R93 pace", () => {
  it.each([
    [50n, 10, 22, 110n],
    [25_000_00n, 10, 22, 55_000_00n],
    [50n, 0, 22, null],
    [0n, 3, 22, 0n],
    [-7n, 2, 3, -11n],
    [77n, 22, 22, 77n],
  ])("run-rate: %s after %i of %i days → %s", (fact, passed, total, expected) => {
    expect(runRate(fact, passed, total)).toBe(expected);
  });

  it.each([
    [150n, 50n, 12, { state: "needed", gap: 100n, perDay: 9n }],
    [150n, 150n, 0, { state: "met", gap: 0n, perDay: 0n }],
    [150n, 151n, 5, { state: "met", perDay: 0n }],
    [150n, 149n, 0, { state: "out-of-reach", gap: 1n, perDay: null }],
    [null, 149n, 3, { state: "no-plan", perDay: null }],
    [0n, 0n, 3, { state: "met" }],
  ])("required: plan %s, fact %s, %i days left", (plan, fact, left, expected) => {
    expect(requiredPace(plan, fact, left)).toMatchObject(expected);
  });

  it("keeping the required pace closes the gap, and a unit less a day does not", () => {
    fc.assert(
      fc.property(money, money, fc.integer({ min: 1, max: 250 }), (plan, fact, left) => {
        const { state, gap, perDay } = requiredPace(plan, fact, left);
        if (state !== "needed") return;
        expect(perDay * BigInt(left) >= gap).toBe(true);
        expect((perDay - 1n) * BigInt(left) < gap).toBe(true);
      }),
    );
  });

  it("R93 of the running month the part of its working days is due, half-up; of a month without one nothing is", () => {
    expect(partDue(100n, { passed: 10, total: 22 })).toBe(45n);
    expect(partDue(101n, { passed: 1, total: 2 })).toBe(51n);
    expect(partDue(100n, { passed: 22, total: 22 })).toBe(100n);
    expect(partDue(100n, { passed: 0, total: 0 })).toBe(0n);
  });

  it("plan to date: closed months whole, the open one by working days, the rest not yet", () => {
    const months = ["2024-02-01", "2024-03-01", "2024-04-01"].map((month) => ({ month, plan: 210n }));
    const at = (today: string) => {
      const span = { startsOn: "2024-02-01", endsOn: "2024-05-01" };
      const days = spanDays(
        months.map(({ month }) => month),
        span,
        today,
        calendarOf(),
      );
      return planToDate(months, today, days.running);
    };
    expect(at("2024-01-31")).toEqual({ value: 0n, open: null });
    expect(at("2024-03-01")).toMatchObject({ value: 210n, open: { passed: 0, total: 21, part: 0n } });
    expect(at("2024-03-04").value).toBe(220n);
    expect(at("2024-04-01").value).toBe(420n);
    expect(at("2025-01-01")).toEqual({ value: 630n, open: null });
    expect(planToDate([{ month: "2024-02-01", plan: null }], "2024-03-01", null).value).toBeNull();
    expect(pace(110n, at("2024-03-04"))).toBe(0.5);
    expect(pace(110n, at("2024-01-31"))).toBeNull();
  });
});

describe("R43 retention of the clients there were", () => {
  it("100 + 18 − 6 − 9 → NRR 103 %, GRR 85 %", () => {
    expect(retention({ start: 100n, expansion: 18n, contraction: 6n, churn: 9n })).toMatchObject({
      nrr: 1.03,
      grr: 0.85,
    });
    expect(retention({ start: 0n, expansion: 0n, contraction: 0n, churn: 0n })).toMatchObject({ nrr: null, grr: null });
  });

  it("counts the cohort of the start only", () => {
    const clients = [
      { start: 40n, now: 58n },
      { start: 30n, now: 24n },
      { start: 9n, now: 0n },
      { start: 21n, now: 21n },
      { start: 0n, now: 500n },
      { start: -3n, now: 9n },
    ];
    expect(cohortChange(clients)).toEqual({ start: 100n, expansion: 18n, contraction: 6n, churn: 9n });
  });

  it("what is kept is never above what there was, and all parts meet in what is bought now", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ start: money, now: money }), { maxLength: 20 }), (clients) => {
        const change = cohortChange(clients);
        const { nrr, grr } = retention(change);
        if (grr !== null && nrr !== null) expect(grr <= 1 && grr >= 0 && grr <= nrr).toBe(true);
        const now = clients.reduce((sum, one) => sum + (one.start > 0n && one.now > 0n ? one.now : 0n), 0n);
        expect(change.start + change.expansion - change.contraction - change.churn).toBe(now);
      }),
    );
  });
});

describe("R79 rounding", () => {
  it.each([
    [5n, 2n, 2n, 3n, 3n],
    [-5n, 2n, -3n, -3n, -2n],
    [4n, 3n, 1n, 1n, 2n],
    [-4n, 3n, -2n, -1n, -1n],
    [6n, 3n, 2n, 2n, 2n],
  ])("%s ÷ %s: down %s, near %s, up %s", (a, b, down, near, up) => {
    expect([divideDown(a, b), divideHalfUp(a, b), divideUp(a, b)]).toEqual([down, near, up]);
  });
});
