import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listMatchingClients } from "@/lib/features/book/actions";
import { type Book, bookState, loadBook } from "@/lib/features/book/queries";
import { bookFilter, searchParamsOf } from "@/lib/features/book/schema";
import { loadClient } from "@/lib/features/clients/queries";
import { granted, House, type Person, TODAY } from "./assignments-house";
import { channel, contact, tagged } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let lead: Person;
let admin: Person;
let auditor: Person;
const id: Record<string, string> = {};

async function open(person: Person, query = ""): Promise<Book> {
  house.sit(person);
  return loadBook(bookFilter.parse(searchParamsOf(query)));
}
const namesIn = ({ rows }: Book) => rows.map(({ name }) => name);

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  lead = await house.person("Лид", "lead");
  admin = await house.person("Админ", "admin");
  auditor = await house.person("Аудитор", "auditor");
  await house.team("Север", lead, anna);
  id.food = await house.row("industry", { name: "Еда" });
  id.machines = await house.row("industry", { name: "Станки" });
  id.ural = await house.row("region", { name: "Урал", zone: "Asia/Yekaterinburg" });
  id.vip = await house.row("tag", { name: "vip" });
  id.secret = await house.row("tag", { name: "секрет Бориса" });

  id.head = await house.client("Холдинг", boris, { industry_id: id.machines });
  id.zarya = await house.client("Заря", anna, {
    tier: "A",
    industry_id: id.food,
    region_id: id.ural,
    since: "2019-06-24",
    parent_id: id.head,
    inn: "7707083893",
  });
  id.elka = await house.client("Ёлка", anna, {
    tier: "B",
    work_mode: "reactive",
    zone: "Asia/Irkutsk",
    since: "2026-02-01",
    city: "Иркутск",
  });
  id.egorov = await house.client("Егоров", anna, { tier: "B", kind: "person", since: "2023-11-23" });
  id.taina = await house.client("Тайна", boris, { tier: "C", since: "2025-11-24" });
  id.nobody = await house.client("Ничья", null);
  id.old = await house.client("Старая", anna, { archived_at: "2026-01-01" });
  await tagged(house, id.zarya, id.vip);
  await tagged(house, id.taina, id.secret);
  const irina = await contact(house, id.zarya, "Ирина Власова", { is_key: true, job_title: "директор" });
  await channel(house, id.zarya, irina, "phone", "8 912 000-00-01", "+79120000001");
  await contact(house, id.zarya, "Пётр Гай");
  await contact(house, id.elka, "Бывший", { archived_at: "2026-01-01", is_key: true });
  await contact(house, id.taina, "Чужой Человек", { is_key: true });
  await house.assign(id.zarya, boris, { role: "deputy", starts_on: "2026-11-01", ends_on: "2026-12-01" });
});
afterAll(() => house.close());

