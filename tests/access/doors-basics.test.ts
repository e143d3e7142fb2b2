import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { action, lookup, query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { closeDatabase } from "@/lib/db/client";
import type { Role } from "@/lib/domain/roles";
import { log } from "@/lib/io/log";
import { testDatabase } from "@/tests/support/database-setup";
import { WayOut } from "./doors/next";
import { requestBy } from "./doors/request";
import { changesBetween, type Snapshot } from "./snapshot";
import { type Opened, openWorld } from "./world/open";
import type { Person } from "./world/people";
import { personOf, TODAY } from "./world/world";

vi.mock("next/headers", async () => (await import("./doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("./doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("./doors/next")).nextCache);
process.env.GRANGE_TODAY = TODAY;

const loadCount = query("client:read", (scope) => scope.db.client.count());
const findCount = lookup({ ability: "client:read", input: z.unknown() }, (scope) => scope.db.client.count());
const note = z.strictObject({ text: z.string() });
const addTag = action({ name: "addTag", ability: "dictionary:edit", input: note }, async (scope, { text }) => {
  const { id } = await scope.db.tag.create({ data: { name: text }, select: { id: true } });
  return { id };
});

let opened: Opened;
let kam: Person;
let admin: Person;
let before: Snapshot;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
  kam = personOf(opened.world.own, "kam");
  admin = personOf(opened.world.own, "admin");
});
beforeEach(async () => {
  const { watch } = opened;
  before = await watch.restore(changesBetween(before ?? new Map(), await watch.look()));
});
afterAll(async () => {
  await closeDatabase();
  await opened.close();
});

const change = (statement: string, values: unknown[]) => opened.owner.query(statement, values);
const send = <I>(input: I, key = randomUUID()) => ({ key, company: opened.world.own.tenant, input });
const changes = async () => changesBetween(before, await opened.watch.look());

/** Where the page's door leads this person: "in", or the address. */
async function enterAs(person: Person): Promise<string> {
  await requestBy(person.sid);
  return loadCount().then(
    () => "in",
    (error: unknown) => (error instanceof WayOut ? error.to : String(error)),
  );
}

describe("a session", () => {
  const sets: [string, string, string][] = [
    ["lives 11 hours 59 minutes after its last use", "seen_at = now() - interval '11 hours 59 minutes'", "in"],
    ["ends 12 hours after its last use", "seen_at = now() - interval '12 hours 1 second'", "/sign-in"],
    ["lives 29 days after sign-in", "created_at = now() - interval '29 days'", "in"],
    ["ends 30 days after sign-in, however busy", "created_at = now() - interval '30 days 1 second'", "/sign-in"],
    ["ends when it is revoked", "revoked_at = now()", "/sign-in"],
    ["without a company has none to enter", "tenant_id = null", "/no-company"],
  ];
  it.each(sets)("%s", async (_, set, where) => {
    expect(await enterAs(kam)).toBe("in");
    await change(`update identity.session set ${set} where token_hash = sha256($1::text::bytea)`, [kam.sid]);
    expect(await enterAs(kam)).toBe(where);
  });

  it("ends when its person is disabled", async () => {
    await change("update identity.person set disabled_at = now() where id = $1", [kam.person]);
    expect(await enterAs(kam)).toBe("/sign-in");
  });

  it("does not open the company that its person has left", async () => {
    await change("update member set left_on = '2026-01-01' where tenant_id = $1 and id = $2", [kam.tenant, kam.member]);
    expect(await enterAs(kam)).toBe("/no-company");
    expect(await findCount(send(null))).toEqual({ ok: false, code: "no-membership" });
  });

  it("is seen when it is used, at most every five minutes", async () => {
    await change(
      "update identity.session set seen_at = now() - interval '1 hour' where token_hash = sha256($1::text::bytea)",
      [kam.sid],
    );
    await enterAs(kam);
    const age =
      "select extract(epoch from now() - seen_at)::int as age from identity.session where token_hash = sha256($1::text::bytea)";
    await vi.waitFor(
      async () => expect((await opened.owner.query(age, [kam.sid])).rows[0].age).toBeLessThan(60),
      10_000,
    );
    const seen = await opened.watch.look();
    await enterAs(kam);
    expect(changesBetween(seen, await opened.watch.look())).toEqual([]);
  });
});

