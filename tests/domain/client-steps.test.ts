import { expect, test } from "vitest";
import { type ClientFacts, clientSteps } from "@/lib/domain/client-steps";
import { coverageOf } from "@/lib/domain/coverage";

const full = coverageOf((["executive", "middle", "working"] as const).map((level) => ({ level, knownBy: ["anna"] })));
const calm: ClientFacts = {
  latePromises: [],
  lateTheirs: [],
  calls: [],
  birthdays: [],
  unanswered: [],
  staleNumbers: [],
  coverage: full,
  profile: { percent: 80, asked: 20, filled: 16 },
};

test("R26 where all is well nothing is to be done", () => {
  expect(clientSteps(calm)).toEqual([]);
  expect(clientSteps({ ...calm, birthdays: [{ contactId: "1", name: "Ira", daysAway: 8 }] })).toEqual([]);
});

test("R26 our word comes first, then their silence, their word, the contact, people, their needs, and what we do not know", () => {
  const steps = clientSteps({
    latePromises: [2, 9],
    lateTheirs: [4],
    calls: [
      { kind: "person", name: "Ira", days: 20, cadence: 14, late: 6 },
      { kind: "executive", days: 100, cadence: 91, late: 9 },
      { kind: "contract", number: "118", endsOn: "2026-04-12", daysAway: 25 },
      { kind: "person", name: "Pyotr", days: 40, cadence: 14, late: 26 },
      { kind: "rhythm", silentFor: 41, usual: 28, share: null },
    ],
    birthdays: [
      { contactId: "1", name: "Ira", daysAway: 7 },
      { contactId: "2", name: "Pyotr", daysAway: 0 },
    ],
    unanswered: [
      { id: "n1", title: "Faster delivery" },
      { id: "n2", title: "Smaller packs" },
    ],
    staleNumbers: ["Headcount"],
    coverage: coverageOf([{ level: "working", knownBy: ["anna"] }]),
    profile: { percent: 79, asked: 100, filled: 79 },
  });
  expect(steps).toEqual([
    { kind: "promise", count: 2, late: 9 },
    { kind: "rhythm", silentFor: 41, usual: 28, share: null },
    { kind: "contract", number: "118", endsOn: "2026-04-12", daysAway: 25 },
    { kind: "theirs", count: 1, late: 4 },
    { kind: "executive", days: 100, cadence: 91, late: 9 },
    { kind: "person", name: "Pyotr", days: 40, cadence: 14, late: 26 },
    { kind: "birthday", contactId: "2", name: "Pyotr", daysAway: 0 },
    { kind: "need", id: "n1", title: "Faster delivery", count: 2 },
    { kind: "number", names: ["Headcount"] },
    { kind: "level", level: "executive", state: "missing" },
    { kind: "profile", percent: 79, left: 21 },
  ]);
});

test("R41 people whom nobody of ours knows are a gap too", () => {
  const coverage = coverageOf([
    { level: "executive", knownBy: [] },
    { level: "middle", knownBy: ["anna"] },
    { level: "working", knownBy: ["anna"] },
  ]);
  expect(clientSteps({ ...calm, coverage })).toEqual([{ kind: "level", level: "executive", state: "unknown" }]);
});
