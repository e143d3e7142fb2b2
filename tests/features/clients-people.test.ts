import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { loadClient, loadClientPeople } from "@/lib/features/clients/queries";
import {
  archiveContact,
  createContact,
  findContactDuplicates,
  searchZones,
  updateContact,
} from "@/lib/features/contacts/actions";
import { codeOf, granted, House, type Person } from "./assignments-house";
import { channel, contact, emptyContact } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let specialist: Person;
let own: string;
let theirs: string;

const people = async (client = own) => (await loadClientPeople(client)).contacts;
const add = (fields: object) => house.send(createContact, { ...emptyContact, clientId: own, ...fields });

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  specialist = await house.person("Спец", "specialist");
  own = await house.client("Своя", anna);
  theirs = await house.client("Чужая", boris);
  await house.assign(own, specialist, { role: "specialist" });
});
afterAll(() => house.close());

describe("a person at a client", () => {
  test("R4 is added with every way to reach them, in the form in which numbers are compared", async () => {
    house.sit(anna);
    const { id } = granted(
      await add({
        name: " Ирина Власова ",
        jobTitle: "директор",
        role: "decides",
        level: "executive",
        isKey: true,
        birthday: "1604-02-29",
        zone: "Asia/Irkutsk",
        channels: [
          { kind: "phone", value: "8 (912) 000-00-01", preferred: false },
          { kind: "email", value: "Irina@Zarya.example", preferred: true },
          { kind: "phone", value: "+7 912 000 00 01", preferred: true },
        ],
      }),
    );
    expect((await people()).find((one) => one.id === id)).toMatchObject({
      name: "Ирина Власова",
      role: "decides",
      isKey: true,
      birthday: "1604-02-29",
      zone: "Asia/Irkutsk",
      version: 1,
      channels: [
        { kind: "email", value: "Irina@Zarya.example", key: "irina@zarya.example", preferred: true },
        { kind: "phone", value: "+7 912 000 00 01", key: "+79120000001", preferred: false },
      ],
    });
    expect((await loadClient(own)).client.keyContacts).toEqual([
      { id, name: "Ирина Власова", jobTitle: "директор", role: "decides", phone: "+79120000001" },
    ]);
  });

  test("what is no number, address, day or zone is refused at its field", async () => {
    house.sit(anna);
    const phone = { kind: "phone" as const, value: "позвонить завтра", preferred: false };
    const good = { kind: "email" as const, value: "a@b.example", preferred: false };
    expect(await add({ channels: [good, phone] })).toMatchObject({
      code: "invalid",
      fields: { "channels.1.value": "not-a-phone" },
    });
    expect(await add({ channels: [{ ...good, value: "a@b" }] })).toMatchObject({
      fields: { "channels.0.value": "not-an-email" },
    });
    expect(await add({ birthday: "2026-11-24" })).toMatchObject({ fields: { birthday: "date-in-future" } });
    expect(await add({ birthday: "1700-01-01" })).toMatchObject({ fields: { birthday: "date-too-far" } });
    expect(await add({ zone: "Europe/Atlantis" })).toMatchObject({ fields: { zone: "not-a-zone" } });
    expect(await add({ name: "" })).toMatchObject({ fields: { name: "required" } });
  });

  test("reports to someone of the same client, and nobody stands above themselves", async () => {
    const [head, middle, last] = [
      await contact(house, own, "Глава"),
      await contact(house, own, "Середина"),
      await contact(house, own, "Низ"),
    ];
    const stranger = await contact(house, theirs, "Чужой");
    house.sit(anna);
    const set = (id: string, version: number, reportsToId: string) =>
      house.send(updateContact, { ...emptyContact, clientId: own, id, version, name: "Кто-то", reportsToId });
    expect(codeOf(await set(middle, 1, head))).toBe("ok");
    expect(codeOf(await set(last, 1, middle))).toBe("ok");
    expect(await set(head, 1, last)).toMatchObject({ code: "invalid", fields: { reportsToId: "cycle" } });
    expect(await set(head, 1, head)).toMatchObject({ fields: { reportsToId: "cycle" } });
    for (const other of [stranger, randomUUID()])
      expect(await set(head, 1, other)).toMatchObject({ fields: { reportsToId: "reports-to-other-client" } });
  });

  test("two changes of the chart at once do not close a ring together", async () => {
    const [a, b] = [await contact(house, own, "Кольцо А"), await contact(house, own, "Кольцо Б")];
    house.sit(anna);
    const set = (id: string, reportsToId: string) =>
      house.send(updateContact, { ...emptyContact, clientId: own, id, version: 1, name: "Кольцо", reportsToId });
    const codes = (await Promise.all([set(a, b), set(b, a)])).map(codeOf).toSorted();
    expect(codes).toEqual(["invalid", "ok"]);
  });

  test("a stale save is a conflict with both values, channels too", async () => {
    const id = await contact(house, own, "Спорный");
    house.sit(anna);
    const mine = { ...emptyContact, clientId: own, id, version: 1, name: "Спорный" };
    const phone = { kind: "phone" as const, value: "+79120000077", preferred: false };
    expect(codeOf(await house.send(updateContact, { ...mine, channels: [phone] }))).toBe("ok");
    expect(await house.send(updateContact, { ...mine, jobTitle: "юрист" })).toMatchObject({
      code: "conflict",
      values: { version: 2, theirs: { jobTitle: "", channels: [phone] }, mine: { jobTitle: "юрист" } },
    });
    expect((await people()).find((one) => one.id === id)?.channels).toHaveLength(1);
  });

  test("an edit writes only the channels that differ", async () => {
    const id = await contact(house, own, "Каналы");
    const kept = await channel(house, own, id, "phone", "+79120000081");
    await channel(house, own, id, "email", "old@x.example");
    house.sit(anna);
    const channels = [
      { kind: "phone" as const, value: "+79120000081", preferred: false },
      { kind: "telegram" as const, value: "@new_name", preferred: false },
    ];
    granted(
      await house.send(updateContact, { ...emptyContact, clientId: own, id, version: 1, name: "Каналы", channels }),
    );
    const rows = await house.rows<{ id: string; value_key: string }>(
      "select id, value_key from contact_channel where contact_id = $1 order by value_key",
      [id],
    );
    expect(rows.map(({ value_key }) => value_key)).toEqual(["+79120000081", "new_name"]);
    expect(rows[0]?.id).toBe(kept);
  });

  test("archive and restore, which is the undo", async () => {
    const id = await contact(house, own, "Уходящий");
    house.sit(anna);
    granted(await house.send(archiveContact, { id, clientId: own, archived: true }));
    expect((await people()).find((one) => one.id === id)?.archived).toBe(true);
    granted(await house.send(archiveContact, { id, clientId: own, archived: false }));
    expect((await people()).find((one) => one.id === id)?.archived).toBe(false);
  });

  test("R84 another's people answer like random ids, and a person is not reached through another client", async () => {
    const stranger = await contact(house, theirs, "Чужак");
    house.sit(anna);
    const edit = (id: string, clientId: string) =>
      house.send(updateContact, { ...emptyContact, clientId, id, version: 1 });
    const archive = (id: string, clientId: string) => house.send(archiveContact, { id, clientId, archived: true });
    for (const [id, client] of [
      [stranger, theirs],
      [stranger, own],
      [randomUUID(), theirs],
      [randomUUID(), randomUUID()],
    ] as const) {
      expect(await edit(id, client)).toEqual({ ok: false, code: "not-found" });
      expect(await archive(id, client)).toEqual({ ok: false, code: "not-found" });
    }
    expect(await house.send(createContact, { ...emptyContact, clientId: theirs })).toEqual({
      ok: false,
      code: "not-found",
    });
    await expect(loadClientPeople(theirs)).rejects.toMatchObject({ to: "not-found" });
  });

  test("a specialist reads and does not write; an archived client takes nobody", async () => {
    house.sit(specialist);
    expect((await people()).length).toBeGreaterThan(0);
    expect(codeOf(await add({}))).toBe("forbidden");
    const closed = await house.client("Закрытая", anna, { archived_at: "2026-01-01" });
    house.sit(anna);
    expect(codeOf(await house.send(createContact, { ...emptyContact, clientId: closed }))).toBe("archived");
  });
});

