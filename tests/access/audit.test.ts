import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { action } from "@/lib/access/doors";
import { closeDatabase } from "@/lib/db/client";
import { testDatabase } from "@/tests/support/database-setup";
import { requestBy } from "./doors/request";
import { becoming } from "./world/become";
import { type Opened, openWorld } from "./world/open";
import { personOf, TODAY } from "./world/world";

vi.mock("next/headers", async () => (await import("./doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("./doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("./doors/next")).nextCache);
process.env.GRANGE_TODAY = TODAY;

const contactInput = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  level: z.enum(["executive", "middle", "working"]).nullable(),
});
const rewrite = action(
  { name: "rewriteContact", ability: "client:edit", input: contactInput },
  async (scope, { id, ...data }) => {
    await scope.db.contact.updateMany({ where: { id }, data });
  },
);

let opened: Opened;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
});
afterAll(async () => {
  await closeDatabase();
  await opened.close();
});

type Entry = {
  member_id: string;
  action: string;
  op: string;
  row_id: string;
  client_id: string;
  changes: Record<string, unknown[]>;
  request: string;
};

async function entries(action: string): Promise<Entry[]> {
  const { rows } = await opened.owner.query<Entry>("select * from audit_entry where action = $1 order by id", [action]);
  return rows;
}

async function edit(name: string, level: "executive" | "middle" | null): Promise<void> {
  const { own } = opened.world;
  await requestBy(personOf(own, "kam").sid);
  const asked = { key: randomUUID(), company: own.tenant, input: { id: own.ids.contact, name, level } };
  expect(await rewrite(asked)).toEqual({ ok: true, value: undefined });
}

const last = async () => (await entries("rewriteContact")).at(-1);

describe("R95 the audit trail", () => {
  it("keeps who, what, where, the old value and the new", async () => {
    const { own } = opened.world;
    await edit("A new name", "executive");
    const entry = await last();
    expect(entry).toMatchObject({
      member_id: personOf(own, "kam").member,
      op: "update",
      table_name: "contact",
      row_id: own.ids.contact,
      client_id: own.ids.client,
      request: "request-1",
    });
    expect(entry?.changes.level).toEqual([null, "executive"]);
  });

  it("keeps of a personal value only a mask, the same for the same value of the same human", async () => {
    await edit("Anna", null);
    await edit("Boris", null);
    await edit("Anna", null);
    const [anna, boris, back] = (await entries("rewriteContact")).slice(-3).map((entry) => entry.changes.name);
    expect(JSON.stringify(await entries("rewriteContact"))).not.toMatch(/Anna|Boris|A new name/);
    expect(anna?.[1]).toEqual({ hmac: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(boris?.[0]).toEqual(anna?.[1]);
    expect(back?.[1]).toEqual(anna?.[1]);
    expect(back?.[1]).not.toEqual(boris?.[1]);
  });

  it("masks the same value of two humans differently", async () => {
    const { own } = opened.world;
    const who = {
      reach: "reach_few",
      tenant: own.tenant,
      member: personOf(own, "kam").member,
      ability: "client:edit",
      today: TODAY,
    };
    const both = [own.ids.contact, own.ids.contact2];
    await becoming(opened.app, who, () =>
      opened.app.query("update contact set name = 'Same' where id = any($1)", [both]),
    );
    const masks = (await entries("test")).slice(-2).map((entry) => entry.changes.name?.[1]);
    expect(masks[0]).not.toEqual(masks[1]);
  });

  it("tells values no longer apart once the human's key is erased", async () => {
    await edit("Clara", null);
    const kept = (await last())?.changes.name?.[1];
    await opened.owner.query("delete from app.subject_key where subject_id = $1", [opened.world.own.ids.contact]);
    await edit("Dora", null);
    await edit("Clara", null);
    expect((await last())?.changes.name?.[1]).not.toEqual(kept);
  });

  it("cannot be written, changed or emptied by the app", async () => {
    const { own } = opened.world;
    const who = {
      reach: "reach_all",
      tenant: own.tenant,
      member: personOf(own, "admin").member,
      ability: "audit:read",
      today: TODAY,
    };
    for (const statement of [
      "delete from audit_entry",
      "update audit_entry set action = ''",
      "insert into audit_entry (action, op, changes) values ('x', 'event', '{}')",
      "truncate audit_entry",
      "select from app.audit_seal",
      "select from app.subject_key",
    ])
      await expect(
        becoming(opened.app, who, () => opened.app.query(statement)),
        statement,
      ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the chain over the audit trail", () => {
  // A seal stops before the oldest transaction still under way anywhere on the server, so that nothing can slip in behind it: tests beside
  // this one may hold it back for a moment.
  const seal = () =>
    vi.waitFor(
      async () => {
        await opened.app.query("select app.seal_audit()");
        const { rows } = await opened.owner.query(
          "select count(*)::int as n from audit_entry e where e.xid > coalesce((select max(s.to_xid) from app.audit_seal s where s.tenant_id = e.tenant_id), '0')",
        );
        expect(rows[0].n).toBe(0);
      },
      { timeout: 15_000, interval: 100 },
    );
  const broken = async () => {
    const { own } = opened.world;
    const who = {
      reach: "reach_all",
      tenant: own.tenant,
      member: personOf(own, "admin").member,
      ability: "audit:read",
      today: TODAY,
    };
    return (await becoming(opened.app, who, () => opened.app.query("select * from app.broken_seal()"))).rows;
  };

  it("holds, seals what is new, and finds a row that somebody changed, added or took away", async () => {
    await seal();
    await edit("Before the second seal", null);
    await seal();
    await edit("Before the third seal", null);
    await seal();
    expect(await broken()).toEqual([]);
    const { rows } = await opened.owner.query("select count(*)::int as n from app.audit_seal where tenant_id = $1", [
      opened.world.own.tenant,
    ]);
    expect(rows[0].n).toBeGreaterThanOrEqual(3);
    const entry =
      "(select max(id) from audit_entry where action = 'rewriteContact' and id < (select max(id) from audit_entry where action = 'rewriteContact'))";
    for (const tampering of [
      `update audit_entry set member_id = null where id = ${entry}`,
      `update audit_entry set changes = '{}' where id = ${entry}`,
      `delete from audit_entry where id = ${entry}`,
      `insert into audit_entry (tenant_id, action, op, changes, xid) select tenant_id, 'forged', 'event', '{}', xid from audit_entry where id = ${entry}`,
    ]) {
      await opened.owner.query("begin");
      await opened.owner.query(tampering);
      await opened.owner.query("select set_config('app.tenant', $1, true)", [opened.world.own.tenant]);
      expect((await opened.owner.query("select * from app.broken_seal()")).rowCount, tampering).toBe(1);
      await opened.owner.query("rollback");
    }
    expect(await broken()).toEqual([]);
  });
});
