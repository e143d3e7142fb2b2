import fc from "fast-check";
import { expect, test } from "vitest";
import { dayRuns, slotFault } from "@/lib/domain/delivery-slot";

const slot = (days: number[], from: string, to: string) => ({ days, from, to });

test.each([
  [[slot([1, 2], "09:00", "12:00"), slot([1, 2], "13:00", "24:00")], null],
  [[slot([1], "09:00", "12:00"), slot([1], "12:00", "13:00")], null],
  [[slot([], "09:00", "12:00")], { at: 0, code: "slot-days" }],
  [[slot([8], "09:00", "12:00")], { at: 0, code: "slot-days" }],
  [[slot([1], "9:00", "12:00")], { at: 0, code: "slot-time" }],
  [[slot([1], "12:00", "12:00")], { at: 0, code: "slot-order" }],
  [[slot([1], "09:00", "12:00"), slot([3, 1], "11:59", "13:00")], { at: 1, code: "slot-overlap" }],
])("R31 delivery hours %#", (slots, expected) => {
  expect(slotFault(slots)).toEqual(expected);
});

test("R31 runs of days hold exactly the days", () => {
  expect(dayRuns([5, 1, 3, 2])).toEqual([
    [1, 3],
    [5, 5],
  ]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 })), (days) => {
      const back = dayRuns(days).flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, step) => first + step),
      );
      expect(back).toEqual([...new Set(days)].sort((a, b) => a - b));
    }),
  );
});