test("R84 who has the same number is said about the own book only", async () => {
  const [mine, stranger] = [await contact(house, own, "Мой Двойник"), await contact(house, theirs, "Чужой Двойник")];
  await channel(house, own, mine, "phone", "8 912 555-55-55", "+79125555555");
  await channel(house, theirs, stranger, "phone", "+79125555555");
  const same = async (person: Person, except?: string) => {
    house.sit(person);
    const found = await house.send(findContactDuplicates, { values: ["8(912)555-55-55", "не номер"], except });
    return granted(found).map(({ name }) => name);
  };
  expect(await same(anna)).toEqual(["Мой Двойник"]);
  expect(await same(boris)).toEqual(["Чужой Двойник"]);
  expect(await same(anna, mine)).toEqual([]);
});

test("birthdays and the anniversary of the next two months stand on the overview", async () => {
  const client = await house.client("Юбиляр", anna, { since: "2019-12-01" });
  await contact(house, client, "Скоро", { birthday: "1980-12-20" });
  await contact(house, client, "Без года", { birthday: "1604-11-23" });
  await contact(house, client, "Нескоро", { birthday: "1980-03-01" });
  await contact(house, client, "В архиве", { birthday: "1980-11-25", archived_at: "2026-01-01" });
  house.sit(anna);
  const overview = await loadClient(client);
  expect(overview.birthdays.map(({ name, on, daysAway, turns }) => [name, on, daysAway, turns])).toEqual([
    ["Без года", "2026-11-23", 0, null],
    ["Скоро", "2026-12-20", 27, 46],
  ]);
  expect(overview.client.anniversary).toEqual({ on: "2026-12-01", years: 7, daysAway: 8 });
});

test("R59 zones are found by city, offset and name", async () => {
  house.sit(anna);
  const found = async (query: string) => granted(await house.send(searchZones, { query })).map(({ zone }) => zone);
  expect(await found("yekaterinburg")).toEqual(["Asia/Yekaterinburg"]);
  expect(await found("new york")).toEqual(["America/New_York"]);
  expect(await found("UTC+5:45")).toHaveLength(1);
});
