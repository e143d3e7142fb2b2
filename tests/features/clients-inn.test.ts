import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  addTag,
  createClient,
  createTag,
  findClientDuplicates,
  removeTag,
  updateClient,
} from "@/lib/features/clients/actions";
import { loadClient } from "@/lib/features/clients/queries";
import { codeOf, granted, House, type Person } from "./assignments-house";
import { emptyClient } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const inns = { mine: "7707083893", outside: "7736050003" };
let house: House;
let anna: Person;
let boris: Person;
let admin: Person;

const fresh = (fields: object = {}) => ({ ...emptyClient, parentId: "", ownerId: "", ...fields });
const column = async (client: string, name: string) =>
  (await house.rows<Record<string, unknown>>(`select ${name} as v from client where id = $1`, [client]))[0]?.v;

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  admin = await house.person("Админ", "admin");
});
afterAll(() => house.close());

describe("13.7 a known INN", () => {
  test("13.7 in reach is refused at the field, with the client that has it; another branch is free", async () => {
    const known = await house.client("Сбер", anna, { inn: inns.mine, kpp: "773601001" });
    house.sit(anna);
    expect(await house.send(createClient, fresh({ inn: inns.mine, kpp: "773601001" }))).toEqual({
      ok: false,
      code: "invalid",
      fields: { inn: "inn-taken" },
      values: { clientId: known },
    });
    expect(codeOf(await house.send(createClient, fresh({ name: "Филиал", inn: inns.mine, kpp: "540602001" })))).toBe(
      "ok",
    );
  });

  test("13.7 outside reach says no name, owner or id, and leaves one note to the admin", async () => {
    const theirs = await house.client("Газ", boris, { inn: inns.outside });
    house.sit(anna);
    const result = await house.send(createClient, fresh({ name: "Мой газ", inn: inns.outside }));
    expect(result).toEqual({ ok: false, code: "inn-taken-outside", fields: { inn: "inn-taken-outside" } });
    expect(await house.rows("select kind, member_id, client_id from notice", [])).toEqual([
      { kind: "inn-taken", member_id: anna.member, client_id: theirs },
    ]);
    expect(await house.rows("select from client where name = 'Мой газ'", [])).toEqual([]);
  });

  test("13.7 after ten of them the asking is throttled, taken or free", async () => {
    house.sit(anna);
    for (let at = 0; at < 9; at += 1) await house.send(createClient, fresh({ inn: inns.outside }));
    expect(codeOf(await house.send(createClient, fresh({ inn: inns.outside })))).toBe("throttled");
    expect(codeOf(await house.send(createClient, fresh({ inn: "7728168971" })))).toBe("throttled");
    await house.rows("delete from notice", []);
  });

  test("13.7 an edit asks only when the number changed, and not about itself", async () => {
    const own = await house.client("Правка", anna, { inn: "7728168971" });
    const input = { ...emptyClient, id: own, version: 1, name: "Правка", inn: "7728168971" };
    house.sit(anna);
    expect(codeOf(await house.send(updateClient, input))).toBe("ok");
    const moved = await house.send(updateClient, { ...input, version: 2, inn: inns.outside });
    expect(moved).toMatchObject({ code: "inn-taken-outside" });
    expect(await column(own, "inn")).toBe("7728168971");
  });

  test("R84 hints of duplicates come from the own book only", async () => {
    await house.client("ООО Ромашка", anna, { name_key: "ромашка" });
    await house.client("Ромашка, АО", boris, { name_key: "ромашка", inn: "7704218694" });
    const hints = async (person: Person, draft: { name: string; inn: string }) => {
      house.sit(person);
      return granted(await house.send(findClientDuplicates, { kpp: "", ...draft })).map(({ name, reasons }) => [
        name,
        ...reasons,
      ]);
    };
    expect(await hints(anna, { name: "«РОМАШКА»", inn: "" })).toEqual([["ООО Ромашка", "name"]]);
    expect(await hints(anna, { name: "Другое", inn: "7704218694" })).toEqual([]);
    expect(await hints(boris, { name: "Другое", inn: "7704218694" })).toEqual([["Ромашка, АО", "inn-kpp"]]);
  });
});

describe("tags", () => {
  test("tags of a form replace those there were; a new word needs the dictionary", async () => {
    const [red, blue] = [await house.row("tag", { name: "red" }), await house.row("tag", { name: "blue" })];
    house.sit(anna);
    const { id } = granted(await house.send(createClient, fresh({ name: "С метками", tagIds: [red] })));
    await house.send(updateClient, { ...emptyClient, id, version: 1, name: "С метками", tagIds: [blue] });
    expect((await loadClient(id)).client.tags).toEqual([{ id: blue, name: "blue" }]);
    expect(codeOf(await house.send(createTag, { name: "новая" }))).toBe("forbidden");
    house.sit(admin);
    expect(granted(await house.send(createTag, { name: "новая" })).name).toBe("новая");
    expect(codeOf(await house.send(createTag, { name: "новая" }))).toBe("name-taken");
  });

  test("a tag for many answers who did not have it, and comes off again; one foreign client refuses them all", async () => {
    const tag = await house.row("tag", { name: "bulk" });
    const [a, b] = [await house.client("А", anna), await house.client("Б", anna)];
    const theirs = await house.client("В", boris);
    house.sit(anna);
    granted(await house.send(addTag, { clientIds: [a], tagId: tag }));
    expect(granted(await house.send(addTag, { clientIds: [a, b], tagId: tag })).clientIds).toEqual([b]);
    expect(codeOf(await house.send(addTag, { clientIds: [a, theirs], tagId: tag }))).toBe("not-found");
    expect(codeOf(await house.send(addTag, { clientIds: [], tagId: tag }))).toBe("invalid");
    expect(granted(await house.send(removeTag, { clientIds: [b], tagId: tag })).count).toBe(1);
    expect(await house.rows("select client_id from client_tag where tag_id = $1", [tag])).toEqual([{ client_id: a }]);
  });
});
