import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar-date";
import { contractFaults, contractStanding, contractStatuses, contractTyped, isInForce } from "@/lib/domain/contract";

const today = "2026-11-23";
const signed = { status: "signed" as const, signedOn: "2026-01-10", startsOn: "2026-01-15", endsOn: null };

test.each([
  [{ ...signed, status: "draft" as const }, "draft", null],
  [{ ...signed, status: "ended" as const, endsOn: "2026-02-01" }, "ended", null],
  [signed, "open", null],
  [{ ...signed, startsOn: "2026-11-24" }, "ahead", 1],
  [{ ...signed, startsOn: null, signedOn: "2026-11-25" }, "ahead", 2],
  [{ ...signed, endsOn: "2027-01-23" }, "running", 61],
  [{ ...signed, endsOn: "2027-01-22" }, "soon", 60],
  [{ ...signed, endsOn: today }, "soon", 0],
  [{ ...signed, endsOn: "2026-11-22" }, "over", 1],
])("R3 how a contract stands: %o is %s", (terms, kind, days) => {
  expect(contractStanding(terms, today)).toEqual({ kind, days });
});

test("R3 a signed contract is in force from its first day to its last, both included", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 400 }), (from, length) => {
      const startsOn = addDays(today, from);
      const endsOn = addDays(startsOn, length);
      expect(isInForce({ ...signed, startsOn, endsOn }, today)).toBe(startsOn <= today && today <= endsOn);
    }),
  );
  for (const status of contractStatuses) expect(isInForce({ ...signed, status }, today)).toBe(status === "signed");
});

test("R3 what is signed has its day, and no end comes before the start", () => {
  const draft = { status: "draft" as const, signedOn: null, startsOn: null, endsOn: null };
  expect(contractFaults(draft, today)).toEqual([]);
  expect(contractFaults({ ...draft, status: "signed" }, today)).toEqual([{ field: "signedOn", code: "required" }]);
  expect(contractFaults({ ...signed, signedOn: "2026-11-24" }, today)).toEqual([
    { field: "signedOn", code: "date-in-future" },
  ]);
  expect(contractFaults({ ...signed, endsOn: "2026-01-14" }, today)).toEqual([{ field: "endsOn", code: "date-order" }]);
  expect(contractFaults({ ...signed, status: "ended" }, today)).toEqual([{ field: "endsOn", code: "required" }]);
});

test("an amount is typed again as it was", () => {
  const typed = (amount: bigint | null, currency: string, mark: "," | ".") =>
    contractTyped({ ...signed, number: "1", amount, currency, note: null }, "RUB", mark).amount;
  expect(typed(120000050n, "RUB", ",")).toBe("1200000,50");
  expect(typed(120000000n, "RUB", ",")).toBe("1200000");
  expect(typed(1200n, "JPY", ".")).toBe("1200");
  expect(typed(null, "RUB", ",")).toBe("");
});
