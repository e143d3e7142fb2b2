import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { archiveClient, createClient, updateClient } from "@/lib/features/clients/actions";
import { loadClient } from "@/lib/features/clients/queries";
import { codeOf, granted, House, type Person, TODAY } from "./assignments-house";
import { emptyClient } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const inns = { free: "5003021311", mine: "7707083893", outside: "7736050003" };
let house: House;
let anna: Person;
let boris: Person;
let lead: Person;
let admin: Person;
let auditor: Person;

const fresh = (fields: object = {}) => ({ ...emptyClient, parentId: "", ownerId: "", ...fields });
const owners = (client: string) =>
  house.rows<{ member_id: string; starts_on: string; share: string }>(
    "select member_id, starts_on::text, share from assignment where client_id = $1",
    [client],
  );
const column = async (client: string, name: string) =>
  (await house.rows<Record<string, unknown>>(`select ${name} as v from client where id = $1`, [client]))[0]?.v;

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  lead = await house.person("Лид", "lead");
  admin = await house.person("Админ", "admin");
  auditor = await house.person("Аудитор", "auditor");
  await house.team("Север", lead, anna);
});
afterAll(() => house.close());

describe("a new client", () => {
  test("R84 is its maker's from today, with a code of its own and all that was typed", async () => {
    house.sit(anna);
    const input = fresh({
      name: " ООО «Заря» ",
      inn: "5003 021-311",
      kpp: "500301001",
      website: "zarya.example",
      since: "2019-06-01",
    });
    const { id } = granted(await house.send(createClient, input));
    expect(await owners(id)).toEqual([{ member_id: anna.member, starts_on: TODAY, share: "100.00" }]);
    const { client } = await loadClient(id);
    expect(client).toMatchObject({
      name: "ООО «Заря»",
      inn: inns.free,
      kpp: "500301001",
      website: "https://zarya.example",
      since: "2019-06-01",
      tenure: { years: 7, months: 5 },
      faults: {},
    });
    expect(client.code).toMatch(/^\d{4}$/);
    expect(await column(id, "name_key")).toBe("заря");
  });

  test("R19 a private person and a sole trader have their own requisites", async () => {
    house.sit(anna);
    const person = await house.send(createClient, fresh({ kind: "person", name: "Иванов", inn: "500100732259" }));
    expect(codeOf(person)).toBe("ok");
    const asCompany = await house.send(createClient, fresh({ kind: "company", inn: "500100732259" }));
    expect(asCompany).toMatchObject({ code: "invalid", fields: { inn: "inn-for-company" } });
    const trader = await house.send(createClient, fresh({ kind: "entrepreneur", kpp: "500301001" }));
    expect(trader).toMatchObject({ code: "invalid", fields: { kpp: "kpp-for-company" } });
  });

  test("numbers with a wrong check digit are refused at their fields", async () => {
    house.sit(anna);
    const result = await house.send(createClient, fresh({ inn: "7707083894", ogrn: "1027700132196", kpp: "12" }));
    expect(result).toEqual({
      ok: false,
      code: "invalid",
      fields: { inn: "inn-check", ogrn: "ogrn-check", kpp: "kpp-form" },
    });
  });

  test("what cannot be is refused at its field: no name, a day to come, no such zone, no address", async () => {
    house.sit(anna);
    const fields = { name: " ", website: "nowhere", since: "2026-02-30" };
    expect(await house.send(createClient, fresh(fields))).toMatchObject({
      code: "invalid",
      fields: { name: "required", website: "not-a-link", since: "not-a-date" },
    });
    expect(await house.send(createClient, fresh({ since: "2026-11-24" }))).toMatchObject({
      fields: { since: "date-in-future" },
    });
    expect(await house.send(createClient, fresh({ zone: "Mars/Olympus" }))).toMatchObject({
      fields: { zone: "not-a-zone" },
    });
    expect(codeOf(await house.send(createClient, fresh({ name: "В Иркутске", zone: "Asia/Irkutsk" })))).toBe("ok");
  });

  test("a KAM names nobody else, a lead someone of the team, an admin anyone or nobody", async () => {
    const make = async (maker: Person, ownerId: string) => {
      house.sit(maker);
      const result = await house.send(createClient, fresh({ name: `Чей ${randomUUID()}`, ownerId }));
      return result.ok ? (await owners(result.value.id)).map(({ member_id }) => member_id) : result.code;
    };
    expect(await make(anna, boris.member)).toBe("not-found");
    expect(await make(lead, anna.member)).toEqual([anna.member]);
    expect(await make(lead, "")).toEqual([lead.member]);
    expect(await make(lead, boris.member)).toBe("not-found");
    expect(await make(admin, boris.member)).toEqual([boris.member]);
    expect(await make(admin, "")).toEqual([]);
    expect(await make(admin, randomUUID())).toBe("not-found");
    expect(await make(auditor, "")).toBe("forbidden");
  });

  test("the same submit twice makes one client, the same key with other words is refused", async () => {
    house.sit(anna);
    const key = randomUUID();
    const input = fresh({ name: "Дважды" });
    const [first, second] = [await house.send(createClient, input, key), await house.send(createClient, input, key)];
    expect(second).toEqual(first);
    expect(await house.rows("select from client where name = 'Дважды'", [])).toHaveLength(1);
    expect(codeOf(await house.send(createClient, fresh({ name: "Иначе" }), key))).toBe("key-reused");
  });

  test("a parent must be in reach, an industry of the own company", async () => {
    const theirs = await house.client("Чужая голова", boris);
    house.sit(anna);
    expect(codeOf(await house.send(createClient, fresh({ parentId: theirs })))).toBe("not-found");
    expect(codeOf(await house.send(createClient, fresh({ parentId: randomUUID() })))).toBe("not-found");
    expect(codeOf(await house.send(createClient, fresh({ industryId: randomUUID() })))).toBe("not-found");
  });
});

