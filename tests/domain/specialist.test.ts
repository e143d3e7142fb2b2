import { describe, expect, it } from "vitest";
import type { Assignment } from "@/lib/domain/assignment";
import { planSpecialist, type SpecialistOrder, sharesBeside } from "@/lib/domain/specialist";

const row = (change: Partial<Assignment>): Assignment => ({
  id: "o",
  clientId: "client",
  memberId: "owner",
  role: "primary",
  startsOn: "2024-01-01",
  endsOn: null,
  share: 10_000,
  ...change,
});
const specialist = (change: Partial<Assignment>) =>
  row({ id: "s", memberId: "other", role: "specialist", share: 0, ...change });
const spec = { id: "spec", roles: ["specialist"] as const, joinedOn: "2023-01-01", leftOn: null };
const order = (change: Partial<SpecialistOrder>): SpecialistOrder => ({
  clients: [{ id: "client", archived: false }],
  to: spec,
  on: "2024-03-01",
  endsOn: "2024-04-01",
  share: 0,
  ...change,
});
const opened = (share: number, endsOn: string | null = "2024-04-01") =>
  specialist({ id: undefined, memberId: "spec", startsOn: "2024-03-01", endsOn, share });

describe("R94 appointing a specialist", () => {
  it("leaves the owner's row alone without a share", () => {
    const [plan] = planSpecialist([row({})], order({}));
    expect(plan).toMatchObject({ changes: [{ before: null, after: { role: "specialist", share: 0 } }] });
  });

  it("takes a share out of the owner's on these days and gives it back after them", () => {
    const [plan] = planSpecialist([row({})], order({ share: 3_000 }));
    expect(plan).toMatchObject({
      changes: [
        { before: { id: "o" }, after: { endsOn: "2024-03-01", share: 10_000 } },
        { before: null, after: { startsOn: "2024-03-01", endsOn: "2024-04-01", share: 7_000 } },
        { before: null, after: { startsOn: "2024-04-01", endsOn: null, share: 10_000 } },
        { before: null, after: { role: "specialist", share: 3_000 } },
      ],
    });
  });

  it("lowers a row that begins on that day in place, and without an end for good", () => {
    const [plan] = planSpecialist([row({ startsOn: "2024-03-01" })], order({ share: 500, endsOn: null }));
    expect(plan).toMatchObject({
      changes: [
        { before: { id: "o" }, after: { startsOn: "2024-03-01", endsOn: null, share: 9_500 } },
        { before: null, after: { endsOn: null, share: 500 } },
      ],
    });
  });

  it.each([
    [
      "over 100 % on one day",
      [row({}), specialist({ startsOn: "2024-03-31", share: 8_000 })],
      { share: 2_001 },
      "share-over-100",
    ],
    ["who has that part already", [row({}), opened(0)], {}, "specialist-overlap"],
    ["who owns the client", [row({ memberId: "spec" })], {}, "same-owner"],
    ["for no day at all", [row({})], { endsOn: "2024-03-01" }, "impossible-period"],
    ["beyond their last day", [row({})], { to: { ...spec, leftOn: "2024-03-20" } }, "member-left"],
    ["for an archived client", [row({})], { clients: [{ id: "client", archived: true }] }, "archived"],
  ] as const)("is refused %s", (_, rows, change, refused) => {
    expect(planSpecialist(rows, order(change))).toEqual([{ clientId: "client", refused }]);
  });
});

it("sums up what others hold on the fullest day, the owner left out", () => {
  const rows = [
    row({}),
    specialist({ endsOn: "2024-03-15", share: 4_000 }),
    specialist({ id: "t", memberId: "third", startsOn: "2024-03-15", share: 5_000 }),
  ];
  expect(sharesBeside(rows, { startsOn: "2024-03-01", endsOn: null })).toBe(5_000);
  expect(sharesBeside(rows, { startsOn: "2024-03-01", endsOn: "2024-03-15" })).toBe(4_000);
});
