import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { searchParamsOf } from "@/lib/domain/search-params";
import { listMatchingClients } from "@/lib/features/book/actions";
import { type Book, loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { loadClient } from "@/lib/features/clients/queries";
import { granted, type House, type Person, TODAY } from "./assignments-house";
import { type BookHouse, openBookHouse } from "./book-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let lead: Person;
let admin: Person;
let auditor: Person;
let id: BookHouse["id"];

async function open(person: Person, query = ""): Promise<Book> {
  house.sit(person);
  return loadBook(bookFilter.parse(searchParamsOf(query)));
}
const namesIn = ({ rows }: Book) => rows.map(({ name }) => name);

beforeAll(async () => {
  ({ house, anna, boris, lead, admin, auditor, id } = await openBookHouse());
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