describe("an edited client", () => {
  test("a stale save is a conflict with both values and changes nothing", async () => {
    const id = await house.client("Спорная", anna, { city: "Омск" });
    house.sit(anna);
    const mine = { ...emptyClient, id, version: 1, name: "Спорная", city: "Томск" };
    expect(codeOf(await house.send(updateClient, { ...mine, city: "Тула" }))).toBe("ok");
    const stale = await house.send(updateClient, mine);
    expect(stale).toMatchObject({
      code: "conflict",
      values: { version: 2, theirs: { name: "Спорная", city: "Тула" }, mine: { city: "Томск" } },
    });
    expect(await column(id, "city")).toBe("Тула");
    expect(codeOf(await house.send(updateClient, { ...mine, version: 2 }))).toBe("ok");
    expect(await column(id, "city")).toBe("Томск");
  });

  test("two saves of one version at once: one of them is the conflict", async () => {
    const id = await house.client("Разом", anna);
    house.sit(anna);
    const save = (city: string) => house.send(updateClient, { ...emptyClient, id, version: 1, name: "Разом", city });
    const codes = (await Promise.all([save("Омск"), save("Тула")])).map(codeOf).toSorted();
    expect(codes).toEqual(["conflict", "ok"]);
  });

  test("R84 another's client answers like a random id, whatever the version says", async () => {
    const theirs = await house.client("Чужая", boris);
    house.sit(anna);
    for (const id of [theirs, randomUUID()])
      for (const version of [1, 9]) {
        const result = await house.send(updateClient, { ...emptyClient, id, version });
        expect(result).toEqual({ ok: false, code: "not-found" });
      }
  });

  test("13.4 a parent out of reach stays unless it is taken away", async () => {
    const head = await house.client("Голова", boris);
    const id = await house.client("Дочка", anna, { parent_id: head });
    house.sit(anna);
    const input = { ...emptyClient, id, name: "Дочка" };
    expect(codeOf(await house.send(updateClient, { ...input, version: 1 }))).toBe("ok");
    expect(await column(id, "parent_id")).toBe(head);
    expect(codeOf(await house.send(updateClient, { ...input, version: 2, parentId: head }))).toBe("ok");
    expect(codeOf(await house.send(updateClient, { ...input, version: 3, parentId: "" }))).toBe("ok");
    expect(await column(id, "parent_id")).toBe(null);
    expect(codeOf(await house.send(updateClient, { ...input, version: 4, parentId: head }))).toBe("not-found");
  });

  test("a group has no ring", async () => {
    const head = await house.client("Верх", anna);
    const below = await house.client("Низ", anna, { parent_id: head });
    house.sit(anna);
    const result = await house.send(updateClient, { ...emptyClient, id: head, version: 1, parentId: below });
    expect(codeOf(result)).toBe("cycle");
  });

  test("only an admin archives and restores; an archived client is not edited", async () => {
    const id = await house.client("В архив", anna);
    house.sit(anna);
    expect(codeOf(await house.send(archiveClient, { id, archived: true }))).toBe("forbidden");
    house.sit(admin);
    expect(codeOf(await house.send(archiveClient, { id, archived: true }))).toBe("ok");
    house.sit(anna);
    const archived = (await loadClient(id)).client;
    expect([archived.archived, archived.may.edit]).toEqual([true, false]);
    const edit = { ...emptyClient, id, version: archived.version };
    expect(codeOf(await house.send(updateClient, edit))).toBe("archived");
    house.sit(admin);
    expect(codeOf(await house.send(archiveClient, { id, archived: false }))).toBe("ok");
    expect(await column(id, "archived_at")).toBe(null);
    expect(codeOf(await house.send(archiveClient, { id: randomUUID(), archived: true }))).toBe("not-found");
  });

  test("a restored client does not take an INN that another one got meanwhile", async () => {
    const id = await house.client("Раньше", anna, { inn: "7702070139", archived_at: "2026-01-01" });
    await house.client("Теперь", anna, { inn: "7702070139" });
    house.sit(admin);
    expect(codeOf(await house.send(archiveClient, { id, archived: false }))).toBe("inn-taken-outside");
  });
});
