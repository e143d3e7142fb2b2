import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { loadOutbox } from "@/lib/features/outbox/queries";
import { outboxFilter } from "@/lib/features/outbox/schema";
import { loadShell } from "@/lib/features/shell/queries";
import { finishReset, requestReset } from "@/lib/features/sign-up/actions";
import { loadReset } from "@/lib/features/sign-up/queries";
import { verifyPassword } from "@/lib/io/password";
import { requestBy } from "@/tests/access/doors/request";
import type { Person } from "@/tests/access/world/people";
import { personOf } from "@/tests/access/world/world";
import { openPeopleHouse, type PeopleHouse, tokenIn } from "./people-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: PeopleHouse;
beforeAll(async () => {
  house = await openPeopleHouse();
});
beforeEach(async () => {
  delete process.env.SMTP_URL;
  await house.rows("delete from identity.throttle");
});
afterAll(() => house.end());

type Mail = { id: string; tenant_id: string; status: string; body: string; sealed: string | null };

const emailOf = async ({ person }: Person) =>
  (await house.rows<{ email: string }>("select email::text from identity.person where id = $1", [person]))[0]?.email ??
  "";

async function ask(email: string) {
  await requestBy(null);
  return requestReset({ key: "", company: "", input: { email } });
}

/** The mails that a request wrote, with what is sealed in them. */
async function mailsTo(email: string): Promise<Mail[]> {
  return house.rows<Mail>(
    "select o.id, o.tenant_id, o.status, o.body, s.body as sealed from outbox_mail o left join identity.sealed_mail s on s.mail_id = o.id where o.to_address = $1 and o.kind = 'reset' order by o.created_at, o.tenant_id",
    [email],
  );
}

async function finish(token: string, password = "another long password") {
  await requestBy(null, { cookies: { "grange-link-reset": token } });
  return finishReset({ key: "", company: "", input: { password } });
}

const gone = { ok: false, code: "link-expired" };

describe("R96 a forgotten password", () => {
  it("is answered alike for known and unknown people", async () => {
    const known = await ask(await emailOf(house.person("specialist")));
    const unknown = await ask("nobody@example.test");
    expect(known).toEqual({ ok: true, value: {} });
    expect(unknown).toEqual(known);
    expect(await mailsTo("nobody@example.test")).toEqual([]);
  });

  it("sets a new one by the link, once, and ends every session", async () => {
    const person = house.person("director");
    const email = await emailOf(person);
    expect(await house.visit(person, loadShell)).toMatchObject({ roles: ["director"] });
    await ask(email.toUpperCase());
    const [mail] = await mailsTo(email);
    const token = tokenIn(mail?.body ?? "");
    await requestBy(null, { cookies: { "grange-link-reset": token } });
    expect(await loadReset()).toEqual({ email });
    expect(await finish(token, "short")).toMatchObject({ code: "invalid", fields: { password: "password-short" } });
    expect(await finish(token)).toEqual({ ok: true, value: { email } });
    expect(await house.visit(person, loadShell)).toBe("/sign-in");
    const [kept] = await house.rows<{ hash: string }>(
      "select password_hash as hash from identity.person where id = $1",
      [person.person],
    );
    expect(await verifyPassword(kept?.hash, "another long password")).toBe(true);
    expect(await finish(token)).toEqual(gone);
    await requestBy(null, { cookies: { "grange-link-reset": token } });
    expect(await loadReset()).toBeNull();
  });

  it("refuses an old link, one that a newer request replaced, and one that never was", async () => {
    const email = await emailOf(house.person("lead"));
    await ask(email);
    await ask(email);
    const [first, second] = (await mailsTo(email)).map((mail) => tokenIn(mail.body));
    expect(await finish(first ?? "")).toEqual(gone);
    await house.rows("update identity.reset_token set expires_at = now() - interval '1 second' where used_at is null");
    expect(await finish(second ?? "")).toEqual(gone);
    expect(await finish("never")).toEqual(gone);
  });

  it("waits after three requests for one account, known or not", async () => {
    for (const email of [await emailOf(house.person("auditor")), "nobody@example.test"]) {
      const codes: string[] = [];
      for (let request = 0; request < 4; request++) {
        const result = await ask(email);
        codes.push(result.ok ? "ok" : result.code);
      }
      expect(codes).toEqual(["ok", "ok", "ok", "throttled"]);
    }
  });

  it("builds the link from where the person last signed in, not from what the request claims", async () => {
    const person = house.person("specialist");
    const email = await emailOf(person);
    await house.rows("update identity.person set origin = 'https://crm.example.com' where id = $1", [person.person]);
    await ask(email);
    expect((await mailsTo(email)).at(-1)?.body).toContain("https://crm.example.com/reset/");
  });
});

describe("R84 whose reset link an admin may read", () => {
  it("shows it in the outbox of the only company, while no server is set", async () => {
    const email = await emailOf(house.person("auditor"));
    await ask(email);
    const mail = (await mailsTo(email)).at(-1);
    expect(mail).toMatchObject({ tenant_id: house.tenant, status: "held", sealed: null });
    expect(mail?.body).toContain("/reset/");
  });

  it("seals it for a person of two companies, and tells both admins why", async () => {
    const kam = house.person("kam");
    const email = await emailOf(kam);
    await ask(email);
    const mails = await mailsTo(email);
    expect(mails.map((mail) => mail.tenant_id).sort()).toEqual([house.tenant, house.world.otherTenant.tenant].sort());
    for (const mail of mails) {
      expect(mail.status).toBe("held");
      expect(mail.body).not.toContain("http");
      expect(mail.sealed).toContain("/reset/");
    }
    for (const side of [house.world.own, house.world.otherTenant]) {
      const admin = personOf(side, "admin");
      const mine = mails.find((mail) => mail.tenant_id === side.tenant);
      const outbox = await house.visit(admin, () => loadOutbox(outboxFilter.parse({ mail: mine?.id })));
      expect(outbox).toMatchObject({ open: { sealed: true } });
      expect(JSON.stringify(outbox)).not.toContain(tokenIn(mine?.sealed ?? ""));
    }
  });

  it("seals it for everyone once a server is set, and queues one mail", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    const email = await emailOf(house.person("kam"));
    const before = (await mailsTo(email)).length;
    await ask(email);
    const made = (await mailsTo(email)).slice(before);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ status: "queued" });
    expect(made[0]?.body).not.toContain("http");
    const jobs = await house.rows<{ key: string }>(
      "select key from graphile_worker._private_jobs where key like 'mail:%'",
    );
    expect(jobs).toContainEqual({ key: `mail:${made[0]?.id}` });
  });
});
