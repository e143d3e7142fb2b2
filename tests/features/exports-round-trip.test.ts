import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/exports/data/route";
import { clientNameKey } from "@/lib/domain/client-name";
import { type KindName, kindNames } from "@/lib/domain/import/kind-names";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import { request } from "@/tests/access/doors/next";
import { channel, contact, tagged } from "./client-house";
import { folder, type ImportHouse, openImports } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let here: ImportHouse;

async function exported(kind: KindName, format: "csv" | "xlsx"): Promise<Buffer> {
  here.house.sit(here.admin);
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ company: here.house.company, format, query: `kind=${kind}` });
  const response = await POST(new Request("http://grange.test/api/exports/data", { method: "POST", headers, body }));
  expect(response.headers.get("content-type"), await response.clone().text()).not.toMatch(/json/);
  return Buffer.from(await response.arrayBuffer());
}

beforeAll(async () => {
  here = await openImports();
  const { house } = here;
  const kam = await house.person("Ирина Климова", "kam", "lead");
  const second = await house.person("=Опасный Пётр", "specialist");
  const gone = await house.person("Ушедшая", "kam");
  await house.owner.query(
    "update member set left_on = '2026-01-01', code = '007', job_title = 'менеджер', phone = '8 916' where id = $1",
    [gone.member],
  );
  const ural = await house.row("region", { name: "Урал" });
  const food = await house.row("industry", { name: "Еда; напитки" });
  const named = (name: string) => ({ name_key: clientNameKey(name) });
  const head = await house.client('Холдинг "Север"', kam, {
    ...named('Холдинг "Север"'),
    code: "0001",
    legal_name: "ООО «Холдинг»",
  });
  const zarya = await house.client("-Заря", null, {
    ...named("-Заря"),
    code: "К-2",
    kind: "entrepreneur",
    inn: "500100732259",
    ogrn: "304500116000157",
    parent_id: head,
    region_id: ural,
    industry_id: food,
    city: "Пермь",
    website: "https://zarya.example/a?b=1;2",
    tier: "B",
    since: "2019-06-24",
    note: 'Первая строка\nвторая; «кавычки» "и" запятая, вот',
  });
  await house.assign(zarya, kam, { share: 66.67 });
  for (const name of ["vip", "=важный"]) await tagged(house, zarya, await house.row("tag", { name }));
  await house.client("Архивная", kam, { code: "900", archived_at: "2026-01-01", inn: "7707083893" });
  const irina = await contact(house, zarya, "Ирина Власова", {
    job_title: "директор",
    birthday: "1980-03-05",
    note: "=нет\nда",
  });
  await channel(house, zarya, irina, "phone", "8 (912) 000-00-01, доб. 5", "+79120000001");
  await channel(house, zarya, irina, "phone", "+7 912 000-00-02", "+79120000002");
  await channel(house, zarya, irina, "email", "Irina@Zarya.Example", "irina@zarya.example");
  await channel(house, zarya, irina, "other", "skype: irina, вечером", "skype: irina, вечером");
  await channel(house, zarya, irina, "telegram", "@irina", "irina");
  await contact(house, zarya, "Без Всего", { birthday: "1604-02-29" });
  await house.assign(zarya, second, {
    role: "specialist",
    share: 33.33,
    starts_on: "2026-01-01",
    ends_on: "2027-01-01",
    reason: "@помощь",
  });
  const group = await house.row("product_group", { name: "Крепёж" });
  const bolt = await house.row("product", { code: "00012", name: "Болт М8×30, цинк", group_id: group, unit: "шт" });
  const nut = await house.row("product", { code: "N-1", name: "+Гайка" });
  for (const [day, rate] of [
    ["2026-01-10", "91.12345678"],
    ["2026-01-11", "0.5"],
  ])
    await house.row("rate", { currency: "USD", on_day: day, rate });
  await house.row("contract", {
    client_id: zarya,
    number: "007/1",
    status: "signed",
    signed_on: "2025-01-01",
    ends_on: "2026-12-31",
    amount: 1234567,
    currency: "RUB",
    note: "с\nприложением",
  });
  await house.row("contract", { client_id: zarya, number: "2", amount: 5000, currency: "JPY" });
  await house.row("contract", { client_id: head, number: "2" });
  const figures = async (columns: Record<string, unknown>, parts: [string, number, number][]) => {
    const plan = await house.row("plan", { member_id: kam.member, starts_on: "2026-01-01", ...columns });
    const figure = parts.reduce((sum, [, , amount]) => sum + amount, 0);
    const version_id = await house.row("plan_version", { plan_id: plan, member_id: kam.member, number: 1, figure });
    for (const [starts_on, months, amount] of parts)
      await house.row("plan_figure", { version_id, member_id: kam.member, starts_on, months, amount });
  };
  await figures({ kind: "team" }, [["2026-01-01", 12, 900000001]]);
  await figures({ kind: "book", starts_on: "2027-01-01" }, [
    ["2027-01-01", 3, 100],
    ["2027-10-01", 3, -5],
  ]);
  await figures({ kind: "book", starts_on: "2025-01-01" }, [["2025-02-01", 1, 0]]);
  const book = await house.row("plan", { member_id: kam.member, kind: "book", starts_on: "2026-01-01" });
  await house.owner.query("begin");
  const version_id = await house.row("plan_version", { plan_id: book, member_id: kam.member, number: 1, figure: 78 });
  for (let month = 1; month <= 12; month++)
    await house.owner.query(
      "insert into plan_cell (tenant_id, version_id, client_id, card_id, month, amount, pinned) values ($1, $2, $3, $3, make_date(2026, $4, 1), $4, $4 % 5 = 0)",
      [house.company, version_id, zarya, month],
    );
  await house.owner.query("commit");
  const [money] = await house.rows<{ id: string }>(
    "select id::text from measure where tenant_id = $1 and code = 'revenue'",
    [house.company],
  );
  const share = await house.row("measure", {
    ...{ code: "own_share", name_ru: "Доля, %", name_en: "Share, %", kind: "entered", unit: "percent" },
    gathering: "last",
  });
  const team = await house.row("team", { name: '="Юг"; команда' });
  const target = { what: "target", starts_on: "2026-01-01", months: 1, measure_id: money?.id };
  await house.row("member_figure", { ...target, member_id: kam.member, amount: 1234567, weight: 3333 });
  await house.row("team_figure", { ...target, team_id: team, amount: -100, months: 3, starts_on: "2026-10-01" });
  await house.row("client_figure", { ...target, client_id: zarya, measure_id: share, amount: 8505, months: 12 });
  const sale = (line: Record<string, unknown>) =>
    house.row("sale_line", {
      client_id: zarya,
      sold_on: "2026-01-10",
      currency: "RUB",
      amount: 100,
      base_amount: 100,
      source: "new",
      owner_id: kam.member,
      ...line,
    });
  await sale({
    document: "00-1",
    line: "1",
    product_id: bolt,
    group_id: group,
    quantity: 2.5,
    amount: 250050,
    base_amount: 250050,
    cost: 199901,
  });
  await sale({ document: "00-1", line: "N-1#1", product_id: nut, amount: -1, base_amount: -1, seller_id: kam.member });
  await sale({
    document: "А,2",
    line: "1",
    currency: "USD",
    amount: 10101,
    rate: 91.12345678,
    base_amount: 920438,
    cost: 45561728,
  });
  await sale({
    document: "J",
    line: "1",
    currency: "JPY",
    amount: 333,
    rate: 0.61234567,
    base_amount: 20391,
    cost: 12247,
  });
});
afterAll(() => here.house.close());

