import fc from "fast-check";
import { expect, test } from "vitest";
import { contactLevels, coverageOf } from "@/lib/domain/coverage";

test("R41 a level is covered by who knows somebody there, unknown without one, missing without people", () => {
  const { levels, covered } = coverageOf([
    { level: "middle", knownBy: ["anna", "boris"] },
    { level: "middle", knownBy: ["anna"] },
    { level: "working", knownBy: [] },
    { level: null, knownBy: ["anna"] },
  ]);
  expect(levels).toEqual([
    { level: "executive", state: "missing", people: 0, knownBy: [] },
    { level: "middle", state: "covered", people: 2, knownBy: ["anna", "boris"] },
    { level: "working", state: "unknown", people: 1, knownBy: [] },
  ]);
  expect(covered).toBe(1);
});

test("R41 one more acquaintance never uncovers a level", () => {
  const person = fc.record({
    level: fc.option(fc.constantFrom(...contactLevels)),
    knownBy: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), person, (people, more) => {
      const before = coverageOf(people);
      const after = coverageOf([...people, more]);
      expect(after.covered).toBeGreaterThanOrEqual(before.covered);
      expect(after.covered).toBeLessThanOrEqual(3);
    }),
  );
});
