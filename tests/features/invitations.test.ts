import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { loadOutbox } from "@/lib/features/outbox/queries";
import { outboxFilter } from "@/lib/features/outbox/schema";
import { inviteMember, resendInvitation, revokeInvitation } from "@/lib/features/people/actions";
import { loadPeople } from "@/lib/features/people/queries";
import { peopleFilter } from "@/lib/features/people/schema";
import { acceptInvitation } from "@/lib/features/sign-up/actions";
import { landOnInvitation } from "@/lib/features/sign-up/landings";
import { loadInvitation } from "@/lib/features/sign-up/queries";
import { requestBy } from "@/tests/access/doors/request";
import { givePassword, openPeopleHouse, PASSWORD, type PeopleHouse, tokenIn } from "./people-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: PeopleHouse;
let count = 0;
let email: string;
beforeAll(async () => {
  house = await openPeopleHouse();
});
beforeEach(() => {
  email = `new${++count}@example.test`;
});
afterAll(() => house.end());

const guest = () => ({
  email,
  name: "Новый Человек",
  jobTitle: "Менеджер",
  roles: ["kam" as const],
  team: house.world.own.ids.team,
  locale: "ru" as const,
});

async function invite(
  change: Partial<ReturnType<typeof guest>> = {},
): Promise<{ id: string; token: string; mail: string }> {
  const made = await house.send(house.admin, inviteMember, { ...guest(), ...change });
  if (!made.ok) throw new Error(made.code);
  const [mail] = await house.rows<{ body: string }>("select body from outbox_mail where id = $1", [made.value.mail]);
  return { ...made.value, token: tokenIn(mail?.body ?? "") };
}

const follow = (token: string) => requestBy(null, { cookies: { "grange-link-invite": token } });

async function answer(token: string, input: { name: string; password: string }) {
  await follow(token);
  return acceptInvitation({ key: "", company: "", input });
}

const gone = { ok: false, code: "link-expired" };
const fresh = { name: "Мария Ким", password: "a long new password" };
const membersOf = () =>
  house.rows<{ name: string; roles: string[] }>("select name, roles from member where email = $1", [email]);