describe("R84 whose clients a book lists", () => {
  test("R84 a KAM has the own clients and those where they stand in today, and no other", async () => {
    expect(namesIn(await open(anna, "group=none"))).toEqual(["Егоров", "Ёлка", "Заря"]);
    expect(namesIn(await open(boris, "group=none"))).toEqual(["Заря", "Тайна", "Холдинг"]);
  });

  test("R84 a lead has the team's, admin and auditor have all, those of nobody too", async () => {
    expect(namesIn(await open(lead, "group=none"))).toEqual(["Егоров", "Ёлка", "Заря"]);
    const all = ["Егоров", "Ёлка", "Заря", "Ничья", "Тайна", "Холдинг"];
    expect(namesIn(await open(admin))).toEqual(all);
    expect(namesIn(await open(auditor))).toEqual(all);
  });

  test("R84 the values that filters offer come from the own clients alone", async () => {
    const { facets } = await open(anna);
    expect(facets.total).toBe(3);
    expect(facets.owner.map(({ label }) => label)).toEqual(["Анна"]);
    expect(facets.tag.map(({ label }) => label)).toEqual(["vip"]);
    expect(facets.industry).toEqual([
      { value: id.food, label: "Еда", count: 1 },
      { value: "none", label: null, count: 2 },
    ]);
    expect(facets.tier.map(({ value }) => value)).toEqual(["A", "B"]);
  });

  test("R84 asking for another book by its owner, tag or name finds nothing", async () => {
    for (const query of [`owner=${boris.member}`, `tag=${id.secret}`, "q=Тайна", "q=Чужой", `industry=${id.machines}`])
      expect(namesIn(await open(anna, query)), query).toEqual([]);
  });

  test("R84 a client that moved leaves list, search, facets and its address that day", async () => {
    const moving = await house.client("Перелётная птица", anna, { since: "2020-01-01" });
    expect(namesIn(await open(anna, "q=перелётная"))).toEqual(["Перелётная птица"]);
    await house.rows("update assignment set ends_on = $1 where client_id = $2", [TODAY, moving]);
    await house.assign(moving, boris, { starts_on: TODAY });
    expect(namesIn(await open(anna, "q=перелетная"))).toEqual([]);
    expect((await open(anna)).facets.total).toBe(3);
    await expect(loadClient(moving)).rejects.toMatchObject({ to: "not-found" });
    expect(namesIn(await open(boris, "q=перелетная"))).toEqual(["Перелётная птица"]);
    await house.rows("delete from assignment where client_id = $1", [moving]);
    await house.rows("delete from client where id = $1", [moving]);
  });

  test("R84 what matches for a bulk act is what the list shows", async () => {
    house.sit(anna);
    const found = granted(await house.send(listMatchingClients, { query: "tier=B&sort=-name" }));
    expect(found.map(({ name }) => name)).toEqual(["Ёлка", "Егоров"]);
    expect(granted(await house.send(listMatchingClients, { query: `owner=${boris.member}` }))).toEqual([]);
  });
});

describe("R21 a row says what a KAM needs", () => {
  test("R21 owner, deputy, tags, key contact with phone, number of contacts", async () => {
    const [zarya] = (await open(anna, "q=заря")).rows;
    expect(zarya).toMatchObject({
      owner: { id: anna.member, name: "Анна" },
      deputies: [{ name: "Борис", endsOn: "2026-12-01" }],
      tags: [{ id: id.vip, name: "vip" }],
      keyContact: { name: "Ирина Власова", jobTitle: "директор", phone: "+79120000001" },
      contacts: 2,
      industry: "Еда",
    });
  });

  test("R4 an archived person is nobody to reach", async () => {
    const [elka] = (await open(anna, "q=елка")).rows;
    expect(elka).toMatchObject({ contacts: 0, keyContact: null });
    const lonely = await open(anna, "lonely=1");
    expect(namesIn(lonely)).toEqual(["Егоров", "Ёлка"]);
    expect(lonely.facets.lonely).toBe(2);
  });

  test("R45 how long the client has been with us counts full months", async () => {
    const tenures = Object.fromEntries((await open(admin)).rows.map(({ name, tenure }) => [name, tenure]));
    expect(tenures).toMatchObject({
      // 24 June to 23 November: the fifth month is not full.
      Заря: { years: 7, months: 4 },
      Егоров: { years: 3, months: 0 },
      Ёлка: { years: 0, months: 9 },
      Тайна: { years: 0, months: 11 },
      Ничья: null,
    });
  });

  test("R45 bands of years are half-open, and those without a day are a band of their own", async () => {
    expect(namesIn(await open(admin, "tenure=0-1"))).toEqual(["Ёлка", "Тайна"]);
    expect(namesIn(await open(admin, "tenure=3-5"))).toEqual(["Егоров"]);
    expect(namesIn(await open(admin, "tenure=1-3"))).toEqual([]);
    expect(namesIn(await open(admin, "tenure=5-&tenure=none"))).toEqual(["Заря", "Ничья", "Холдинг"]);
  });

  test("R59 the client's own zone goes before the region's", async () => {
    const zones = Object.fromEntries((await open(anna)).rows.map(({ name, zone }) => [name, zone]));
    expect(zones).toEqual({ Заря: "Asia/Yekaterinburg", Ёлка: "Asia/Irkutsk", Егоров: null });
  });

  test("R61 reactive clients can be asked for", async () => {
    expect(namesIn(await open(anna, "mode=reactive"))).toEqual(["Ёлка"]);
    expect(namesIn(await open(anna, "mode=reactive&mode=mixed&group=none"))).toEqual(["Егоров", "Ёлка", "Заря"]);
  });

  test("13.4 the parent's name is shown to everybody, its id only to those who reach it", async () => {
    const parentFor = async (person: Person) => (await open(person, "q=заря")).rows[0]?.parent;
    expect(await parentFor(anna)).toEqual({ id: null, name: "Холдинг" });
    expect(await parentFor(boris)).toEqual({ id: id.head, name: "Холдинг" });
  });

  test("archived clients are in their own list only", async () => {
    expect(namesIn(await open(anna, "archived=1"))).toEqual(["Старая"]);
    expect((await open(anna)).facets.archived).toBe(1);
  });
});

