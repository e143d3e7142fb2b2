import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Assignment, assignmentFaults } from "@/lib/domain/assignment";
import { planTransfer } from "@/lib/domain/transfer";
import { allNearDays, nearDay, primaries } from "./arbitraries";
import { applied, byId, changesOf, client, order, owner, ownerOn, person, today } from "./transfer-orders";

describe("R94 handing a client over", () => {
  it("closes one row and opens another on the day, and says from whom to whom", () => {
    const a = owner("a", "2023-05-01");
    expect(planTransfer([a], order("2024-03-04"))).toEqual({
      moves: [
        {
          clientId: "client",
          from: "a",
          to: "b",
          on: "2024-03-04",
          changes: [
            {
              before: a,
              after: {
                clientId: "client",
                memberId: "a",
                role: "primary",
                share: 10_000,
                startsOn: "2023-05-01",
                endsOn: "2024-03-04",
              },
            },
            {
              before: null,
              after: {
                clientId: "client",
                memberId: "b",
                role: "primary",
                share: 10_000,
                startsOn: "2024-03-04",
                endsOn: null,
              },
            },
          ],
        },
      ],
      refused: [],
      backDated: false,
    });
  });

  it("of a client without an owner only opens a row", () => {
    const [move] = planTransfer([], order("2024-03-04")).moves;
    expect([move?.from, move?.to, move?.changes.length]).toEqual([null, "b", 1]);
  });

  it("to nobody only closes one", () => {
    const a = owner("a", "2023-05-01");
    const rows = applied([a], changesOf([a], order("2024-03-04", null)));
    expect([ownerOn(rows, "2024-03-03"), ownerOn(rows, "2024-03-04")]).toEqual(["a", null]);
  });

  it("on the very day the owner began takes that row back: it never was", () => {
    const rows = [owner("c", "2023-01-01", "2024-02-25"), owner("a", "2024-02-25")];
    const after = applied(rows, changesOf(rows, order("2024-02-25")));
    expect(after.map(({ memberId, startsOn, endsOn }) => [memberId, startsOn, endsOn])).toEqual([
      ["c", "2023-01-01", "2024-02-25"],
      ["b", "2024-02-25", null],
    ]);
  });

  it("leaves the specialists' share to them, the largest of any day", () => {
    const specialist = (id: string, share: number, startsOn: string, endsOn: string | null): Assignment => ({
      id,
      clientId: "client",
      memberId: id,
      role: "specialist",
      share,
      startsOn,
      endsOn,
    });
    const rows = [
      { ...owner("a", "2023-05-01"), share: 7_000 },
      specialist("s", 2_000, "2024-01-01", "2024-05-01"),
      specialist("t", 3_000, "2024-05-01", null),
      specialist("u", 9_000, "2022-01-01", "2023-01-01"),
    ];
    expect(changesOf(rows, order("2024-03-04")).at(-1)?.after?.share).toBe(7_000);
  });

  it("ends the new owner's own standing in, so that nothing of it stays when the client moves on", () => {
    const deputy: Assignment = { ...owner("b", "2024-02-01", "2024-05-01", "d"), role: "deputy", share: 0 };
    const rows = [owner("a", "2023-05-01"), deputy];
    expect(applied(rows, changesOf(rows, order("2024-03-04"))).find(({ id }) => id === "d")?.endsOn).toBe("2024-03-04");
  });

  it.each([
    ["a day before today", "2024-02-24", true],
    ["today", today, false],
    ["Monday", "2024-02-26", false],
  ])("says when it is back-dated: %s", (_, on, backDated) => {
    expect(planTransfer([owner("a", "2023-05-01")], order(on)).backDated).toBe(backDated);
  });

  it.each([
    ["to its own owner", [owner("b", "2023-05-01")], order("2024-03-04"), "same-owner"],
    ["to nobody when nobody has it", [], order("2024-03-04", null), "already-unassigned"],
    ["before the owner's first day", [owner("a", "2024-01-10")], order("2024-01-09"), "before-start"],
    [
      "before a change that is already set",
      [owner("a", "2023-05-01", "2024-04-01"), owner("c", "2024-04-01")],
      order("2024-03-04"),
      "later-change",
    ],
    [
      "of an archived client",
      [owner("a", "2023-05-01")],
      { ...order("2024-03-04"), clients: [{ id: "client", archived: true }] },
      "archived",
    ],
    [
      "to someone who was not here yet",
      [owner("a", "2023-05-01")],
      order("2024-03-04", person("b", { joinedOn: "2024-03-05" })),
      "before-joining",
    ],
    [
      "to someone who has left",
      [owner("a", "2023-05-01")],
      order("2024-03-04", person("b", { leftOn: "2024-03-04" })),
      "member-left",
    ],
    [
      "to an auditor",
      [owner("a", "2023-05-01")],
      order("2024-03-04", person("b", { roles: ["auditor"] })),
      "without-role",
    ],
    [
      "to a specialist",
      [owner("a", "2023-05-01")],
      order("2024-03-04", person("b", { roles: ["specialist"] })),
      "without-role",
    ],
  ] as const)("is refused %s", (_, rows, wanted, reason) => {
    expect(planTransfer(rows, wanted)).toMatchObject({ moves: [], refused: [{ clientId: "client", reason }] });
  });

  it("of many moves those it can and names the others, each by its own rows", () => {
    const rows = [owner("a", "2023-05-01"), { ...owner("b", "2023-05-01", null, "q"), clientId: "theirs" }];
    const plan = planTransfer(rows, {
      ...order("2024-03-04"),
      clients: [client, { id: "theirs", archived: false }, { id: "old", archived: true }],
    });
    expect(plan.moves.map(({ clientId }) => clientId)).toEqual(["client"]);
    expect(plan.refused).toEqual([
      { clientId: "theirs", reason: "same-owner" },
      { clientId: "old", reason: "archived" },
    ]);
  });

  it("never touches a day before the one it is made for, keeps the rows lawful, and can be undone", () => {
    fc.assert(
      fc.property(primaries, nearDay, fc.constantFrom("a", "b", "c", null), (rows, on, to) => {
        const changes = changesOf(rows, order(on, to === null ? null : person(to)));
        fc.pre(changes.length > 0);
        const after = applied(rows, changes);
        expect(assignmentFaults(after)).toEqual([]);
        for (const day of allNearDays)
          expect([day, ownerOn(after, day)]).toEqual([day, day < on ? ownerOn(rows, day) : to]);
        const touched = new Set(changes.map(({ before }, index) => before?.id ?? `new${index}`));
        const restored = changes.flatMap(({ before }) => before ?? []);
        expect([...after.filter(({ id }) => !touched.has(id)), ...restored].sort(byId)).toEqual([...rows].sort(byId));
      }),
      { numRuns: 300 },
    );
  });

  it("either plans a client or gives a reason, never both and never neither", () => {
    fc.assert(
      fc.property(primaries, nearDay, fc.constantFrom("a", "b", null), (rows, on, to) => {
        const plan = planTransfer(rows, order(on, to === null ? null : person(to)));
        expect(plan.moves.length + plan.refused.length).toBe(1);
        expect(plan.moves.every(({ changes }) => changes.length > 0)).toBe(true);
      }),
    );
  });
});
