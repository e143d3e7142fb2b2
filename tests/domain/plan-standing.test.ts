import { describe, expect, it } from "vitest";
import { spanDays, standingOf } from "@/lib/domain/plan-standing";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";

const shift = [{ from: 540, to: 1080 }];
const calendar: WorkingCalendar = {
  zone: "Europe/Moscow",
  week: [shift, shift, shift, shift, shift, [], []],
  overrides: new Map(),
};
const none = { plan: null, lastYear: 0n };

/** June 2026 has 22 working days by the week; on the 15th ten of them are over. */
const june = { month: "2026-06-01", fact: 50n, plan: 150n, lastYear: 40n };
const at = (months: readonly string[], today: string) => ({
  today,
  days: spanDays(months, { startsOn: months[0] ?? "", endsOn: "2026-07-01" }, today, calendar),
});

describe("R93 how a row stands", () => {
  it("50 after 10 of 22 days, plan 150 → 110 by the run-rate; growth is that of the rate", () => {
    const standing = standingOf([june], at(["2026-06-01"], "2026-06-15"));
    expect(standing.forecast).toMatchObject({ value: 110n, method: "rate" });
    expect(standing.toDate).toBe(68n);
    expect(standing.deviation).toBe(-18n);
    expect(standing.required).toMatchObject({ state: "needed", perDay: 9n });
    expect(standing).toMatchObject({ growthOn: "rate", growth: 1.75 });
  });

  it("growth is told of months that are over, and the running one does not make it fall", () => {
    const may = { month: "2026-05-01", fact: 110n, plan: 100n, lastYear: 100n };
    const standing = standingOf([may, june], at(["2026-05-01", "2026-06-01"], "2026-06-15"));
    expect(standing.growthOn).toBe("closed");
    expect(standing.growth).toBeCloseTo(0.1, 12);
    expect(standing.toDate).toBe(168n);
  });

  it("without a plan there is no per cent, no deviation and nothing needed", () => {
    const standing = standingOf([{ ...june, ...none }], at(["2026-06-01"], "2026-06-15"));
    expect(standing.plan).toBeNull();
    expect(standing.attainment).toMatchObject({ share: null, why: "no-plan" });
    expect(standing.deviation).toBeNull();
    expect(standing.required.state).toBe("no-plan");
  });

  it("a month that sold nothing stands at minus its plan; up to today the plan is the plan to date", () => {
    const idle = { month: "2026-05-01", fact: 0n, plan: 100n, lastYear: 0n };
    expect(standingOf([idle], at(["2026-05-01"], "2026-06-15")).deviation).toBe(-100n);
    const months = ["2026-05-01", "2026-06-01"];
    const upTo = standingOf([idle, june], { ...at(months, "2026-06-15"), upTo: true });
    expect(upTo).toMatchObject({ plan: 168n, forecast: { method: "fact", value: 50n } });
  });
});
