import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { asMember } from "@/lib/access/transaction";
import { closeDatabase, database } from "@/lib/db/client";
import { PrismaClient } from "@/lib/db/generated/client";
import { testDatabase } from "@/tests/support/database-setup";
import { secretHash } from "./world/insert";
import { type Opened, openWorld } from "./world/open";
import type { Person } from "./world/people";
import { personOf, TODAY } from "./world/world";

// The app's own client, but with a pool of one: everybody gets the connection that somebody else has just left.
vi.mock("@/lib/db/client", () => {
  let client: PrismaClient | undefined;
  return {
    database: () => {
      const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 1 });
      client ??= new PrismaClient({ adapter, errorFormat: "minimal" });
      return client;
    },
    closeDatabase: () => client?.$disconnect(),
  };
});

process.env.GRANGE_TODAY = TODAY;
let opened: Opened;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
});
afterAll(async () => {
  await closeDatabase();
  await opened.close();
});

type Left = { pid: number; role: string; tenant: string };
type Ending = (scope: Scope) => Promise<unknown>;
const ENDINGS: Readonly<Record<string, Ending>> = {
  returns: async () => undefined,
  refuses: async () => {
    throw new Refusal("not-found");
  },
  "has a bug": async () => {
    throw new Error("a bug");
  },
  "fails in SQL": (scope) => scope.db.$queryRaw`select 1 / (random() * 0)::int`,
  "is denied in SQL": (scope) => scope.db.$queryRaw`select from identity.person`,
  "breaks a constraint at commit": (scope) =>
    scope.db.$executeRaw`update member set left_on = joined_on where 'admin' = any(roles)`,
  "leaves a query behind": async (scope) => {
    scope.db.$queryRaw`select pg_sleep(0.002)`.catch(() => undefined);
    throw new Error("gone");
  },
};

it("R84 one connection shared by two companies for 2000 turns, errors and aborts among them, shows nobody a foreign row", async () => {
  const { own, otherBook, otherTenant } = opened.world;
  const everyone: { by: Person; clients: readonly string[] }[] = [
    { by: personOf(own, "kam"), clients: own.clients },
    { by: personOf(otherTenant, "lead"), clients: otherTenant.clients },
    { by: personOf(own, "admin"), clients: [...own.clients, ...otherBook.clients] },
    { by: personOf(otherBook, "kam"), clients: otherBook.clients },
    { by: personOf(otherTenant, "admin"), clients: otherTenant.clients },
  ];
  const endings = Object.entries(ENDINGS);
  const connections = new Set<number>();
  const wrong: string[] = [];
  for (let turn = 0; turn < 2000; turn++) {
    const { by, clients } = everyone[turn % everyone.length] ?? { by: personOf(own, "kam"), clients: [] };
    const [name, ending] = endings[(turn * 7 + Math.floor(turn / 5)) % endings.length] ?? ["", async () => undefined];
    const entry = { name, ability: "people:edit", mode: "write", session: secretHash(by.sid), request: "" } as const;
    const session = new Uint8Array(entry.session);
    const ability = by.part === "admin" ? entry.ability : "client:read";
    await asMember({ ...entry, ability, session }, async (scope) => {
      const seen = await scope.db.$queryRaw<{ id: string; tenant_id: string }[]>`select id, tenant_id from client`;
      const foreign = seen.filter((row) => !clients.includes(row.id) || row.tenant_id !== by.tenant);
      if (foreign.length > 0 || seen.length !== clients.length)
        wrong.push(`turn ${turn}: ${by.part} saw ${seen.length}`);
      await ending(scope);
    }).catch(() => undefined);
    // In a transaction, because the pool throws a connection away whose lone query failed.
    const after = database().$transaction(async (db) => {
      const [row] = await db.$queryRaw<Left[]>`
        select pg_backend_pid() as pid, current_user::text as role, coalesce(current_setting('app.tenant', true), '') as tenant`;
      connections.add(row?.pid ?? 0);
      if (row?.role !== "grange_app" || row.tenant !== "")
        wrong.push(`turn ${turn}: ${name} left ${JSON.stringify(row)}`);
      await db.$queryRaw`select id from client limit 1`;
    });
    const open = await after.then(
      () => "open",
      (error: unknown) => (String(error).includes("permission denied") ? "denied" : String(error)),
    );
    if (open !== "denied") wrong.push(`turn ${turn}: after ${name}, a plain query: ${open}`);
  }
  expect(wrong).toEqual([]);
  expect(connections.size).toBe(1);
}, 180_000);
