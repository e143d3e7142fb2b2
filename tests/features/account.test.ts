import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SESSION_COOKIE } from "@/lib/access/caller";
import {
  changePassword,
  revokeSession,
  saveLocale,
  saveProfile,
  signOut,
  signOutEverywhere,
  switchCompany,
} from "@/lib/features/account/actions";
import { loadAccount } from "@/lib/features/account/queries";
import { savePerson } from "@/lib/features/people/actions";
import { loadShell } from "@/lib/features/shell/queries";
import { verifyPassword } from "@/lib/io/password";
import { request } from "@/tests/access/doors/next";
import type { Person } from "@/tests/access/world/people";
import { givePassword, openPeopleHouse, PASSWORD, type PeopleHouse } from "./people-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: PeopleHouse;
beforeAll(async () => {
  house = await openPeopleHouse();
});
afterAll(() => house.end());

const profile = { version: 1, name: "Anna", phone: "", jobTitle: "KAM", zone: "" };
const memberOf = async ({ tenant, member }: Person) =>
  (
    await house.rows<Record<string, unknown>>("select * from member where tenant_id = $1 and id = $2", [tenant, member])
  )[0];

describe("R91 several companies", () => {
  it("switches the session, shows the other company, and comes back", async () => {
    const kam = house.person("kam");
    const birch = house.world.otherTenant.tenant;
    const here = await house.visit(kam, loadShell);
    expect(here).toMatchObject({ company: house.tenant });
    expect(typeof here === "string" ? [] : here.companies.map((one) => one.id).sort()).toEqual(
      [house.tenant, birch].sort(),
    );
    expect((await house.send(kam, switchCompany, { company: birch })).ok).toBe(true);
    expect(await house.visit(kam, loadShell)).toMatchObject({ company: birch });

    // A page of the first company is still open in another tab: what it sends must not land in the second.
    const before = await house.rows("select tenant_id, id, name, version from member order by id");
    expect(await house.send(kam, saveProfile, profile)).toEqual({ ok: false, code: "other-company" });
    expect(await house.rows("select tenant_id, id, name, version from member order by id")).toEqual(before);

    expect((await house.send(kam, switchCompany, { company: house.tenant })).ok).toBe(true);
    expect((await house.send(kam, saveProfile, profile)).ok).toBe(true);
    expect(await memberOf(kam)).toMatchObject({ name: "Anna", version: 2 });
  });

  it("enters no company in which the person does not work, nor one that they have left", async () => {
    const admin = house.admin;
    const birch = house.world.otherTenant.tenant;
    expect(await house.send(admin, switchCompany, { company: birch })).toEqual({ ok: false, code: "not-found" });
    const kam = house.person("kam");
    await house.rows("update member set left_on = '2024-06-01' where tenant_id = $1 and email = $2", [
      birch,
      (
        await house.rows<{ email: string }>("select email from member where tenant_id = $1 and name like 'kam %'", [
          birch,
        ])
      )[0]?.email,
    ]);
    expect(await house.send(kam, switchCompany, { company: birch })).toEqual({ ok: false, code: "not-found" });
  });
});