describe.each(["ru", "en"] as const)("in %s", (locale) => {
  it.each(kindNames.flatMap((kind) => (["csv", "xlsx"] as const).map((format) => [kind, format] as const)))(
    "R46 an export of %s as %s comes in again as an update without a change, and goes out byte-equal",
    async (kind, format) => {
      request.cookies.set(LOCALE_COOKIE, locale);
      const first = await exported(kind, format);
      const path = join(folder, `${kind}-${locale}.${format}`);
      writeFileSync(path, first);
      const { status, error, result } = await here.load({ kind, path, options: { update: true } });
      expect({ status, error, result }).toMatchObject({ status: "done", error: null });
      expect(result).toMatchObject({ create: 0, update: 0, faulty: 0, skipped: 0 });
      expect(result?.same).toBeGreaterThan(0);
      expect((await exported(kind, format)).equals(first)).toBe(true);
    },
  );
});

it.each([
  [
    "clients",
    "update client set city = 'Уфа', tier = 'C', name = 'Иная', note = 'стёрто' where tenant_id = $1 and code = 'К-2'",
  ],
  ["contacts", "update contact set job_title = 'никто' where tenant_id = $1 and job_title is not null"],
  ["products", "update product set name = name || '!', unit = null where tenant_id = $1"],
  ["rates", "update rate set rate = 1 where tenant_id = $1"],
  ["contracts", "update contract set amount = amount + 1, note = 'иное' where tenant_id = $1 and note is not null"],
  [
    "assignments",
    "update assignment set reason = 'иное', ends_on = '2026-12-31' where tenant_id = $1 and role = 'specialist'",
  ],
  [
    "plans",
    "with c as (update plan_cell set amount = amount + 7, pinned = not pinned where tenant_id = $1 and extract(month from month) in (5, 6)) update plan_version set figure = figure + 14 where tenant_id = $1 and cells > 0",
  ],
  [
    "targets",
    "with t as (update team_figure set amount = 7 where tenant_id = $1) update member_figure set amount = amount + 1, weight = 1 where tenant_id = $1",
  ],
  ["figures", "update plan_figure set amount = amount + 1 where tenant_id = $1 and months <> 12"],
  ["members", "update member set job_title = 'иное' where tenant_id = $1 and code = '007'"],
  [
    "sales",
    "update sale_line set amount = amount + 7, base_amount = base_amount + 7, quantity = 9 where tenant_id = $1",
  ],
] as const)("R46 what was changed after an export of %s is put back by it", async (kind, change) => {
  request.cookies.set(LOCALE_COOKIE, "ru");
  const first = await exported(kind, "csv");
  await here.house.owner.query(change, [here.house.company]);
  expect((await exported(kind, "csv")).equals(first)).toBe(false);
  const path = join(folder, `${kind}-back.csv`);
  writeFileSync(path, first);
  const { result } = await here.load({ kind, path, options: { update: true } });
  expect(result).toMatchObject({ create: 0, faulty: 0 });
  expect((await exported(kind, "csv")).toString()).toBe(first.toString());
});

it("R46 a text that a form took and an import would tidy goes out tidied, twice the same", async () => {
  request.cookies.set(LOCALE_COOKIE, "ru");
  await here.house.owner.query("update client set note = $2 where tenant_id = $1 and code = '0001'", [
    here.house.company,
    " два  пробела\tи\u00a0табуляция \r\n\u200bконец",
  ]);
  const first = await exported("clients", "csv");
  expect(first.toString()).toContain('"два пробела и табуляция\nконец"');
  const path = join(folder, "untidy.csv");
  writeFileSync(path, first);
  const { result } = await here.load({ kind: "clients", path, options: { update: true } });
  expect(result).toMatchObject({ create: 0, update: 1, faulty: 0 });
  expect((await exported("clients", "csv")).equals(first)).toBe(true);
});
