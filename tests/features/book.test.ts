import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listMatchingClients } from "@/lib/features/book/actions";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter, searchParamsOf } from "@/lib/features/book/schema";
import { granted, House, type Person } from "./client-house";

let house: House;
let anna: Person;
let boris: Person;
let lead: Person;
let admin: Person;

const open = (query = "") => loadBook(bookFilter.parse(searchParamsOf(query)));

beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  lead = await house.person("Лид", "lead");
  admin = await house.person("Админ", "admin");
  const team = await house.row("team", { name: "Север" });
  await house.row("team_member", { team_id: team, member_id: lead.member, role: "lead", starts_on: "2020-01-01" });
  await house.row("team_member", { team_id: team, member_id: anna.member, role: "member", starts_on: "2020-01-01" });
  const food = await house.row("industry", { name: "Еда" });
  const machines = await house.row("industry", { name: "Станки" });
  const ural = await house.row("region", { name: "Урал", zone: "Asia/Yekaterinburg" });
  const tag = await house.row("tag", { name: "vip" });
  const secret = await house.row("tag", { name: "секрет Бориса" });
  const zarya = await house.client("Заря", anna, {
    tier: "A",
    industry_id: food,
    region_id: ural,
    since: "2019-06-10",
  });
  await house.client("Ёлка", anna, { tier: "B", work_mode: "reactive", zone: "Asia/Irkutsk", since: "2026-02-01" });
  await house.client("Егоров", anna, { tier: "B", kind: "person" });
  const theirs = await house.client("Тайна", boris, { tier: "C", industry_id: machines });
  await house.client("Ничья", null);
  await house.client("Старая", anna, { archived_at: "2026-01-01" });
  await house.row("client_tag", { client_id: zarya, tag_id: tag }).catch(() => undefined);
  const link = "insert into client_tag (tenant_id, client_id, tag_id) values ($1, $2, $3)";
  await house.owner.query(link, [house.company, zarya, tag]);
  await house.owner.query(link, [house.company, theirs, secret]);
  const irina = await house.contact(zarya, "Ирина Власова", { is_key: true, job_title: "директор" });
  await house.row("contact_channel", {
    client_id: zarya,
    contact_id: irina,
    kind: "phone",
    value: "8 912 000-00-01",
    value_key: "+79120000001",
  });
  await house.contact(zarya, "Пётр Гай");
  await house.contact(theirs, "Чужой Человек", { is_key: true });
  await house.assign(zarya, boris, { role: "deputy", starts_on: "2026-11-01", ends_on: "2026-12-01" });
});
afterAll(() => house.close());

describe("R84 a KAM's book", () => {
  test("R84 lists the own clients and those where they stand in, and no other", async () => {
    house.sit(anna);
    expect((await open()).rows.map(({ name }) => name)).toEqual(["Заря", "Егоров", "Ёлка"]);
    house.sit(boris);
    expect((await open("group=none")).rows.map(({ name }) => name)).toEqual(["Заря", "Тайна"]);
  });
  test("x", async () => {
    house.sit(anna);
    console.log(JSON.stringify(await open(), null, 1));
    console.log(granted(await house.send(listMatchingClients, { query: "tier=B" })));
    house.sit(admin);
    console.log((await open("sort=-name")).rows.map((r) => r.name));
  });
});
