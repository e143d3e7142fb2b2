import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as auditFile } from "@/app/api/exports/audit/route";
import { POST as bookFile } from "@/app/api/exports/book/route";
import { POST as contactsFile } from "@/app/api/exports/contacts/route";
import { POST as heldFile } from "@/app/api/exports/held/route";
import { POST as holdersFile } from "@/app/api/exports/holders/route";
import { POST as outboxFile } from "@/app/api/exports/outbox/route";
import { searchParamsOf } from "@/lib/domain/search-params";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { request } from "@/tests/access/doors/next";
import { cellsOf } from "@/tests/io/spreadsheet/files";
import { TODAY } from "./assignments-house";
import { type BookHouse, openBookHouse } from "./book-house";
import { codeOf, entriesOf, linesOf, order, speak } from "./exports-house";
import { fileOf } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: BookHouse;
beforeAll(async () => {
  at = await openBookHouse();
});
beforeEach(() => speak("ru"));
afterAll(() => at.house.close());

const book = (by: BookHouse["anna"], query = "", columns?: string[]) =>
  order(at.house, bookFile, by, { query, columns });
const names = (lines: string[][]) => lines.slice(1).map(([name]) => name);

describe("what a file of the book holds", () => {
  test("R21 the search, filters, order and columns of the address, headers in the reader's language", async () => {
    const lines = await linesOf(
      await book(at.admin, "sort=-name&tier=A&tier=B&group=none&cols=tier", ["name", "tier", "since"]),
    );
    expect(lines).toEqual([
      ["Клиент", "Группа компаний", "Категория", "Клиент с"],
      ["Заря", "Холдинг", "A", "2019-06-24"],
      ["Ёлка", "", "B", "2026-02-01"],
      ["Егоров", "", "B", "2023-11-23"],
    ]);
    speak("en");
    expect((await linesOf(await book(at.admin, "q=Заря", ["name"])))[0]).toEqual(["Client", "Group of companies"]);
  });

  test.each(["", "group=owner&sort=-since", "group=region", "tenure=5-&tenure=none", "lonely=1", "archived=1"])(
    "R21 the rows of the screen in their order: ?%s",
    async (query) => {
      at.house.sit(at.admin);
      const screen = await loadBook(bookFilter.parse(searchParamsOf(query)));
      const lines = await linesOf(await book(at.admin, query, ["name"]));
      expect(names(lines.map((line) => line.slice(query.startsWith("group") ? 1 : 0)))).toEqual(
        screen.rows.map(({ name }) => name),
      );
    },
  );

  test("R21 a group is a column of its own, although the screen hides it", async () => {
    const lines = await linesOf(await book(at.admin, "group=owner", ["name"]));
    expect(lines[0]).toEqual(["Ответственный", "Клиент", "Группа компаний"]);
    expect(new Set(lines.slice(1).map(([owner]) => owner))).toEqual(new Set(["Анна", "Борис", "Без ответственного"]));
  });

  test("R21 all pages of the list, each client once", async () => {
    await at.house.owner.query(
      `insert into client (tenant_id, code, kind, name, name_key) select $1, 'm' || n, 'company', 'Массовый ' || n, 'm' || n from generate_series(1, 2001) n`,
      [at.house.company],
    );
    // As the house does by itself in a quiet minute.
    await at.house.owner.query("analyze client");
    const all = names(await linesOf(await book(at.admin, "q=Массовый&size=50&page=3", ["name"])));
    expect(all).toHaveLength(2001);
    expect(new Set(all).size).toBe(2001);
    await at.house.owner.query("delete from client where tenant_id = $1 and name like 'Массовый%'", [at.house.company]);
  });

  test("R21 in a workbook a day is a day and a count a number; a name that looks like a formula stays a text", async () => {
    const id = await at.house.client('=HYPERLINK("http://evil.example")', at.anna, { since: "2024-02-29" });
    const response = await order(at.house, bookFile, at.anna, {
      format: "xlsx",
      query: "q=evil",
      columns: ["name", "since", "contacts"],
    });
    const [header, line] = await cellsOf(fileOf(Buffer.from(await response.arrayBuffer()), "book.xlsx"));
    expect(header).toEqual(["Категория", "Клиент", "Группа компаний", "Клиент с", "Число контактов"]);
    expect(line).toEqual([null, '=HYPERLINK("http://evil.example")', null, { date: "2024-02-29" }, 0]);
    const csv = await (await book(at.anna, "q=evil", ["name"])).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    await at.house.owner.query("delete from assignment where client_id = $1", [id]);
    await at.house.owner.query("delete from client where id = $1", [id]);
  });

  test("R21 the file is not kept on the way, and is called what the screen is, with the day", async () => {
    const { headers } = await book(at.anna);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-disposition")).toContain(
      `filename*=UTF-8''${encodeURIComponent(`Портфель ${TODAY}.csv`)}`,
    );
    expect(headers.get("x-grange-rows")).toBe("3");
  });
});