describe("R96 an invitation", () => {
  it("is mailed in the reader's language with a link to the address that the admin uses", async () => {
    const { mail, token } = await invite();
    const [row] = await house.rows<Record<string, string>>("select * from outbox_mail where id = $1", [mail]);
    expect(row).toMatchObject({ to_address: email, kind: "invitation", status: "held", tenant_id: house.tenant });
    expect(row?.subject).toBe("Alder: приглашение в Grange");
    expect(row?.body).toContain(`http://grange.test/invite/${token}`);
    expect(token).toHaveLength(43); // 32 random bytes
    const [kept] = await house.rows<{ found: boolean }>(
      "select exists (select from invitation i where i.token_hash = sha256($1::text::bytea)) as found",
      [token],
    );
    expect(kept?.found).toBe(true);
  });

  it("lands on an address without the secret, which a cookie of that path keeps", async () => {
    const response = await landOnInvitation(new Request("http://grange.test/invite/secret"), {
      params: Promise.resolve({ token: "secret" }),
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/invite");
    const cookie = response.headers.get("set-cookie");
    expect(cookie).toMatch(/^grange-link-invite=secret; Path=\/invite;/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("makes a person, a member with the roles and team that were given, and an audit entry", async () => {
    const { token, id } = await invite();
    await follow(token);
    expect(await loadInvitation()).toEqual({ company: "Alder", name: "Новый Человек", email, known: false });
    expect(await answer(token, fresh)).toEqual({ ok: true, value: { email } });
    expect(await membersOf()).toEqual([{ name: "Мария Ким", roles: ["kam"] }]);
    const [where] = await house.rows(
      "select tm.role from team_member tm join member m on m.id = tm.member_id where m.email = $1 and tm.team_id = $2",
      [email, house.world.own.ids.team],
    );
    expect(where).toEqual({ role: "member" });
    const traces = await house.rows<{ table_name: string }>(
      "select table_name from audit_entry where action = 'acceptInvitation' and (row_id = $1 or table_name <> 'invitation') order by id desc limit 3",
      [id],
    );
    expect(traces.map((trace) => trace.table_name).sort()).toEqual(["invitation", "member", "team_member"]);
  });

  it("asks a new person for a name and a good password", async () => {
    const { token } = await invite();
    expect(await answer(token, { name: " ", password: "short" })).toEqual({
      ok: false,
      code: "invalid",
      fields: { name: "required", password: "password-short" },
    });
    expect(await membersOf()).toEqual([]);
    expect((await answer(token, fresh)).ok).toBe(true);
  });

  it("lets a known person join with their own password only, and keeps it", async () => {
    const stranger = house.world.otherTenant.people.lead;
    if (!stranger) throw new Error("no stranger");
    await givePassword(house, stranger);
    [email] = (
      await house.rows<{ email: string }>("select email::text from identity.person where id = $1", [stranger.person])
    ).map((row) => row.email) as [string];
    const { token } = await invite({ email: email.toUpperCase() });
    await follow(token);
    expect(await loadInvitation()).toMatchObject({ known: true });
    expect(await answer(token, { name: "", password: "a wrong password" })).toEqual({
      ok: false,
      code: "invalid",
      fields: { password: "sign-in-failed" },
    });
    const joined = await answer(token, { name: "", password: PASSWORD });
    expect(joined).toMatchObject({ ok: true });
    const places = await house.rows("select tenant_id from identity.membership where person_id = $1", [
      stranger.person,
    ]);
    expect(places).toHaveLength(2);
    expect(await answer(token, { name: "", password: PASSWORD })).toEqual(gone);
  });

  it("counts wrong passwords of a known person", async () => {
    const stranger = house.world.otherTenant.people.admin;
    if (!stranger) throw new Error("no stranger");
    await givePassword(house, stranger);
    const [row] = await house.rows<{ email: string }>("select email::text from identity.person where id = $1", [
      stranger.person,
    ]);
    const { token } = await invite({ email: row?.email ?? "" });
    const codes: string[] = [];
    for (let guess = 0; guess < 6; guess++) {
      const result = await answer(token, { name: "", password: `wrong password ${guess}` });
      codes.push(result.ok ? "ok" : result.code);
    }
    expect(codes).toEqual(["invalid", "invalid", "invalid", "invalid", "invalid", "throttled"]);
    expect(await answer(token, { name: "", password: PASSWORD })).toEqual({ ok: false, code: "throttled" });
  });

  it("works once; expired, revoked and never sent are answered alike", async () => {
    const used = await invite();
    expect((await answer(used.token, fresh)).ok).toBe(true);
    email = `late${count}@example.test`;
    const late = await invite();
    await house.rows("update invitation set expires_at = now() - interval '1 second' where id = $1", [late.id]);
    email = `back${count}@example.test`;
    const back = await invite();
    expect((await house.send(house.admin, revokeInvitation, { id: back.id })).ok).toBe(true);
    for (const token of [used.token, late.token, back.token, "never"]) {
      expect(await answer(token, fresh)).toEqual(gone);
      await follow(token);
      expect(await loadInvitation()).toBeNull();
    }
    await requestBy(null);
    expect(await acceptInvitation({ key: "", company: "", input: fresh })).toEqual(gone);
  });

  it("gets a new link that ends the old one and takes the old mail out of the outbox", async () => {
    const first = await invite();
    const again = await house.send(house.admin, resendInvitation, { id: first.id });
    if (!again.ok) throw new Error(again.code);
    const mails = await house.rows<{ id: string; status: string; body: string }>(
      "select id, status, body from outbox_mail where to_address = $1 order by created_at",
      [email],
    );
    expect(mails.map((mail) => mail.status)).toEqual(["withdrawn", "held"]);
    expect(await answer(first.token, fresh)).toEqual(gone);
    expect((await answer(tokenIn(mails[1]?.body ?? ""), fresh)).ok).toBe(true);
  });

  it("is refused for a member, and while another one is open; an expired one is no hindrance", async () => {
    const [member] = await house.rows<{ email: string }>("select email from member where id = $1", [
      house.admin.member,
    ]);
    expect(await house.send(house.admin, inviteMember, { ...guest(), email: member?.email ?? "" })).toEqual({
      ok: false,
      code: "invalid",
      fields: { email: "already-member" },
    });
    const { id } = await invite();
    const second = { ...guest(), email: email.toUpperCase() };
    expect(await house.send(house.admin, inviteMember, second)).toMatchObject({ ok: false, code: "already-invited" });
    await house.rows("update invitation set expires_at = now() - interval '1 day' where id = $1", [id]);
    expect((await house.send(house.admin, inviteMember, second)).ok).toBe(true);
  });

  it("is listed for the admin with its mail, until it is answered", async () => {
    const { token, mail } = await invite();
    const open = async () => {
      const people = await house.visit(house.admin, () => loadPeople(peopleFilter.parse({})));
      if (typeof people === "string") throw new Error(people);
      return people.invitations.find((one) => one.email === email);
    };
    expect(await open()).toMatchObject({ mail, expired: false, roles: ["kam"] });
    const outbox = await house.visit(house.admin, () => loadOutbox(outboxFilter.parse({ mail })));
    expect(outbox).toMatchObject({ open: { id: mail, sealed: false, fresh: true }, server: false });
    await answer(token, fresh);
    expect(await open()).toBeUndefined();
  });
});