describe("R96 rights", () => {
  it("count from the next request on", async () => {
    const specialist = house.person("specialist");
    const rights = async () => {
      const shell = await house.visit(specialist, loadShell);
      return typeof shell === "string" ? shell : shell.places.map((place) => place.label);
    };
    const before = await rights();
    expect(before).toContain("book");
    expect(before).not.toContain("audit");
    const { name, version } = (await memberOf(specialist)) as { name: string; version: number };
    const change = { id: specialist.member, version, name, jobTitle: "", phone: "", zone: "" };
    expect((await house.send(house.admin, savePerson, { ...change, roles: ["auditor"] })).ok).toBe(true);
    expect(await rights()).toContain("audit");
    expect(await house.send(specialist, saveProfile, profile)).toEqual({ ok: false, code: "forbidden" });
  });

  it("shows both sides when two admins change one person", async () => {
    const lead = house.person("lead");
    const { name, version } = (await memberOf(lead)) as { name: string; version: number };
    const mine = { id: lead.member, version, name, jobTitle: "First", phone: "", zone: "", roles: ["lead" as const] };
    expect((await house.send(house.admin, savePerson, mine)).ok).toBe(true);
    expect(await house.send(house.admin, savePerson, { ...mine, jobTitle: "Second" })).toMatchObject({
      ok: false,
      code: "conflict",
      values: { theirs: { jobTitle: "First", version: version + 1 }, mine: { jobTitle: "Second" } },
    });
    expect(await memberOf(lead)).toMatchObject({ job_title: "First" });
  });

  it("leave the company an administrator", async () => {
    const { name, version } = (await memberOf(house.admin)) as { name: string; version: number };
    const stepDown = {
      id: house.admin.member,
      version,
      name,
      jobTitle: "",
      phone: "",
      zone: "",
      roles: ["kam" as const],
    };
    expect(await house.send(house.admin, savePerson, stepDown)).toEqual({ ok: false, code: "last-admin" });
    expect(await memberOf(house.admin)).toMatchObject({ roles: ["admin"], version });
    const director = house.person("director");
    const other = (await memberOf(director)) as { name: string; version: number };
    const rise = {
      ...stepDown,
      id: director.member,
      version: other.version,
      name: other.name,
      roles: ["admin" as const],
    };
    expect((await house.send(house.admin, savePerson, rise)).ok).toBe(true);
    expect(await house.send(house.admin, savePerson, stepDown)).toEqual({ ok: true, value: { self: true } });
    expect(await house.visit(house.admin, loadShell)).toMatchObject({ roles: ["kam"] });
  });
});

describe("R96 my account", () => {
  it("lists my sessions and ends one of them", async () => {
    const lead = house.person("lead");
    const list = async () => {
      const account = await house.visit(lead, loadAccount);
      if (typeof account === "string") throw new Error(account);
      return account.sessions.map(({ id, current }) => ({ id, current }));
    };
    const sessions = await list();
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect((await house.send(lead, revokeSession, { id: lead.session })).ok).toBe(true);
    expect((await list()).map(({ current }) => current)).toEqual([true]);
    expect(await house.send(lead, revokeSession, { id: house.person("kam").session })).toEqual({
      ok: false,
      code: "not-found",
    });
  });

  it("signs out everywhere: this session too, and the cookie goes", async () => {
    const auditor = house.person("auditor");
    expect((await house.send(auditor, signOutEverywhere, {})).ok).toBe(true);
    expect(request.cookies.has(SESSION_COOKIE)).toBe(false);
    expect(await house.visit(auditor, loadShell)).toBe("/sign-in");
    const left = await house.rows("select from identity.session where person_id = $1 and revoked_at is null", [
      auditor.person,
    ]);
    expect(left).toEqual([]);
  });

  it("changes the password against the current one, and ends the other sessions only", async () => {
    const kam = house.person("kam");
    await givePassword(house, kam);
    const wrong = { current: "not this one", password: "another long password" };
    expect(await house.send(kam, changePassword, wrong)).toEqual({
      ok: false,
      code: "invalid",
      fields: { current: "password-wrong" },
    });
    expect((await house.send(kam, changePassword, { ...wrong, current: PASSWORD })).ok).toBe(true);
    const [row] = await house.rows<{ hash: string }>(
      "select password_hash as hash from identity.person where id = $1",
      [kam.person],
    );
    expect(await verifyPassword(row?.hash, "another long password")).toBe(true);
    expect(await house.visit(kam, loadShell)).toMatchObject({ company: house.tenant });
    const live = await house.rows("select from identity.session where person_id = $1 and revoked_at is null", [
      kam.person,
    ]);
    expect(live).toHaveLength(1);
  });

  it("keeps the language in the account and in this browser", async () => {
    const kam = house.person("kam");
    expect((await house.send(kam, saveLocale, { locale: "ru" })).ok).toBe(true);
    expect(request.cookies.get("grange-locale")).toBe("ru");
    const [row] = await house.rows("select locale from identity.person where id = $1", [kam.person]);
    expect(row).toEqual({ locale: "ru" });
  });

  it("signs out: the row is revoked, so the cookie is worth nothing even where it was copied", async () => {
    const kam = house.person("kam");
    expect((await house.send(kam, signOut, {})).ok).toBe(true);
    expect(await house.visit(kam, loadShell)).toBe("/sign-in");
    expect((await house.send(kam, signOut, {})).ok).toBe(true);
  });
});
