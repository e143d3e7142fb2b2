import { describe, expect, it } from "vitest";
import type { Assignment } from "@/lib/domain/assignment";
import { planTransfer } from "@/lib/domain/transfer";
import { owner, person, refusalOf, standIn } from "./transfer-orders";

describe("R4 standing in", () => {
  it("opens a row without a share for its days and leaves the owner alone", () => {
    const plan = planTransfer([owner("a", "2023-05-01")], standIn("2024-02-26", "2024-03-11"));
    expect(plan.moves).toEqual([
      {
        clientId: "client",
        from: "a",
        to: "b",
        on: "2024-02-26",
        changes: [
          {
            before: null,
            after: {
              clientId: "client",
              memberId: "b",
              role: "deputy",
              share: 0,
              startsOn: "2024-02-26",
              endsOn: "2024-03-11",
            },
          },
        ],
      },
    ]);
  });

  const deputy: Assignment = { ...owner("b", "2024-03-10", "2024-03-20", "d"), role: "deputy", share: 0 };
  it.each([
    [
      "without an end: nobody would think of taking it back",
      [owner("a", "2023-05-01")],
      standIn("2024-02-26", null),
      "deputy-without-end",
    ],
    ["for no day", [owner("a", "2023-05-01")], standIn("2024-02-26", "2024-02-26"), "impossible-period"],
    ["where nobody is to be replaced", [], standIn("2024-02-26", "2024-03-11"), "no-owner"],
    ["by the owner", [owner("b", "2023-05-01")], standIn("2024-02-26", "2024-03-11"), "deputy-is-owner"],
    [
      "by the owner to be",
      [owner("a", "2023-05-01", "2024-03-01"), owner("b", "2024-03-01")],
      standIn("2024-02-26", "2024-03-11"),
      "deputy-is-owner",
    ],
    ["twice by one person", [owner("a", "2023-05-01"), deputy], standIn("2024-02-26", "2024-03-11"), "deputy-overlap"],
    [
      "by an auditor",
      [owner("a", "2023-05-01")],
      standIn("2024-02-26", "2024-03-11", person("b", { roles: ["auditor", "director"] })),
      "without-role",
    ],
  ] as const)("is refused %s", (_, rows, wanted, reason) => {
    expect(refusalOf(rows, wanted)).toBe(reason);
  });

  it("may follow on the same person's last day, and two people may stand in at once", () => {
    const rows = [owner("a", "2023-05-01"), deputy];
    expect(planTransfer(rows, standIn("2024-03-20", "2024-03-30")).moves).toHaveLength(1);
    expect(planTransfer(rows, standIn("2024-03-10", "2024-03-20", person("c"))).moves).toHaveLength(1);
  });
});
