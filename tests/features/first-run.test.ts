import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { startCompany } from "@/lib/features/sign-up/actions";
import { loadFirstRun, loadSignIn } from "@/lib/features/sign-up/queries";
import { verifyPassword } from "@/lib/io/password";
import { requestBy } from "@/tests/access/doors/request";
import { testDatabase } from "@/tests/support/database-setup";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
const CODE = "ABCD-EFGH-JKLM-NPQR";
const form = {
  code: CODE,
  company: "Alder",
  locale: "ru",
  zone: "Europe/Moscow",
  currency: "RUB",
  name: "Анна Крылова",
  email: "anna@alder.test",
  password: "a long new password",
} as const;
const submit = async (change: Partial<Record<keyof typeof form, string>> = {}) => {
  await requestBy(null);
  return startCompany({ key: "", company: "", input: { ...form, ...change } as typeof form });
};
const counts = async () =>
  (
    await owner.query(
      "select (select count(*)::int from identity.tenant) as companies, (select count(*)::int from identity.person) as people, (select count(*)::int from member) as members",
    )
  ).rows[0];

beforeAll(async () => {
  await owner.connect();
  await owner.query("insert into identity.first_run (code_hash) values ($1)", [
    createHash("sha256").update(CODE).digest(),
  ]);
});
afterAll(async () => {
  await closeDatabase();
  await owner.end();
});

describe("R96 the first run", () => {
  it("is offered while there is no company", async () => {
    expect((await loadFirstRun("ru")).needed).toBe(true);
    expect((await loadSignIn()).firstRun).toBe(true);
  });

  it("refuses a wrong code and makes nothing", async () => {
    expect(await submit({ code: "ABCD-EFGH-JKLM-NPQS" })).toEqual({ ok: false, code: "code-wrong" });
    expect(await counts()).toEqual({ companies: 0, people: 0, members: 0 });
  });

  it.each([
    ["password", "short", "password-short"],
    ["password", "password12345", "password-common"],
    ["password", "abcabcabcabc", "password-common"],
    ["zone", "Europe/Atlantis", "not-a-zone"],
    ["currency", "XXX", "choose-one"],
    ["email", "nobody", "not-an-email"],
    ["company", "  ", "required"],
  ])("marks %s = %j", async (field, value, code) => {
    expect(await submit({ [field]: value })).toEqual({ ok: false, code: "invalid", fields: { [field]: code } });
    expect(await counts()).toEqual({ companies: 0, people: 0, members: 0 });
  });

  it("makes the company and its admin, once, whatever the case of the code", async () => {
    expect(await submit({ code: ` ${CODE.toLowerCase()} ` })).toEqual({ ok: true, value: { email: form.email } });
    expect(await counts()).toEqual({ companies: 1, people: 1, members: 1 });
    const { rows } = await owner.query(
      "select t.name, t.locale, t.zone, t.currency, t.demo, m.roles, p.password_hash from identity.tenant t, member m, identity.person p",
    );
    const { password_hash: hash, ...made } = rows[0];
    expect(made).toEqual({
      name: "Alder",
      locale: "ru",
      zone: "Europe/Moscow",
      currency: "RUB",
      demo: false,
      roles: ["admin"],
    });
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(hash, form.password)).toBe(true);
  });

  it("is over then, for the used code and for any other", async () => {
    expect(await submit()).toEqual({ ok: false, code: "first-run-done" });
    await owner.query("insert into identity.first_run (code_hash) values ($1)", [
      createHash("sha256").update("NEXT").digest(),
    ]);
    expect(await submit({ code: "NEXT" })).toEqual({ ok: false, code: "first-run-done" });
    expect((await loadFirstRun("ru")).needed).toBe(false);
    expect((await loadSignIn()).demo).toEqual([]); // nobody is shown who is not of a demo company
    expect(await counts()).toEqual({ companies: 1, people: 1, members: 1 });
  });
});