describe("whose rows leave", () => {
  test("R84 a KAM's file has the own book alone, and a client who moves is not in it from that day on", async () => {
    expect(names(await linesOf(await book(at.anna, "group=none", ["name"])))).toEqual(["Егоров", "Ёлка", "Заря"]);
    const [yolka] = await at.house.rows<{ id: string }>(
      "select id from client where name = 'Ёлка' and tenant_id = $1",
      [at.house.company],
    );
    const before = await at.house.rows("select * from assignment where client_id = $1", [yolka?.id]);
    await at.house.owner.query("update assignment set ends_on = '2026-11-24' where client_id = $1", [yolka?.id]);
    await at.house.assign(yolka?.id ?? "", at.boris, { starts_on: "2026-11-24" });
    expect(names(await linesOf(await book(at.anna, "group=none", ["name"])))).toContain("Ёлка");
    process.env.GRANGE_TODAY = "2026-11-24";
    expect(names(await linesOf(await book(at.anna, "group=none", ["name"])))).toEqual(["Егоров", "Заря"]);
    expect(names(await linesOf(await book(at.boris, "group=none", ["name"])))).toContain("Ёлка");
    const people = await order(at.house, contactsFile, at.anna, { query: `client=${yolka?.id}` });
    const nobody = await order(at.house, contactsFile, at.anna, {
      query: "client=3f0c7a52-93b6-4d0e-9b1f-0c8f6b9d2a11",
    });
    expect([people.status, await people.text()]).toEqual([nobody.status, await nobody.text()]);
    process.env.GRANGE_TODAY = TODAY;
    await at.house.owner.query("delete from assignment where client_id = $1 and starts_on = '2026-11-24'", [yolka?.id]);
    await at.house.owner.query("update assignment set ends_on = null where client_id = $1", [yolka?.id]);
    expect(before).toHaveLength(1);
  });

  test("R84 a list of somebody's clients is for whoever may take them", async () => {
    const query = `holder=${at.boris.member}`;
    expect(names(await linesOf(await order(at.house, heldFile, at.admin, { query, columns: ["name"] })))).toEqual([
      "Тайна",
      "Холдинг",
    ]);
    expect(await codeOf(await order(at.house, heldFile, at.lead, { query }))).toBe("not-found");
    expect(await codeOf(await order(at.house, heldFile, at.anna, { query }))).toBe("forbidden");
  });

  test("R21 the holders of clients stand under their teams, with what comes and goes", async () => {
    const [yolka] = await at.house.rows<{ id: string }>(
      "select id from client where name = 'Ёлка' and tenant_id = $1",
      [at.house.company],
    );
    await at.house.owner.query("update assignment set ends_on = '2026-12-01' where client_id = $1", [yolka?.id]);
    const later = await at.house.assign(yolka?.id ?? "", at.boris, { starts_on: "2026-12-01" });
    const lines = await linesOf(
      await order(at.house, holdersFile, at.admin, { columns: ["person", "clients", "ahead"] }),
    );
    expect(lines.slice(1)).toEqual([
      ["Север", "Анна", "3", "0", "1"],
      ["Север", "Лид", "0", "0", "0"],
      ["", "Борис", "2", "1", "0"],
    ]);
    await at.house.owner.query("delete from assignment where id = $1", [later]);
    await at.house.owner.query("update assignment set ends_on = null where client_id = $1", [yolka?.id]);
  });

  test("R84 a page of another company, another site, and half an order are refused", async () => {
    const elsewhere = await order(at.house, bookFile, at.anna, { company: "3f0c7a52-93b6-4d0e-9b1f-0c8f6b9d2a11" });
    expect(await codeOf(elsewhere)).toBe("other-company");
    request.headers.set("origin", "http://elsewhere.test");
    expect(await codeOf(await book(at.anna))).toBe("same-origin");
    request.headers.set("origin", "http://grange.test");
    expect(await codeOf(await book(at.anna, "x".repeat(20_001)))).toBe("invalid");
  });
});