describe("rights", () => {
  it("R96 change with the next request", async () => {
    await requestBy(kam.sid);
    const setRoles = (roles: Role[]) =>
      change("update member set roles = $1 where tenant_id = $2 and id = $3", [roles, kam.tenant, kam.member]);
    expect(await addTag(send({ text: "one" }))).toEqual({ ok: false, code: "forbidden" });
    expect(await loadCount()).toBe(opened.world.own.clients.length);
    await setRoles(["kam", "admin"]);
    expect(await addTag(send({ text: "one" }))).toMatchObject({ ok: true });
    expect(await loadCount()).toBe(opened.world.own.clients.length + opened.world.otherBook.clients.length);
    await setRoles(["kam"]);
    expect(await addTag(send({ text: "two" }))).toEqual({ ok: false, code: "forbidden" });
    expect(await loadCount()).toBe(opened.world.own.clients.length);
  });

  it("of an auditor write nothing, and of one with another role write what that role writes", async () => {
    const auditor = personOf(opened.world.own, "auditor");
    await requestBy(auditor.sid);
    const save = action({ name: "save", ability: "view:edit", input: note }, async (scope, { text }) => {
      await scope.db.savedView.create({ data: { page: "/book", name: text, query: "" } });
    });
    expect(await save(send({ text: "mine" }))).toEqual({ ok: false, code: "forbidden" });
    await change("update member set roles = '{auditor,kam}' where tenant_id = $1 and id = $2", [
      auditor.tenant,
      auditor.member,
    ]);
    expect(await save(send({ text: "mine" }))).toMatchObject({ ok: true });
  });

  it("a page's transaction is read-only whatever its code says", async () => {
    const writing = query("dictionary:edit", (scope) => scope.db.tag.create({ data: { name: "sneaked in" } }));
    await requestBy(admin.sid);
    await expect(writing()).rejects.toThrow(/read-only/);
    expect(await changes()).toEqual([]);
  });
});

describe("a write", () => {
  it("R96 sent twice at once under one key happens once, and both get its answer", async () => {
    await requestBy(admin.sid);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 4 }, () => addTag(send({ text: "once" }, key))));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const { rows } = await opened.owner.query("select count(*)::int as n from tag where name = 'once'");
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("under a used key with other input, or of another action, is refused", async () => {
    const other = action({ name: "other", ability: "dictionary:edit", input: note }, async () => ({}));
    await requestBy(admin.sid);
    const key = randomUUID();
    await addTag(send({ text: "first" }, key));
    const after = await opened.watch.look();
    expect(await addTag(send({ text: "second" }, key))).toEqual({ ok: false, code: "key-reused" });
    expect(await other(send({ text: "first" }, key))).toEqual({ ok: false, code: "key-reused" });
    expect(changesBetween(after, await opened.watch.look())).toEqual([]);
  });

  it("keeps keys apart by member: another's key is nobody's business", async () => {
    const save = action({ name: "addTag", ability: "view:edit", input: note }, async () => ({ by: "me" }));
    const key = randomUUID();
    await requestBy(admin.sid);
    await addTag(send({ text: "mine" }, key));
    await requestBy(kam.sid);
    expect(await save(send({ text: "mine" }, key))).toEqual({ ok: true, value: { by: "me" } });
  });

  it("that is refused by its code leaves nothing, not even its key", async () => {
    const refusing = action({ name: "refusing", ability: "dictionary:edit", input: note }, async (scope, { text }) => {
      await scope.db.tag.create({ data: { name: text } });
      throw new Refusal("in-use");
    });
    await requestBy(admin.sid);
    expect(await refusing(send({ text: "gone" }))).toEqual({ ok: false, code: "in-use" });
    expect(await changes()).toEqual([]);
  });

  it("with a bug says so with the request's id, logs it, and leaves nothing", async () => {
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const broken = action({ name: "broken", ability: "dictionary:edit", input: note }, async (scope, { text }) => {
      await scope.db.tag.create({ data: { name: text } });
      throw new TypeError("undefined is not a function");
    });
    await requestBy(admin.sid);
    expect(await broken(send({ text: "gone" }))).toEqual({ ok: false, code: "bug", request: "request-1" });
    expect(logged.mock.lastCall?.[0]).toMatchObject({ door: "broken", request: "request-1" });
    expect(await changes()).toEqual([]);
    logged.mockRestore();
  });

  it("looks at the input only after it knows who asks: strangers learn nothing of a form", async () => {
    await requestBy(null);
    expect(await addTag(send(JSON.parse('{ "wrong": true }')))).toEqual({ ok: false, code: "signed-out" });
    await requestBy(kam.sid);
    expect(await addTag(send(JSON.parse('{ "wrong": true }')))).toEqual({ ok: false, code: "forbidden" });
    await requestBy(admin.sid);
    expect(await addTag(send(JSON.parse('{ "wrong": true }')))).toMatchObject({ ok: false, code: "invalid" });
    expect(await changes()).toEqual([]);
  });
});

it("a door inside a door is a bug, not a second view of the world", async () => {
  const outer = query("client:read", () => loadCount());
  await requestBy(kam.sid);
  await expect(outer()).rejects.toThrow(/was opened inside door/);
  expect(await loadCount()).toBe(opened.world.own.clients.length);
});
