import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { addDays } from "@/lib/domain/calendar-date";
import { updateClient } from "@/lib/features/clients/actions";
import { loadClientTimeline } from "@/lib/features/clients/queries/client-timeline";
import { pagingBy } from "@/lib/features/timeline/paging";
import type { TimelineFilter } from "@/lib/features/timeline/queries";
import { timelineFilter } from "@/lib/features/timeline/schema";
import { timelineSources } from "@/lib/features/timeline/sources";
import { testDatabase } from "@/tests/support/database-setup";
import { granted, House, type Person, TODAY } from "./assignments-house";
import { emptyClient } from "./client-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let client: string;
/** With ordinary spaces. */
const plain = (text: string) => text.replace(/\s/g, " ");

type Kind = TimelineFilter["kind"];
const page = (of: string, kind: Kind = null, before: string | null = null, locale: "en" | "ru" = "en") =>
  loadClientTimeline(of, timelineFilter.parse({ kind, before: before ?? undefined }), locale);

/** All pages of a story, one after the other, as a reader who never stops would see them. */
async function wholeStory(of: string, kind: Kind = null): Promise<string[]> {
  const keys: string[] = [];
  for (let before: string | null = null, first = true; first || before; first = false) {
    const { story } = await page(of, kind, before);
    keys.push(...story.past.map(({ key }) => key));
    before = story.next;
  }
  return keys;
}

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Anna", "kam");
  boris = await house.person("Boris", "kam");
  client = await house.client("Zarya", anna, { since: "2019-06-01", tier: "B" });
  const sale = (document: string, sold_on: string, amount: number) =>
    house.row("sale_line", {
      client_id: client,
      sold_on,
      document,
      line: "1",
      currency: "RUB",
      amount,
      base_amount: amount,
      owner_id: anna.member,
      source: "renewal",
    });
  await sale("99", "2025-09-20", 40_000_00);
  await sale("100", "2025-10-10", 100_000_00);
  await sale("200", "2026-10-05", 50_000_00);
  await sale("201", "2026-10-20", 12_000_00);
  await sale("202", "2026-10-25", -2_000_00);
  await house.row("contract", {
    client_id: client,
    number: "118",
    status: "signed",
    signed_on: "2026-02-01",
    ends_on: "2026-12-31",
    amount: 5_000_000_00,
    currency: "RUB",
  });
});
afterAll(() => house.close());

describe("R92 the merged story of a client", () => {
  test("tells sales by month against the year before, returns, contracts, who works, in one order", async () => {
    house.sit(anna);
    const { story } = await page(client);
    expect(story.ahead.map(({ title, badge }) => plain(`${title}, ${badge?.text}`))).toEqual([
      "Contract 118 ends, in 5 weeks",
    ]);
    expect(story.past.map(({ day, title, text }) => plain([day, title, text ?? ""].join(" | ")))).toEqual([
      "2026-10-31 | Sales ₽60K | 2 shipments · −40% on 2025",
      "2026-10-25 | Return ₽2K | ",
      "2026-02-01 | Contract 118 signed | ₽5.0M · until Dec 31, 2026",
      "2025-10-31 | Sales ₽100K | 1 shipment",
      "2025-09-30 | Sales ₽40K | 1 shipment",
      "2020-01-01 | Now responsible | Anna",
      "2019-06-01 | The relationship began | ",
    ]);
  });

  test("a month of another year says which", async () => {
    house.sit(anna);
    const { story } = await page(client, "sales");
    expect(story.past.flatMap(({ month }) => month ?? []).map(plain)).toEqual(["Oct", "Oct 2025", "Sep 2025"]);
  });

  test("shows the kind that the address names, and everything for a broken address", async () => {
    house.sit(anna);
    const { story } = await page(client, "documents");
    expect(story.past.map(({ source }) => source)).toEqual(["contracts"]);
    expect(timelineFilter.parse({ kind: "nonsense", before: "2026~x" })).toEqual({ kind: null, before: null });
  });

  test("tells an edit of the card in words, in the reader's language, and never what a note says", async () => {
    house.sit(anna);
    const form = { ...emptyClient, name: "Zarya", parentId: "", since: "2019-06-01" };
    granted(await house.send(updateClient, { ...form, tier: "A", id: client, version: 1 }));
    granted(await house.send(updateClient, { ...form, tier: "A", note: "secret words", id: client, version: 2 }));
    // The trail has the database's clock, which no frozen day holds, and the story ends at the frozen one.
    await house.rows("update audit_entry set at = $2 where tenant_id = $1", [
      house.company,
      `${addDays(TODAY, -1)}T09:00Z`,
    ]);
    const { story } = await page(client, "card");
    expect(story.past.map(({ title, text, tail }) => [title, text, tail])).toEqual([
      ["Card changed", "note", "Anna"],
      ["Card changed", "tier: B → A", "Anna"],
    ]);
    const russian = await page(client, "card", null, "ru");
    expect(russian.story.past[1]).toMatchObject({ title: "Карточка изменена", text: "категория: B → A" });
  });

  test("tells which card went into this one and whether it came out again", async () => {
    const own = await house.client("Twin", anna);
    const winner_id = await house.row("contact", { client_id: own, name: "Ira Vlasova" });
    const people = { kind: "contact", winner_id, loser_id: randomUUID(), loser_name: "I. Vlasova" };
    const card = { kind: "client", winner_id: own, loser_id: randomUUID(), loser_name: "Twin Ltd" };
    const about = { client_id: own, moved: "[]", filled: "{}", created_by: anna.member };
    await house.row("merge", { ...about, ...people, created_at: "2026-11-03T09:00:00Z" });
    await house.row("merge", {
      ...about,
      ...card,
      created_at: "2026-11-04T09:00:00Z",
      undone_at: "2026-11-05T09:00:00Z",
    });
    house.sit(anna);
    const { story } = await page(own, "card");
    const told = story.past.filter(({ source }) => source !== "edits");
    expect(told.map(({ title, text, tail, badge }) => [title, text, tail, badge?.text])).toEqual([
      ["Another card went into this one", "Twin Ltd", "Anna", "undone"],
      ["Two entries of one person", "I. Vlasova → Ira Vlasova", "Anna", undefined],
    ]);
  });

  test("R84 of a client out of reach is not found, whatever the kind", async () => {
    house.sit(boris);
    for (const kind of [null, "card", "sales"] as const) await expect(page(client, kind)).rejects.toThrow();
  });

  test("pages through entries of one moment without losing or repeating one", async () => {
    const own = await house.client("Busy", anna);
    await house.rows(
      `insert into touch (tenant_id, client_id, kind, happened_at, on_day, subject, author_id)
       select $1, $2, case when n % 3 = 0 then 'note' else 'call' end, '2026-05-05T09:00:00Z', '2026-05-05', n::text, $3 from generate_series(1, 230) n`,
      [house.company, own, anna.member],
    );
    house.sit(anna);
    const keys = await wholeStory(own);
    expect(keys).toHaveLength(231);
    expect(new Set(keys).size).toBe(231);
    expect(await wholeStory(own, "notes")).toHaveLength(76);
  });
});

