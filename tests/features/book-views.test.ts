import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { deleteView, renameView, saveView } from "@/lib/features/views/actions";
import { codeOf, granted, House, type Person } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let auditor: Person;
const view = { page: "/book" as const, name: "Мои А", query: "tier=A&sort=-since" };
const namesFor = async (person: Person) => {
  house.sit(person);
  return (await loadBook(bookFilter.parse({}))).views.map(({ name }) => name);
};

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  auditor = await house.person("Аудитор", "auditor");
});
afterAll(() => house.close());

test("a view is kept, renamed and deleted by its maker, and nobody else sees it", async () => {
  house.sit(anna);
  const { id } = granted(await house.send(saveView, view));
  expect(await namesFor(anna)).toEqual(["Мои А"]);
  expect(await namesFor(boris)).toEqual([]);

  for (const which of [id, randomUUID()]) {
    expect(await house.send(renameView, { id: which, name: "Чужой" })).toEqual({ ok: false, code: "not-found" });
    expect(await house.send(deleteView, { id: which })).toEqual({ ok: false, code: "not-found" });
  }
  house.sit(anna);
  granted(await house.send(renameView, { id, name: " Лучшие " }));
  expect(await namesFor(anna)).toEqual(["Лучшие"]);
  granted(await house.send(deleteView, { id }));
  expect(await namesFor(anna)).toEqual([]);
});

test("a name is used once by each, and twice by two", async () => {
  house.sit(anna);
  granted(await house.send(saveView, view));
  expect(await house.send(saveView, view)).toMatchObject({ code: "name-taken", fields: { name: "name-taken" } });
  house.sit(boris);
  expect(codeOf(await house.send(saveView, view))).toBe("ok");
});

test("a view is an address within a page that is known, and has a name", async () => {
  house.sit(anna);
  const refused = await house.send(saveView, { ...view, name: "  " });
  expect(refused).toMatchObject({ code: "invalid", fields: { name: "required" } });
  const elsewhere = { ...view, page: "//evil.example" } as unknown as typeof view;
  expect(codeOf(await house.send(saveView, elsewhere))).toBe("invalid");
  const odd = granted(await house.send(saveView, { ...view, name: "Странный", query: "q=<b>&x=a b" }));
  expect(odd.query).toBe("q=%3Cb%3E&x=a+b");
});

test("an auditor keeps nothing", async () => {
  house.sit(auditor);
  expect(codeOf(await house.send(saveView, view))).toBe("forbidden");
});
