import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  closeTeam,
  createTeam,
  endPlace,
  moveTeam,
  placeMember,
  renameTeam,
  reopenTeam,
} from "@/lib/features/teams/actions";
import { loadTeams } from "@/lib/features/teams/queries";
import { teamsFilter } from "@/lib/features/teams/schema";
import type { TeamNode } from "@/lib/features/teams/tree";
import { openPeopleHouse, type PeopleHouse } from "./people-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
process.env.GRANGE_TODAY = "2026-03-16";

let house: PeopleHouse;
const id: Record<string, string> = {};
beforeAll(async () => {
  house = await openPeopleHouse();
  for (const name of ["North", "South", "Harbour"]) {
    const made = await house.send(house.admin, createTeam, { name, parent: "", from: "2026-01-01" });
    if (!made.ok) throw new Error(made.code);
    id[name] = made.value.id;
  }
});
afterAll(() => house.end());

const teamOf = (name: string) => id[name] ?? "";
async function tree(on: string, closed = ""): Promise<TeamNode[]> {
  const teams = await house.visit(house.admin, () => loadTeams(teamsFilter.parse({ on, closed })));
  if (typeof teams === "string") throw new Error(teams);
  return teams.tree;
}
async function seen(name: string, on: string): Promise<TeamNode> {
  const found = (await tree(on)).find((team) => team.id === teamOf(name));
  if (!found) throw new Error(`${name} is not shown on ${on}`);
  return found;
}
const move = (team: string, parent: string, from: string) =>
  house.send(house.admin, moveTeam, { id: teamOf(team), parent: parent && teamOf(parent), from });
const place = (team: string, member: string, role: "lead" | "member", from: string) =>
  house.send(house.admin, placeMember, { team: teamOf(team), member, role, from });
const versionOf = async (name: string) =>
  (await house.rows<{ version: number }>("select version from team where id = $1", [teamOf(name)]))[0]?.version ?? 0;

