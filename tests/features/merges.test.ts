import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { SESSION_COOKIE } from "@/lib/access/caller";
import type { Envelope } from "@/lib/access/doors";
import type { Result } from "@/lib/access/refusal";
import {
  mergeClients,
  mergeContacts,
  previewMerge,
  undoClientMerge,
  undoContactMerge,
} from "@/lib/features/merges/actions";
import { request } from "@/tests/access/doors/next";
import { type Opened, openWorld } from "@/tests/access/world/open";
import type { Part } from "@/tests/access/world/people";
import { personOf, TODAY } from "@/tests/access/world/world";
import { testDatabase } from "@/tests/support/database-setup";
import { codeOf, granted } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

/** Kept by the database itself, or by every write: not what somebody said. */
const BOOKKEEPING = "{version,updated_at,merged_into,archived_at,booked_client_id}";

let opened: Opened;
let tables: string[];

const own = () => opened.world.own;
async function sit(part: Part): Promise<void> {
  const { sid } = personOf(own(), part);
  request.cookies.set(SESSION_COOKIE, await encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? "" }));
}
const send = <I, T>(door: (asked: Envelope<I>) => Promise<Result<T>>, input: I) =>
  door({ key: randomUUID(), company: own().tenant, input });
const all = async <T>(text: string, values: unknown[] = []) => (await opened.owner.query(text, values)).rows as T[];

