import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countsAsTouch,
  defaultCadences,
  isCadence,
  lastTouch,
  type TouchFacts,
  touchClock,
  touchDirections,
  touchKinds,
} from "@/lib/domain/cadence";
import { addDays, daysBetween } from "@/lib/domain/calendar-date";
import { anyDay, nearDay } from "./arbitraries";

const facts = fc.record({
  kind: fc.constantFrom(...touchKinds),
  direction: fc.constantFrom(...touchDirections),
  answered: fc.boolean(),
});

describe("R4 what is contact with a client", () => {
  it.each<[string, TouchFacts, boolean]>([
    ["a meeting that took place", { kind: "meeting", direction: "both", answered: true }, true],
    ["a meeting to which nobody came", { kind: "meeting", direction: "both", answered: false }, false],
    ["our call that was answered", { kind: "call", direction: "out", answered: true }, true],
    ["their call", { kind: "call", direction: "in", answered: true }, true],
    ["a call without an answer", { kind: "call", direction: "out", answered: false }, false],
    ["a message from them", { kind: "message", direction: "in", answered: true }, true],
    ["messages both ways", { kind: "message", direction: "both", answered: true }, true],
    ["our message alone", { kind: "message", direction: "out", answered: true }, false],
    ["a note", { kind: "note", direction: "both", answered: true }, false],
  ])("%s", (_, touch, counts) => {
    expect(countsAsTouch(touch)).toBe(counts);
  });

  it("only what happened: a meeting of next year is not contact", () => {
    const meeting = { kind: "meeting", direction: "both", answered: true } as const;
    const touches = [
      { ...meeting, onDay: "2027-03-01" },
      { ...meeting, onDay: "2026-10-02" },
      { ...meeting, onDay: "2026-09-01" },
    ];
    expect(lastTouch(touches, "2026-11-23")).toBe("2026-10-02");
    expect(lastTouch(touches.slice(0, 1), "2026-11-23")).toBeNull();
  });

  it("the last touch is one that counts, not later than today, and none of those is later", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(facts, nearDay)), nearDay, (list, today) => {
        const touches = list.map(([one, onDay]) => ({ ...one, onDay }));
        const candidates = touches.filter((one) => countsAsTouch(one) && one.onDay <= today).map(({ onDay }) => onDay);
        expect(lastTouch(touches, today)).toBe(candidates.sort().at(-1) ?? null);
      }),
    );
  });
});

describe("R16 when the next touch is due", () => {
  const today = "2026-11-23";

  it.each([
    ["A, ten days ago", "2026-11-13", null, 14, { days: 10, dueOn: "2026-11-27", late: 0 }],
    ["A, on its due day", "2026-11-09", null, 14, { days: 14, dueOn: "2026-11-23", late: 0 }],
    ["A, a day past it", "2026-11-08", null, 14, { days: 15, dueOn: "2026-11-22", late: 1 }],
    ["C, a quarter and three days ago", "2026-08-21", null, 91, { days: 94, dueOn: "2026-11-20", late: 3 }],
    [
      "never, assigned lately: assignment + cadence",
      null,
      "2026-11-16",
      14,
      { days: null, dueOn: "2026-11-30", late: 0 },
    ],
    ["never, assigned long ago", null, "2026-10-01", 30, { days: null, dueOn: "2026-10-31", late: 23 }],
    [
      "the last touch, whoever made it, not the hand-over",
      "2026-11-20",
      "2026-11-22",
      14,
      { days: 3, dueOn: "2026-12-04", late: 0 },
    ],
    ["a touch of tomorrow is left out", "2026-11-24", "2026-11-01", 14, { days: null, dueOn: "2026-11-15", late: 8 }],
    ["nobody answers for it", null, null, 14, { days: null, dueOn: null, late: 0 }],
  ])("%s", (_, lastOn, assignedOn, cadence, expected) => {
    const clock = touchClock({ lastOn, assignedOn, cadence, today });
    expect(clock).toMatchObject({ ...expected, overdue: expected.late > 0 });
  });

  it("a company starts with A every 14 days and an executive each quarter, B 30, C 91", () => {
    expect(defaultCadences).toEqual({
      A: { days: 14, executiveDays: 91 },
      B: { days: 30, executiveDays: null },
      C: { days: 91, executiveDays: null },
    });
  });

  it("is late by exactly the days past the due one, and a later touch is never due earlier", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 730 }), fc.nat(400), (today, lastOn, cadence, more) => {
        const of = { assignedOn: "2020-01-01", cadence, today };
        const clock = touchClock({ ...of, lastOn });
        if (clock.days !== null) expect(clock.late).toBe(Math.max(0, clock.days - cadence));
        expect(clock.overdue).toBe(clock.dueOn !== null && daysBetween(clock.dueOn, today) > 0);
        const later = addDays(lastOn, more);
        if (later <= today)
          expect((touchClock({ ...of, lastOn: later }).dueOn ?? "") >= (clock.dueOn ?? "")).toBe(true);
      }),
    );
  });
});

it.each([
  ["1", true],
  [" 14 ", true],
  ["730", true],
  ["731", false],
  ["0", false],
  ["", false],
  ["-3", false],
  ["1.5", false],
  ["1e2", false],
])("R16 %j as days between touches: %s", (text, wanted) => expect(isCadence(text)).toBe(wanted));
