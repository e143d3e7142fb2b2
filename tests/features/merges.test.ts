import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { mergeClients, previewMerge, undoClientMerge } from "@/lib/features/merges/actions";
import type { Part } from "@/tests/access/world/people";
import { personOf, TODAY } from "@/tests/access/world/world";
import { codeOf, granted } from "./assignments-house";
import { MergeHouse } from "./merges-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: MergeHouse;
const own = () => house.own;
const sit = (part: Part) => house.sit(part);
const all = <T>(text: string, values: unknown[] = []) => house.all<T>(text, values);
const send: MergeHouse["send"] = (door, input) => house.send(door, input);

const creditOf = () =>
  all(
    "select member_id, month, client_id, client_label, group_id, source, amount, cost, lines from credit_month where tenant_id = $1 order by 1, 2, 3, 5, 6",
    [own().tenant],
  );
const clientOf = async (table: string, id: string) =>
  (await all<{ client_id: string }>(`select client_id from ${table} where id = $1`, [id]))[0]?.client_id;

beforeAll(async () => {
  house = await MergeHouse.open();
});
beforeEach(() => sit("admin"));
afterAll(() => house.close());

describe("13.8 two cards of one company become one", () => {
  test("whatever points at a client is known to the merge, and this file has a row of it", async () => {
    const named = await all<{ name: string }>(
      `select k.conrelid::regclass || '.' || string_agg(a.attname, ',' order by a.attnum) as name
       from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname <> 'tenant_id'
       where k.contype = 'f' and k.confrelid = 'public.client'::regclass group by k.oid, k.conrelid having string_agg(a.attname, ',') <> 'client_id' order by 1`,
    );
    // Any other column than client_id must be moved by app.merge_clients itself.
    expect(named.map(({ name }) => name)).toEqual([
      "client.merged_into",
      "client.parent_id",
      "sale_line.booked_client_id",
    ]);
    const holding = await all<{ name: string }>(
      `select i.table_name as name from app.isolated i where exists (select from pg_attribute a
         where a.attrelid = format('public.%I', i.table_name)::regclass and a.attname = 'client_id' and not a.attisdropped) order by 1`,
    );
    const empty: string[] = [];
    for (const { name } of holding)
      if (
        (
          await all(`select from public.${name} where tenant_id = $1 and client_id = $2 limit 1`, [
            own().tenant,
            own().ids.client,
          ])
        ).length === 0
      )
        empty.push(name);
    expect(empty).toEqual([]);
    expect(holding.length).toBeGreaterThan(25);
  });

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
    const before = await house.content();
    const credit = await creditOf();
    expect(credit.filter((row) => (row as { amount: string }).amount === "300")).toHaveLength(1);
    const preview = granted(await send(previewMerge, { winnerId: ids.client2, loserId: ids.client }));
    expect(preview.rows).toMatchObject({ contact: 3, sale_line: 1, touch: expect.any(Number) });
    expect(preview.fills).toEqual(expect.arrayContaining(["inn", "city", "region_id"]));
    expect(await house.content()).toEqual(before);

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
    // Who worked with it, shares, plan credit, closed slips: to the last column as before. The rest of those that stay follow by triggers.
    const merged = await house.content();
    const staying = await all<{ name: string }>(
      "select table_name as name from app.stays_with_client where why not like '%by a trigger%' and table_name <> 'merge'",
    );
    for (const { name } of staying) expect([name, merged[name]]).toEqual([name, before[name]]);
    expect(staying.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["assignment", "credit_month", "plan_credit", "pay_slip_sale", "sale_share"]),
    );
    const [planned] = await all(
      `select sum(amount)::text as amount, count(distinct card_id)::int as cards, (select cells_total::text from plan_version where id = $2) as total
       from plan_cell where version_id = $2 and month = '2026-01-01' and client_id = $1`,
      [ids.client2, ids.planDraft],
    );
    expect(planned).toEqual({ amount: "1700", cards: 2, total: "1700" });
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
    expect(await house.content()).toEqual(before);
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
    const other = house.opened.world.otherBook.ids.client;
    const second = granted(await send(mergeClients, { winnerId: other, loserId: ids.client2 }));
    expect(codeOf(await send(undoClientMerge, { id: first.id }))).toBe("merged-since");
    granted(await send(undoClientMerge, { id: second.id }));
    await all("update merge set created_at = now() - interval '31 days' where id = $1", [first.id]);
    expect(codeOf(await send(undoClientMerge, { id: first.id }))).toBe("merge-too-old");
    await all("update merge set created_at = now() where id = $1", [first.id]);
    granted(await send(undoClientMerge, { id: first.id }));
  });
});