/** Every row of every table that names a client, without bookkeeping, as text by table. */
async function content(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await all<{ row: string }>(
      `select (to_jsonb(x) - $2::text[])::text as row from public.${table} x where tenant_id = $1 and to_jsonb(x) ->> 'touches' is distinct from '0' order by 1`,
      [own().tenant, BOOKKEEPING],
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

const creditOf = () =>
  all(
    "select member_id, month, client_id, client_label, group_id, source, amount, cost, lines from credit_month where tenant_id = $1 order by 1, 2, 3, 5, 6",
    [own().tenant],
  );
const clientOf = async (table: string, id: string) =>
  (await all<{ client_id: string }>(`select client_id from ${table} where id = $1`, [id]))[0]?.client_id;

beforeAll(async () => {
  process.env.GRANGE_TODAY = TODAY;
  request.headers = new Headers({ host: "grange.test", origin: "http://grange.test" });
  opened = await openWorld(testDatabase());
  const found = await all<{ name: string }>(
    `select table_name as name from app.isolated where table_name in ('client') or exists (select from pg_attribute a
       where a.attrelid = format('public.%I', table_name)::regclass and a.attname = 'client_id')
     except select unnest('{audit_entry,merge,client_stage,notice,outbox_mail}'::text[]) order by 1`,
  );
  tables = found.map(({ name }) => name);
  // A specialist with a share, so that credit is split: the lines are counted anew with it.
  await all("update assignment set share = 70 where tenant_id = $1 and role = 'primary'", [own().tenant]);
  await all("update assignment set share = 30 where tenant_id = $1 and role = 'specialist'", [own().tenant]);
  await all("update sale_line set quantity = 1 where tenant_id = $1", [own().tenant]);
  // What both cards have: a tag, an answer, a contract's number.
  const { tenant, ids } = own();
  await all("insert into client_tag (tenant_id, client_id, tag_id) values ($1, $2, $3)", [
    tenant,
    ids.client2,
    ids.tag,
  ]);
  await all(
    "insert into profile_answer (tenant_id, client_id, question_id, content, confirmed_on) select $1, $2, question_id, 'theirs', $4 from profile_answer where id = $3",
    [tenant, ids.client2, ids.answer, TODAY],
  );
  await all("insert into contract (tenant_id, client_id, number) select $1, $2, number from contract where id = $3", [
    tenant,
    ids.client2,
    ids.contract,
  ]);
});
beforeEach(() => sit("admin"));
afterAll(() => opened.close());

describe("13.8 two cards of one company become one", () => {
  test("every table that names a client either goes along or says why it stays", async () => {
    const going = await all<{ name: string }>("select table_name as name from app.goes_with_client()");
    const staying = await all<{ name: string; why: string }>(
      "select table_name as name, why from app.stays_with_client",
    );
    expect(staying.filter(({ why }) => why.length < 10)).toEqual([]);
    expect(staying.map(({ name }) => name).filter((name) => going.some((one) => one.name === name))).toEqual([]);
    expect(going.map(({ name }) => name)).toEqual(expect.arrayContaining(["contact", "touch", "sale_line", "need"]));
    // Parents come before what hangs on them.
    const at = (name: string) => going.findIndex((one) => one.name === name);
    expect(at("contact")).toBeLessThan(at("contact_channel"));
    expect(at("touch")).toBeLessThan(at("touch_contact"));
  });

  test("with everything attached: all goes along, credit stays, and the undo brings back equal rows", async () => {
    const { ids } = own();
    const before = await content();
    const credit = await creditOf();
    expect(credit.filter((row) => (row as { amount: string }).amount === "300")).toHaveLength(1);
    const preview = granted(await send(previewMerge, { winnerId: ids.client2, loserId: ids.client }));
    expect(preview.rows).toMatchObject({ contact: 3, sale_line: 1, touch: expect.any(Number) });
    expect(preview.fills).toEqual(expect.arrayContaining(["inn", "city", "region_id"]));
    expect(await content()).toEqual(before);

    const { id } = granted(await send(mergeClients, { winnerId: ids.client2, loserId: ids.client }));
    for (const [table, row] of [
      ["contact", ids.contact],
      ["contact_channel", ids.channel],
      ["touch", ids.touch],
      ["promise", ids.promise],
      ["key_number", ids.keyNumber],
      ["need", ids.need],
      ["sale_line", ids.sale],
    ] as const)
      expect([table, await clientOf(table, row)]).toEqual([table, ids.client2]);
    // What both have stays with the card that is hidden now.
    for (const [table, row] of [
      ["profile_answer", ids.answer],
      ["contract", ids.contract],
      ["assignment", ids.ownerAssignment],
    ] as const)
      expect([table, await clientOf(table, row)]).toEqual([table, ids.client]);
    expect(await creditOf()).toEqual(credit);
    const [figures] = await all<{ amount: string; clients: string[] }>(
      "select sum(amount)::text as amount, array_agg(distinct client_id::text) as clients from client_month where tenant_id = $1 and client_id in ($2, $3)",
      [own().tenant, ids.client, ids.client2],
    );
    expect(figures).toEqual({ amount: "1000", clients: [ids.client2] });
    const [winner] = await all("select inn, city, since::text from client where id = $1", [ids.client2]);
    expect(winner).toEqual({ inn: ids.inn, city: `city ${ids.word}`, since: "2024-01-01" });
    const [loser] = await all("select merged_into, archived_at is not null as hidden from client where id = $1", [
      ids.client,
    ]);
    expect(loser).toEqual({ merged_into: ids.client2, hidden: true });
    expect(codeOf(await send(mergeClients, { winnerId: ids.client2, loserId: ids.client }))).toBe("already-merged");
    expect(codeOf(await send(mergeClients, { winnerId: ids.client, loserId: ids.client2 }))).toBe("archived");

    granted(await send(undoClientMerge, { id }));
    expect(await content()).toEqual(before);
    expect(await creditOf()).toEqual(credit);
    expect(codeOf(await send(undoClientMerge, { id }))).toBe("already-undone");
    const left = await all("select id from client where tenant_id = $1 and merged_into is not null", [own().tenant]);
    expect(left).toEqual([]);
  });

  test("what is written after the merge stays with the winner; what would tear something apart is refused", async () => {
    const { ids, tenant } = own();
    const { id } = granted(await send(mergeClients, { winnerId: ids.client2, loserId: ids.client }));
    const added = randomUUID();
    await all(
      "insert into touch (tenant_id, id, client_id, kind, happened_at, on_day, author_id) values ($1, $2, $3, 'call', $4::date, $4::date, $5)",
      [tenant, added, ids.client2, TODAY, personOf(own(), "kam").member],
    );
    await all("insert into touch_contact (tenant_id, client_id, touch_id, contact_id) values ($1, $2, $3, $4)", [
      tenant,
      ids.client2,
      added,
      ids.contact,
    ]);
    await all("update client set city = 'Tver' where id = $1", [ids.client2]);
    expect(codeOf(await send(undoClientMerge, { id }))).toBe("merge-tied");
    expect(await clientOf("contact", ids.contact)).toBe(ids.client2);
    await all("delete from touch_contact where touch_id = $1", [added]);
    granted(await send(undoClientMerge, { id }));
    expect(await clientOf("touch", added)).toBe(ids.client2);
    // A value that somebody changed since is theirs.
    expect(await all("select city, inn from client where id = $1", [ids.client2])).toEqual([
      { city: "Tver", inn: null },
    ]);
    await all("delete from touch where id = $1", [added]);
    await all("update client set city = null where id = $1", [ids.client2]);
  });

  test("only an admin does it, only within thirty days, and never to a card that went on into another", async () => {
    const { ids } = own();
    await sit("lead");
    expect(codeOf(await send(mergeClients, { winnerId: ids.client2, loserId: ids.client }))).toBe("forbidden");
    await sit("admin");
    const first = granted(await send(mergeClients, { winnerId: ids.client2, loserId: ids.client }));
    const other = opened.world.otherBook.ids.client;
    const second = granted(await send(mergeClients, { winnerId: other, loserId: ids.client2 }));
    expect(codeOf(await send(undoClientMerge, { id: first.id }))).toBe("merged-since");
    granted(await send(undoClientMerge, { id: second.id }));
    await all("update merge set created_at = now() - interval '31 days' where id = $1", [first.id]);
    expect(codeOf(await send(undoClientMerge, { id: first.id }))).toBe("merge-too-old");
    await all("update merge set created_at = now() where id = $1", [first.id]);
    granted(await send(undoClientMerge, { id: first.id }));
  });
});

describe("13.8 two people of one client become one", () => {
  test("channels, talks and promises name the one who stays; the undo tells them apart again", async () => {
    await sit("kam");
    const { ids } = own();
    const before = await content();
    const merged = granted(
      await send(mergeContacts, { clientId: ids.client, winnerId: ids.contact2, loserId: ids.contact }),
    );
    const [channel] = await all<{ contact_id: string }>("select contact_id from contact_channel where id = $1", [
      ids.channel,
    ]);
    expect(channel?.contact_id).toBe(ids.contact2);
    const talks = await all<{ contact_id: string }>("select contact_id from touch_contact where touch_id = $1", [
      ids.touch,
    ]);
    expect(talks.map(({ contact_id }) => contact_id)).toEqual([ids.contact2]);
    expect(await all("select is_key, birthday::text from contact where id = $1", [ids.contact2])).toEqual([
      { is_key: true, birthday: "1980-03-20" },
    ]);
    expect(
      codeOf(await send(mergeContacts, { clientId: ids.client, winnerId: ids.contact2, loserId: ids.contact })),
    ).toBe("already-merged");
    granted(await send(undoContactMerge, { id: merged.id }));
    expect(await content()).toEqual(before);
  });

  test("a person of another client is nobody here", async () => {
    await sit("kam");
    const { ids } = own();
    const stranger = opened.world.otherBook.ids.contact;
    for (const loserId of [stranger, randomUUID()])
      expect(codeOf(await send(mergeContacts, { clientId: ids.client, winnerId: ids.contact, loserId }))).toBe(
        "not-found",
      );
  });
});