describe("R92 a client of 10,000 entries", () => {
  type Node = {
    "Node Type": string;
    "Relation Name"?: string;
    Plans?: Node[];
    "Shared Hit Blocks": number;
    "Shared Read Blocks": number;
  };
  const below = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(below)];

  test("pages by indexes: no sequential scan, and the last page costs no more than the first", async () => {
    const own = await house.client("Huge", anna, { tier: "A" });
    await house.rows(
      `insert into touch (tenant_id, client_id, kind, happened_at, on_day, subject, author_id)
       select $1, $2, case when n % 4 = 0 then 'note' else 'call' end, '2026-11-22'::timestamptz - n * interval '2 hours', ('2026-11-22'::timestamptz - n * interval '2 hours')::date, n::text, $3
       from generate_series(1, 9000) n`,
      [house.company, own, anna.member],
    );
    await house.rows(
      `insert into promise (tenant_id, client_id, side, text, due_on, status, closed_on, owner_id)
       select $1, $2, 'ours', n::text, '2026-11-22'::date - n, 'kept', '2026-11-22'::date - n, $3 from generate_series(1, 1000) n`,
      [house.company, own, anna.member],
    );
    await house.rows("analyze touch, promise, touch_contact, client, assignment", []);
    house.sit(anna);
    const { story } = await page(own);
    expect(story.past).toHaveLength(50);
    expect(story.next).not.toBeNull();

    // Each source alone, as the page asks it, in the context of a door.
    const app = new pg.Client({ connectionString: testDatabase().appUrl });
    await app.connect();
    const buffersAt = async (source: string, until: string) => {
      const text = timelineSources[source]?.past(pagingBy("$6::text")) ?? "";
      await app.query("begin");
      await app.query(
        `select set_config('app.tenant', $1, true), set_config('app.member', $2, true), set_config('app.today', '2026-11-23', true),
         set_config('app.ability', 'client:read', true), set_config('role', app.role_name('reach_few'), true)`,
        [house.company, anna.member],
      );
      const { rows } = await app.query(
        `explain (analyze, buffers, timing off, format json) select x.*, $3::text, $4::date from (${text}) x`,
        [own, until, "UTC", "2026-11-23", 51, "~"],
      );
      await app.query("rollback");
      const plan: Node = rows[0]["QUERY PLAN"][0].Plan;
      const scanned = below(plan).flatMap((node) =>
        node["Node Type"] === "Seq Scan" ? [String(node["Relation Name"])] : [],
      );
      return { scanned, blocks: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] };
    };
    for (const source of ["talks", "notes", "promises"]) {
      const first = await buffersAt(source, "2026-11-23T00:00:00.000000Z");
      const late = await buffersAt(source, "2024-12-01T00:00:00.000000Z");
      expect(first.scanned).not.toContain("touch");
      expect(first.scanned).not.toContain("promise");
      expect(first.blocks).toBeLessThan(1500);
      expect(late.blocks).toBeLessThan(1500);
    }
    await app.end();
  });
});