describe("what stays behind", () => {
  test("R82 who took which rows in which form stands in the audit trail, an auditor's export too; a refused one does not", async () => {
    const before = (await entriesOf(at.house)).length;
    await book(at.anna, "tier=A&tier=B&q=Заря&cols=tier&page=2", ["name"]);
    await order(at.house, bookFile, at.auditor, { format: "xlsx", query: "group=none" });
    await order(at.house, heldFile, at.anna, { query: `holder=${at.boris.member}` });
    expect((await entriesOf(at.house)).slice(before)).toEqual([
      { exported: "book", format: "csv", rows: 1, tier: "A, B", q: "Заря", member: at.anna.member },
      { exported: "book", format: "xlsx", rows: 6, group: "none", member: at.auditor.member },
    ]);
  });

  test("R82 an order that is called off leaves no file and no entry", async () => {
    const before = (await entriesOf(at.house)).length;
    const called = new AbortController();
    called.abort();
    expect((await order(at.house, bookFile, at.anna, { signal: called.signal })).status).toBe(400);
    expect(await entriesOf(at.house)).toHaveLength(before);
  });

  test("R82 a person makes one file at a time", async () => {
    await at.house.owner.query("begin");
    await at.house.owner.query("select pg_advisory_xact_lock(hashtext('export'), hashtext($1))", [at.anna.member]);
    expect(await codeOf(await book(at.anna))).toBe("export-running");
    expect((await book(at.boris)).status).toBe(200);
    await at.house.owner.query("commit");
    expect((await book(at.anna)).status).toBe(200);
  });

  test("R82 the trail and the outbox tell moments by the reader's clock and hold every page", async () => {
    await at.house.owner.query("update member set zone = 'Asia/Kamchatka' where id = $1", [at.admin.member]);
    await at.house.owner.query(
      `insert into outbox_mail (tenant_id, kind, to_address, subject, body, status, created_at, message_id)
       select $1, 'handover', 'a' || n || '@test.example', 'Тема', 'Текст', 'held', '2026-03-31T13:30:00Z', 'm' || n from generate_series(1, 1001) n`,
      [at.house.company],
    );
    const mails = await linesOf(
      await order(at.house, outboxFile, at.admin, { query: "status=held", columns: ["to", "created"] }),
    );
    expect(mails[0]).toEqual(["Кому", "Написано (Asia/Kamchatka)"]);
    expect(mails).toHaveLength(1002);
    expect(mails[1]?.[1]).toBe("2026-04-01 01:30");
    const trail = await linesOf(
      await order(at.house, auditFile, at.admin, { query: "action=exportTable", columns: ["member", "action"] }),
    );
    expect(trail[1]).toEqual(["Админ", "exportTable"]);
  });
});
