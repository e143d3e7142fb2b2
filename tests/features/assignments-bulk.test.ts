import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { assignClients, previewTransfer, undoTransfer } from "@/lib/features/assignments/actions";
import type { AssignOrder } from "@/lib/features/assignments/schema";
import { addTag, searchClients } from "@/lib/features/clients/actions";
import { loadClient } from "@/lib/features/clients/queries";
import { codeOf, granted, House, MONDAY, type Person, TODAY } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Админ", "admin");
const order = { role: "primary" as const, to: null, on: MONDAY, until: null, share: null, reason: "отпуск" };

let old: Person;
let next: Person;
let ten: string[];

beforeEach(async () => {
  process.env.GRANGE_TODAY = TODAY;
  old = await house.person("Анна Старая", "kam");
  next = await house.person("Борис Новый", "kam");
  ten = [];
  for (let at = 0; at < 10; at += 1) ten.push(await house.client(`Десятка ${at} ${old.member.slice(0, 8)}`, old));
  house.sit(admin);
});
afterAll(() => house.close());

const give = (more: Partial<AssignOrder> = {}) =>
  house.send(assignClients, { ...order, clients: ten, to: next.member, ...more });
const preview = (more: Partial<AssignOrder> = {}) =>
  house.send(previewTransfer, {
    clients: ten,
    role: "primary",
    to: next.member,
    on: MONDAY,
    until: null,
    share: null,
    ...more,
  });

/** What a person is shown of a client: its page, the search, and what a write of theirs is answered. */
async function shown(person: Person, client: string) {
  house.sit(person);
  const page = await loadClient(client).then(
    () => "page",
    (error: Error) => error.message,
  );
  const found = granted(await house.send(searchClients, { query: old.member.slice(0, 8) }));
  const write = await house.send(addTag, { clientIds: [client], tagId: randomUUID() });
  house.sit(admin);
  return { page, found: found.length, write: JSON.stringify(write) };
}

const rows = () => house.assignments(...ten);
const ownersOn = (day: string) => house.owners(ten, day);

test("R94 ten clients move from Monday: until Monday the old owner's, from Monday the new one's, and to the other as if they never were", async () => {
  const plan = granted(await preview());
  expect([plan.moves, plan.refused, plan.when, plan.to?.clientsNow, plan.to?.clientsThen]).toEqual([
    10,
    0,
    "future",
    0,
    10,
  ]);
  granted(await give({ seen: plan.seen }));
  const one = ten[0] ?? "";

  const before = await shown(old, one);
  expect([before.page, before.found]).toEqual(["page", 10]);
  expect(await shown(next, one)).toEqual({ ...(await shown(next, randomUUID())), found: 0 });

  process.env.GRANGE_TODAY = MONDAY;
  const after = await shown(next, one);
  expect([after.page, after.found]).toEqual(["page", 10]);
  expect(await shown(old, one)).toEqual({ ...(await shown(old, randomUUID())), found: 0 });
});

test("R94 a transfer changes no day before it: last month's owners stay", async () => {
  const october = await ownersOn("2026-10-15");
  const sunday = await ownersOn("2026-11-29");
  granted(await give());
  expect(await ownersOn("2026-10-15")).toEqual(october);
  expect(await ownersOn("2026-11-29")).toEqual(sunday);
  expect(new Set(await ownersOn(MONDAY))).toEqual(new Set([next.member]));
});

test("R94 one client that may not move is refused in the preview with its reason, and the rest can go alone", async () => {
  const [mine = "", ...others] = ten;
  granted(await give({ clients: [mine] }));
  const plan = granted(await preview());
  expect([plan.moves, plan.refused]).toEqual([9, 1]);
  expect(plan.lines.find(({ clientId }) => clientId === mine)?.refused).toBe("same-owner");
  const all = await rows();
  expect(await give()).toMatchObject({ ok: false, code: "same-owner" });
  expect(await rows()).toEqual(all);
  granted(await give({ clients: others }));
});

test("R94 two orders over the same clients at once: one wins, the other is told to look again, and no client has two owners", async () => {
  const third = await house.person("Вера Третья", "kam");
  const seen = granted(await preview()).seen;
  const results = await Promise.all([give({ seen }), give({ seen, to: third.member })]);
  expect(results.map(codeOf).sort()).toEqual(["conflict", "ok"]);
  const winner = results[0]?.ok ? next : third;
  expect(await ownersOn(MONDAY)).toEqual(ten.map(() => winner.member));
});

test("R94 the database itself refuses a second primary owner and shares over 100 %", async () => {
  const [one = ""] = ten;
  const twice = house.assign(one, next, { starts_on: "2026-01-01" });
  await expect(twice).rejects.toThrow(/assignment_one_primary/);
  await expect(house.assign(one, next, { role: "specialist", share: 1 })).rejects.toThrow(/share-over-100/);
});

test("R94 undo puts back the very rows, once, and not after a later change", async () => {
  const before = await rows();
  const { transfer } = granted(await give());
  granted(await house.send(undoTransfer, { transfer }));
  expect(await rows()).toEqual(before);
  expect(await house.send(undoTransfer, { transfer })).toMatchObject({ ok: false, code: "already-undone" });

  const second = granted(await give());
  granted(await give({ clients: ten.slice(0, 1), to: null, on: "2026-12-07" }));
  const changed = await rows();
  expect(await house.send(undoTransfer, { transfer: second.transfer })).toMatchObject({
    ok: false,
    code: "changed-since",
  });
  expect(await rows()).toEqual(changed);
});

test("R94 the same submit twice gives one order", async () => {
  const key = randomUUID();
  const input = { ...order, clients: ten, to: next.member };
  const [first, second] = [await house.send(assignClients, input, key), await house.send(assignClients, input, key)];
  expect(second).toEqual(first);
  const { rows: found } = await house.owner.query("select from transfer where to_member_id = $1", [next.member]);
  expect(found.length).toBe(1);
});

test("R94 the old and the new owner are told, each in their language; held while no mail server is set", async () => {
  await house.owner.query("update member set locale = 'en' where id = $1", [next.member]);
  granted(await give());
  const { rows: mails } = await house.owner.query<{
    to_address: string;
    subject: string;
    body: string;
    status: string;
  }>(
    `select o.to_address, o.subject, o.body, o.status from outbox_mail o join member m on m.email = o.to_address
     where o.kind = 'handover' and m.id = any($1) order by m.id = $2`,
    [[old.member, next.member], next.member],
  );
  expect(mails.map(({ status }) => status)).toEqual(["held", "held"]);
  expect(mails[0]?.subject).toBe("С 30.11.2026 у 10 клиентов новый ответственный");
  expect(mails[0]?.body).toContain("Новый ответственный: Борис Новый.");
  expect(mails[1]?.subject).toMatch(/^10 clients are yours from Nov.30,.2026$/);
  for (const mail of mails) {
    expect(mail.body).toContain(`Десятка 9 ${old.member.slice(0, 8)}`);
    expect(mail.body).toContain("отпуск");
  }
});

test("R94 a KAM gives nobody anything", async () => {
  house.sit(old);
  expect(await give()).toMatchObject({ ok: false, code: "forbidden" });
  expect(await preview()).toMatchObject({ ok: false, code: "forbidden" });
});
