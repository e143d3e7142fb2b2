import type { CredentialsConfig } from "next-auth/providers/credentials";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { isCommonPassword } from "@/lib/access/common-passwords";
import { localPath } from "@/lib/access/origin";
import { checkPassword, type SignedIn, signInOptions } from "@/lib/access/sign-in";
import { loadShell } from "@/lib/features/shell/queries";
import { givePassword, openPeopleHouse, PASSWORD, type PeopleHouse } from "./people-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: PeopleHouse;
let email: string;
beforeAll(async () => {
  house = await openPeopleHouse();
  await givePassword(house, house.person("kam"));
  const [row] = await house.rows<{ email: string }>("select email::text from identity.person where id = $1", [
    house.person("kam").person,
  ]);
  email = row?.email ?? "";
});
beforeEach(() => house.rows("delete from identity.throttle"));
afterAll(() => house.end());

const at = (address: string) => ({ address, agent: "test", request: "r" });
const guess = async (who: string, password: string, address = "198.51.100.1") => {
  const result = await checkPassword(who, password, at(address));
  return "refused" in result ? result.refused : "in";
};
const headersOf = (more: Record<string, string> = {}) =>
  new Headers({ host: "crm.example.com", "x-forwarded-proto": "https", "x-grange-address": "198.51.100.9", ...more });

async function authorize(given: { email: string; password: string }, outcome?: SignedIn) {
  const [provider] = signInOptions(headersOf(), outcome).providers as CredentialsConfig[];
  // next-auth keeps what was configured under `options`.
  const { options } = provider as unknown as { options: CredentialsConfig };
  const request = { query: {}, body: {}, headers: {}, method: "POST" };
  return (await options.authorize(given, request)) as { id: string; sid: string } | null;
}

describe("R96 sign-in", () => {
  it("answers a wrong password, an unknown person and a disabled one alike", async () => {
    expect(await guess(email, PASSWORD)).toBe("in");
    expect(await guess(` ${email.toUpperCase()} `, PASSWORD)).toBe("in");
    expect(await guess(email, "wrong")).toBe("sign-in-failed");
    expect(await guess("nobody@example.test", PASSWORD)).toBe("sign-in-failed");
    const lead = house.person("lead");
    await givePassword(house, lead);
    await house.rows("update identity.person set disabled_at = now() where id = $1", [lead.person]);
    const [row] = await house.rows<{ email: string }>("select email::text from identity.person where id = $1", [
      lead.person,
    ]);
    expect(await guess(row?.email ?? "", PASSWORD)).toBe("sign-in-failed");
  });

  it("closes an account for a while after five failures, from wherever they came, known or not", async () => {
    for (const who of [email, "nobody@example.test"]) {
      const answers: string[] = [];
      for (let n = 0; n < 6; n++) answers.push(await guess(who, "wrong", `198.51.100.${n}`));
      expect(answers).toEqual([...Array(5).fill("sign-in-failed"), "throttled"]);
    }
    expect(await guess(email, PASSWORD)).toBe("throttled");
  });

  it("closes an address after twenty failures over any accounts, and only that address", async () => {
    const answers: string[] = [];
    for (let n = 0; n < 21; n++) answers.push(await guess(`nobody${n}@example.test`, "wrong"));
    expect(answers).toEqual([...Array(20).fill("sign-in-failed"), "throttled"]);
    expect(await guess(email, PASSWORD)).toBe("throttled");
    expect(await guess(email, PASSWORD, "198.51.100.2")).toBe("in");
  });

  it("does not count good passwords, so a busy office is not locked out", async () => {
    for (let n = 0; n < 25; n++) expect(await guess(email, PASSWORD)).toBe("in");
  }, 30_000);

  it("keeps the failures of others at an address when someone there signs in", async () => {
    for (let n = 0; n < 19; n++) await guess(`nobody${n}@example.test`, "wrong");
    expect(await guess(email, PASSWORD)).toBe("in");
    expect(await guess("last@example.test", "wrong")).toBe("sign-in-failed");
    expect(await guess("later@example.test", "wrong")).toBe("throttled");
  });

  it("starts a session row, tells the person's language and remembers the address", async () => {
    const outcome: SignedIn = {};
    const kam = house.person("kam");
    const found = await authorize({ email, password: PASSWORD }, outcome);
    expect(found?.id).toBe(kam.person);
    expect(outcome.locale).toBe("en");
    expect(await house.visit({ ...kam, sid: found?.sid ?? "" }, loadShell)).toMatchObject({ roles: ["kam"] });
    const [kept] = await house.rows("select origin from identity.person where id = $1", [kam.person]);
    expect(kept).toEqual({ origin: "https://crm.example.com" });
    const [session] = await house.rows(
      "select address from identity.session where token_hash = sha256($1::text::bytea)",
      [found?.sid],
    );
    expect(session).toEqual({ address: "198.51.100.9" });
  });

  it("tells nothing but a code when it fails", async () => {
    await expect(authorize({ email, password: "wrong" })).rejects.toThrow(/^sign-in-failed$/);
    await expect(authorize({ email, password: "x".repeat(201) })).rejects.toThrow(/^sign-in-failed$/);
    await expect(authorize({ email: "\u0000", password: "x" })).rejects.toThrow(/^bug$/);
  });

  it("puts nothing but the session id into the cookie, Secure over HTTPS", async () => {
    const options = signInOptions(headersOf());
    const user = { id: "person", sid: "secret" };
    const given = { token: { name: "Anna", email }, user, account: null };
    expect(await options.callbacks?.jwt?.(given as never)).toEqual({ sid: "secret" });
    expect(options.cookies?.sessionToken?.options).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true });
    const plain = signInOptions(headersOf({ "x-forwarded-proto": "http" }));
    expect(plain.cookies?.sessionToken?.options).toMatchObject({ secure: false });
  });

  it.each([
    ["/book?tier=A", "/book?tier=A"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["https://evil.example/book", "/"],
    ["javascript:alert(1)", "/"],
    ["book", "/"],
    [undefined, "/"],
  ])("goes on from %j to %s", (wanted, path) => {
    expect(localPath(wanted, "/")).toBe(path);
    expect(signInOptions(headersOf()).callbacks?.redirect?.({ url: wanted ?? "", baseUrl: "http://x" })).toBe(path);
  });

  it.each([
    ["password1234", true],
    ["PassWord1234", true],
    ["aaaaaaaaaaaa", true],
    ["abcabcabcabc", true],
    ["123456789012", true],
    ["qwertyuiopas", true],
    ["йцукенгшщзхъ", true],
    ["correct horse battery", false],
    ["зелёный трактор у реки", false],
  ])("finds %j easy to guess: %s", (password, common) => {
    expect(isCommonPassword(password)).toBe(common);
  });
});
