import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ringWith, subtreeOn, type TeamLink } from "@/lib/domain/team-tree";
import { ringThrough } from "@/lib/domain/tree";
import { allNearDays, nearPeriod } from "./arbitraries";

const link = (teamId: string, parentId: string, startsOn = "2024-01-01", endsOn: string | null = null): TeamLink => ({
  teamId,
  parentId,
  startsOn,
  endsOn,
});

describe("the dated tree of teams", () => {
  const links = [
    link("north", "sales"),
    link("south", "sales"),
    link("moscow", "south"),
    link("tula", "moscow", "2024-01-01", "2024-06-01"),
    link("tula", "north", "2024-06-01"),
  ];

  it.each([
    ["sales", "2024-03-01", ["moscow", "north", "sales", "south", "tula"]],
    ["south", "2024-05-31", ["moscow", "south", "tula"]],
    ["south", "2024-06-01", ["moscow", "south"]],
    ["north", "2024-06-01", ["north", "tula"]],
    ["tula", "2024-06-01", ["tula"]],
    ["sales", "2023-12-31", ["sales"]],
  ])("below %s on %s", (team, on, expected) => {
    expect([...subtreeOn(links, [team], on)].sort()).toEqual(expected);
  });

  it("of several teams is all of theirs together, and of none is none", () => {
    expect([...subtreeOn(links, ["south", "north"], "2024-03-01")].sort()).toEqual([
      "moscow",
      "north",
      "south",
      "tula",
    ]);
    expect(subtreeOn(links, [], "2024-03-01").size).toBe(0);
  });

  it("ends even where the rows hold a ring", () => {
    expect([...subtreeOn([link("a", "b"), link("b", "a")], ["a"], "2024-03-01")].sort()).toEqual(["a", "b"]);
  });

  it.each([
    ["a team under itself", link("south", "south"), ["south", "south"]],
    ["a team under its child", link("south", "moscow"), ["south", "moscow", "south"]],
    [
      "a team under its grandchild",
      link("sales", "tula", "2024-05-01", "2024-05-02"),
      ["sales", "tula", "moscow", "south", "sales"],
    ],
  ])("names the ring: %s", (_, added, teams) => {
    expect(ringWith(links, added)).toEqual({ on: added.startsOn, teams });
  });

  it("sees a ring that comes about only later, and says from which day", () => {
    expect(ringWith(links, link("north", "moscow", "2024-02-01"))).toBeNull();
    expect(ringWith([...links, link("south", "tula", "2024-08-01")], link("north", "moscow", "2024-02-01"))).toEqual({
      on: "2024-08-01",
      teams: ["north", "moscow", "south", "tula", "north"],
    });
  });

  it("lets a team move under what used to be below it, once it no longer is", () => {
    expect(ringWith(links, link("moscow", "tula", "2024-06-01"))).toBeNull();
    expect(ringWith(links, link("moscow", "tula", "2024-05-31"))?.teams).toEqual(["moscow", "tula", "moscow"]);
  });

  it("a ring is found exactly when on some day the team would be found below itself", () => {
    const team = fc.constantFrom("a", "b", "c", "d");
    const anyLink = fc
      .tuple(team, team, nearPeriod)
      .map(([teamId, parentId, period]) => ({ teamId, parentId, ...period }));
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 6 }), anyLink, (existing, added) => {
        const closes = (day: string) => {
          const now = [...existing, added].filter(
            (one) => one.startsOn <= day && (one.endsOn === null || day < one.endsOn),
          );
          return now.includes(added) && subtreeOn(now, [added.teamId], day).has(added.parentId);
        };
        const ring = ringWith(existing, added);
        expect(ring?.on ?? null).toBe(allNearDays.find(closes) ?? null);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a ring among clients of a group or contacts", () => {
  const parents: Record<string, string[]> = { b: ["a"], c: ["b"], d: ["b"] };
  const parentsOf = (id: string) => parents[id] ?? [];

  it("is named from the child back to it", () => {
    expect(ringThrough("a", "c", parentsOf)).toEqual(["a", "c", "b", "a"]);
    expect(ringThrough("a", "a", parentsOf)).toEqual(["a", "a"]);
  });

  it("is not there between cousins or strangers", () => {
    expect(ringThrough("c", "d", parentsOf)).toBeNull();
    expect(ringThrough("x", "c", parentsOf)).toBeNull();
  });

  it("every step of it is an edge", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(fc.dictionary(id, fc.array(id, { maxLength: 3 })), id, id, (edges, child, parent) => {
        const ring = ringThrough(child, parent, (from) => edges[from] ?? []);
        if (!ring) return;
        expect([ring[0], ring[1], ring.at(-1)]).toEqual([child, parent, child]);
        for (let step = 1; step < ring.length - 1; step++) expect(edges[ring[step] ?? ""]).toContain(ring[step + 1]);
      }),
    );
  });
});