describe("the address is the state of the book", () => {
  test("a broken address falls back instead of failing", () => {
    const filter = bookFilter.parse(
      searchParamsOf(
        "tier=A&tier=Z&owner=x&sort=drop+table&group=magic&page=-3&size=1e9&since=&tenure=9-1&archived=yes",
      ),
    );
    expect(filter).toMatchObject({ tier: ["A"], owner: [], sort: "name", tenure: [] });
    expect([filter.group, filter.page, filter.size, filter.archived]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("search finds words in any order, codes, INN, cities and people, ё as е", async () => {
    for (const [query, name] of [
      ["q=ЕЛК", "Ёлка"],
      ["q=7707083893", "Заря"],
      ["q=иркутск", "Ёлка"],
      ["q=власова+ирина", "Заря"],
    ] as const)
      expect(namesIn(await open(anna, query)), query).toEqual([name]);
    expect(namesIn(await open(anna, "q=%25"))).toEqual([]);
  });

  test("groups have counts and sums over the whole group, those that lack it come last", async () => {
    const book = await open(anna, "group=industry&size=1");
    expect(namesIn(book)).toEqual(["Заря"]);
    expect(book.groups).toEqual([
      { key: id.food, label: "Еда", clients: 1, contacts: 2, lonely: 0 },
      { key: "none", label: null, clients: 2, contacts: 0, lonely: 2 },
    ]);
    expect(book.totals).toEqual({ clients: 3, contacts: 2, lonely: 2 });
  });

  test("R21 a book opens by tier, a lead's by owner, the company's as a list", async () => {
    expect((await open(anna)).state).toMatchObject({ group: "tier", size: 200 });
    expect((await open(admin)).state).toMatchObject({ group: "none", size: 100 });
    expect(bookState({ reach: "many" }, bookFilter.parse({})).group).toBe("owner");
    expect(bookState({ reach: "many" }, bookFilter.parse({ group: "none" })).group).toBe("none");
    expect(namesIn(await open(anna))).toEqual(["Заря", "Егоров", "Ёлка"]);
  });

  test("sorting in either direction is total: pages neither repeat nor miss a row", async () => {
    for (const sort of ["name", "-name", "tier", "-tier", "since", "-since", "mode", "owner", "-contacts", "region"]) {
      const seen: string[] = [];
      for (const page of [1, 2, 3]) seen.push(...namesIn(await open(admin, `sort=${sort}&size=2&page=${page}`)));
      expect(seen.toSorted(), sort).toEqual(["Егоров", "Заря", "Ничья", "Тайна", "Холдинг", "Ёлка"].toSorted());
    }
    expect(namesIn(await open(admin, "sort=-since"))[0]).toBe("Ёлка");
    expect(namesIn(await open(admin, "sort=since"))[0]).toBe("Заря");
    expect(namesIn(await open(admin, "sort=-contacts"))[0]).toBe("Заря");
  });

  test("a page behind the last one is the last one", async () => {
    const book = await open(admin, "size=4&page=77");
    expect(namesIn(book)).toEqual(["Тайна", "Холдинг"]);
    expect(book.state.page).toBe(2);
  });

  test("what the member may do goes with the book", async () => {
    expect((await open(anna)).may).toEqual({ create: true, edit: true, assign: false, keepViews: true });
    expect((await open(auditor)).may).toEqual({ create: false, edit: false, assign: false, keepViews: false });
  });
});
