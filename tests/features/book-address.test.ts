import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { searchParamsOf } from "@/lib/domain/search-params";
import { type Book, bookState, loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import type { House, Person } from "./assignments-house";
import { type BookHouse, openBookHouse } from "./book-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let admin: Person;
let auditor: Person;
let id: BookHouse["id"];

async function open(person: Person, query = ""): Promise<Book> {
  house.sit(person);
  return loadBook(bookFilter.parse(searchParamsOf(query)));
}
const namesIn = ({ rows }: Book) => rows.map(({ name }) => name);

beforeAll(async () => {
  ({ house, anna, admin, auditor, id } = await openBookHouse());
});
afterAll(() => house.close());

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
    expect(book.groups).toMatchObject([
      { key: id.food, label: "Еда", clients: 1, contacts: 2, lonely: 0 },
      { key: "none", label: null, clients: 2, contacts: 0, lonely: 2 },
    ]);
    expect(book.totals).toMatchObject({ clients: 3, contacts: 2, lonely: 2 });
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
