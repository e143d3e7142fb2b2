import { describe, expect, test } from "vitest";
import { contractReason, rhythmReason, type TouchClocks, touchReasons } from "@/lib/domain/call-reasons";
import { rhythmOf } from "@/lib/domain/rhythm";

const calm = { days: 3, cadence: 14, overdue: false, late: 0 };
const late = { days: 20, cadence: 14, overdue: true, late: 6 };
const said = { days: 20, cadence: 14, late: 6 };

describe("R4 R16 who was not spoken to for too long", () => {
  test.each<[string, TouchClocks, ReturnType<typeof touchReasons>]>([
    ["nobody", { ...calm, executive: calm, people: [{ ...calm, name: "Ira" }] }, []],
    [
      "a person, while the client as a whole is not silent",
      {
        ...calm,
        executive: null,
        people: [
          { ...calm, name: "Ira" },
          { ...late, name: "Pyotr" },
        ],
      },
      [{ kind: "person", name: "Pyotr", ...said }],
    ],
    [
      "the client: its people are part of the same silence, an executive is not",
      { ...late, executive: late, people: [{ ...late, name: "Ira" }] },
      [
        { kind: "touch", ...said },
        { kind: "executive", ...said },
      ],
    ],
  ])("%s", (_, clocks, wanted) => expect(touchReasons(clocks)).toEqual(wanted));
});

describe("R77 who stays away from the own rhythm", () => {
  // Every 30 days.
  const rhythm = rhythmOf(["2026-01-01", "2026-01-31", "2026-03-02", "2026-04-01"]);
  test.each([
    ["2026-05-01", null],
    ["2026-05-08", null],
    ["2026-05-09", { kind: "rhythm", silentFor: 38, usual: 30, share: 0.2 }],
    ["2026-07-30", { kind: "rhythm", silentFor: 120, usual: 30, share: 0.2 }],
    // Longer than four gaps: lost, and no call of today brings it back.
    ["2026-07-31", null],
  ])("on %s", (today, wanted) => expect(rhythmReason(rhythm, today, 0.2)).toEqual(wanted));

  test("nothing is said without a rhythm", () => {
    expect(rhythmReason(null, "2026-05-09", null)).toBeNull();
    expect(rhythmReason(rhythmOf(["2020-01-01", "2020-02-01"]), "2026-05-09", null)).toBeNull();
  });
});

test("R3 a contract says in how many days it ends", () => {
  expect(contractReason({ number: "118", endsOn: "2026-04-12" }, "2026-03-18")).toEqual({
    kind: "contract",
    number: "118",
    endsOn: "2026-04-12",
    daysAway: 25,
  });
});
