import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { query } from "@/lib/access/doors";
import { searchClients, searchEverything } from "@/lib/features/clients/actions";
import { findClient, listClientsByIds, loadClient } from "@/lib/features/clients/queries";
import { granted, House, type Person } from "./assignments-house";
import { channel, contact } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let admin: Person;

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  admin = await house.person("Админ", "admin");
});
afterAll(() => house.close());

async function labels(person: Person, asked: string): Promise<string[]> {
  house.sit(person);
  return granted(await house.send(searchEverything, { query: asked })).map(({ label }) => label);
}

describe("the search of the palette", () => {
  let zarya: string;
  beforeAll(async () => {
    zarya = await house.client("Агрофирма Заря", anna, { code: "zarya", inn: "7707083893" });
    const north = await house.client("Заря Севера", anna, { code: "1002" });
    const glass = await house.client("Стеклозаря", anna, { code: "1003" });
    await house.client("Заря закрытая", anna, { code: "1004", archived_at: "2026-01-01" });
    const theirs = await house.client("Заря Бориса", boris, { code: "1005" });
    const petr = await contact(house, glass, "Пётр Зарянов", { job_title: "логист" });
    await channel(house, glass, petr, "phone", "8 912 000-00-01", "+79120000001");
    await channel(house, glass, petr, "email", "petr@x.example");
    await contact(house, north, "Ушедший Зарянов", { archived_at: "2026-01-01" });
    const stranger = await contact(house, theirs, "Зарянова Чужая");
    await channel(house, theirs, stranger, "phone", "+79120000001");
  });

  test("puts the code first, then names that begin so, then words, then the middle; archived ones last", async () => {
    expect(await labels(anna, "заря")).toEqual([
      "Заря Севера",
      "Агрофирма Заря",
      "Пётр Зарянов",
      "Стеклозаря",
      "Заря закрытая",
    ]);
    expect((await labels(anna, "zarya"))[0]).toBe("Агрофирма Заря");
    expect(await labels(anna, "7707083893")).toEqual(["Агрофирма Заря"]);
  });

  test("finds a person by a whole phone number or address, however it is written", async () => {
    expect(await labels(anna, "8 (912) 000-00-01")).toEqual(["Пётр Зарянов"]);
    expect(await labels(anna, "PETR@x.example")).toEqual(["Пётр Зарянов"]);
    expect(await labels(anna, "петр зарян")).toEqual(["Пётр Зарянов"]);
  });

  test("R84 finds nothing of another book, by no word and no number", async () => {
    expect(await labels(boris, "заря")).toEqual(["Заря Бориса", "Зарянова Чужая"]);
    expect(await labels(boris, "+79120000001")).toEqual(["Зарянова Чужая"]);
    expect(await labels(boris, "7707083893")).toEqual([]);
    expect(await labels(admin, "заря бориса")).toEqual(["Заря Бориса"]);
  });

  test("says where each leads and takes signs as signs", async () => {
    house.sit(anna);
    const [client] = granted(await house.send(searchEverything, { query: "zarya" }));
    expect(client).toEqual({
      id: zarya,
      label: "Агрофирма Заря",
      hint: "zarya",
      group: "Клиенты",
      href: `/clients/${zarya}`,
    });
    for (const asked of ["%", "_", "заря_", "(", "[a-", "\\", "   "])
      expect(await labels(anna, asked), asked).toEqual([]);
  });

  test("answers twenty lines at most", async () => {
    for (let at = 0; at < 25; at += 1) await house.client(`Много ${at}`, anna);
    expect(await labels(anna, "много")).toHaveLength(20);
  });

  test("R84 lists to choose from hold own clients that are not archived", async () => {
    house.sit(anna);
    const found = granted(await house.send(searchClients, { query: "заря", except: zarya }));
    expect(found.map(({ name }) => name)).toEqual(["Заря Севера", "Стеклозаря"]);
  });
});

describe("13.4 groups", () => {
  test("13.4 everybody learns the head's name and how many there are; links and the tree end at the own reach", async () => {
    const head = await house.client("Холдинг Меридиан", boris);
    const middle = await house.client("Меридиан Юг", boris, { parent_id: head });
    const below = await house.client("Меридиан Сочи", anna, { parent_id: middle });
    const deep = await house.client("Меридиан Адлер", anna, { parent_id: below });
    await house.client("Меридиан Север", boris, { parent_id: head });
    const groupFor = async (person: Person) => {
      house.sit(person);
      const { group, parent } = (await loadClient(below)).client;
      return { ...group, tree: group?.tree.map(({ name, aboveId, depth }) => [name, aboveId, depth]), parent };
    };
    expect(await groupFor(anna)).toEqual({
      headId: null,
      headName: "Холдинг Меридиан",
      companies: 5,
      reached: 2,
      tree: [
        ["Меридиан Сочи", null, 0],
        ["Меридиан Адлер", below, 1],
      ],
      parent: { id: null, name: "Меридиан Юг" },
    });
    const all = await groupFor(admin);
    expect(all).toMatchObject({ headId: head, reached: 5, parent: { id: middle, name: "Меридиан Юг" } });
    expect(all.tree).toContainEqual(["Меридиан Адлер", below, 3]);
    house.sit(anna);
    expect((await loadClient(deep)).client.parent).toEqual({ id: below, name: "Меридиан Сочи" });
    for (const id of [head, middle, randomUUID(), "not-an-id"])
      await expect(loadClient(id), id).rejects.toMatchObject({ to: "not-found" });
  });

  test("13.4 a client without relatives is in no group", async () => {
    const alone = await house.client("Одна", anna);
    house.sit(anna);
    expect((await loadClient(alone)).client.group).toBe(null);
  });
});

test("R84 readers for other features pass over what is out of reach", async () => {
  const [own, theirs] = [await house.client("Читаемая", anna, { code: "r1" }), await house.client("Нет", boris)];
  house.sit(anna);
  const read = query("client:read", async function readers(scope) {
    return [
      await listClientsByIds(scope, [own, theirs, randomUUID()]),
      await findClient(scope, own),
      await findClient(scope, theirs),
    ];
  });
  expect(await read()).toEqual([
    [{ id: own, name: "Читаемая", code: "r1" }],
    { id: own, name: "Читаемая", code: "r1", archived: false },
    null,
  ]);
});