describe("R96 the team tree", () => {
  it("is dated: a team stands under another from a day on, and not before", async () => {
    expect((await move("Harbour", "North", "2026-02-01")).ok).toBe(true);
    expect((await move("Harbour", "South", "2026-04-01")).ok).toBe(true);
    expect((await seen("Harbour", "2026-01-31")).parentId).toBeNull();
    expect(await seen("Harbour", "2026-02-01")).toMatchObject({
      parentId: teamOf("North"),
      depth: 1,
      laterMoves: [{ on: "2026-04-01", parentId: teamOf("South") }],
    });
    expect((await seen("Harbour", "2026-04-01")).parentId).toBe(teamOf("South"));
  });

  it("replaces what was planned for later, and goes back to the top without a parent", async () => {
    expect((await move("Harbour", "", "2026-03-01")).ok).toBe(true);
    expect(await seen("Harbour", "2026-05-01")).toMatchObject({ parentId: null, depth: 0, laterMoves: [] });
    expect((await seen("Harbour", "2026-02-15")).laterMoves).toEqual([{ on: "2026-03-01", parentId: null }]);
  });

  it("refuses a ring and names it, also one that only a later day would close", async () => {
    expect((await move("South", "North", "2026-01-01")).ok).toBe(true);
    expect((await move("Harbour", "South", "2026-05-01")).ok).toBe(true);
    const before = await house.rows("select * from team_link order by id");
    expect(await move("North", "Harbour", "2026-03-10")).toEqual({
      ok: false,
      code: "invalid",
      fields: { parent: "cycle" },
      values: { ring: ["North", "Harbour", "South", "North"], on: "2026-05-01" },
    });
    expect(await move("North", "North", "2026-06-01")).toMatchObject({ values: { ring: ["North", "North"] } });
    expect(await house.rows("select * from team_link order by id")).toEqual(before);
  });

  it("has a member in one team at a time; a lead may lead several", async () => {
    const kam = house.person("kam").member;
    const lead = house.person("lead").member;
    expect((await place("North", kam, "member", "2026-03-01")).ok).toBe(true);
    expect((await place("Harbour", kam, "member", "2026-04-01")).ok).toBe(true);
    expect((await seen("North", "2026-03-31")).members.map((one) => one.memberId)).toEqual([kam]);
    expect((await seen("North", "2026-04-01")).members).toEqual([]);
    expect((await seen("Harbour", "2026-04-01")).members.map((one) => one.memberId)).toEqual([kam]);
    for (const team of ["North", "Harbour"]) expect((await place(team, lead, "lead", "2026-03-01")).ok).toBe(true);
    expect((await seen("Harbour", "2026-03-02")).leads).toMatchObject([{ memberId: lead, powerless: false }]);
    expect((await seen("North", "2026-03-02")).people).toBe(2);
    expect((await place("South", kam, "lead", "2026-03-01")).ok).toBe(true);
    expect((await seen("South", "2026-03-02")).leads).toMatchObject([{ memberId: kam, powerless: true }]);
  });

  it("ends a place on a day, and takes back one that has not begun", async () => {
    const kam = house.person("kam").member;
    const here = (await seen("Harbour", "2026-04-02")).members[0];
    expect((await house.send(house.admin, endPlace, { id: here?.id ?? "", on: "2026-04-10" })).ok).toBe(true);
    expect((await seen("Harbour", "2026-04-09")).members.map((one) => one.memberId)).toEqual([kam]);
    expect((await seen("Harbour", "2026-04-10")).members).toEqual([]);
    expect((await house.send(house.admin, endPlace, { id: here?.id ?? "", on: "2026-03-20" })).ok).toBe(true);
    expect(await house.rows("select from team_member where id = $1", [here?.id])).toEqual([]);
    expect(await house.send(house.admin, endPlace, { id: here?.id ?? "", on: "2026-03-20" })).toEqual({
      ok: false,
      code: "not-found",
    });
  });

  it("takes nobody in before they joined or after they left", async () => {
    const director = house.person("director").member;
    expect(await place("North", director, "member", "2023-12-31")).toEqual({
      ok: false,
      code: "invalid",
      fields: { from: "before-joining" },
    });
    await house.rows("update member set left_on = '2026-04-01' where id = $1", [director]);
    expect(await place("North", director, "member", "2026-04-01")).toEqual({ ok: false, code: "member-left" });
  });

  it("closes a team that has no others under it; its places end on that day", async () => {
    const close = async (name: string, on: string) =>
      house.send(house.admin, closeTeam, { id: teamOf(name), version: await versionOf(name), on });
    expect(await close("South", "2026-05-02")).toEqual({ ok: false, code: "team-has-teams" });
    expect((await close("Harbour", "2026-06-01")).ok).toBe(true);
    expect((await seen("Harbour", "2026-05-31")).leads).toHaveLength(1);
    expect((await tree("2026-06-01")).map((team) => team.id)).not.toContain(teamOf("Harbour"));
    const closed = (await tree("2026-06-01", "1")).find((team) => team.id === teamOf("Harbour"));
    expect(closed).toMatchObject({ closedOn: "2026-06-01", leads: [], parentId: null });
    const kam = house.person("kam").member;
    expect(await place("Harbour", kam, "member", "2026-06-02")).toEqual({ ok: false, code: "team-closed" });
    const again = { id: teamOf("Harbour"), version: await versionOf("Harbour") };
    expect((await house.send(house.admin, reopenTeam, again)).ok).toBe(true);
    expect(await house.send(house.admin, reopenTeam, again)).toEqual({ ok: false, code: "changed-meanwhile" });
    expect((await place("Harbour", kam, "member", "2026-06-02")).ok).toBe(true);
  });

  it("is renamed under a version; a taken name is said at the field", async () => {
    const version = await versionOf("North");
    const rename = (name: string, at: number) =>
      house.send(house.admin, renameTeam, { id: teamOf("North"), version: at, name });
    expect((await rename("Far North", version)).ok).toBe(true);
    expect(await rename("Near North", version)).toMatchObject({
      code: "conflict",
      values: { theirs: { name: "Far North" } },
    });
    expect(await rename("South", version + 1)).toMatchObject({ fields: { name: "name-taken" } });
  });
});
