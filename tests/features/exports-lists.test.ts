import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as clientGroupsFile } from "@/app/api/exports/client-groups/route";
import { POST as clientMonthsFile } from "@/app/api/exports/client-months/route";
import { POST as creditFile } from "@/app/api/exports/credit-lines/route";
import { POST as noticesFile } from "@/app/api/exports/notices/route";
import { POST as partnersFile } from "@/app/api/exports/partners/route";
import { POST as payHoldersFile } from "@/app/api/exports/pay-holders/route";
import { POST as payPlansFile } from "@/app/api/exports/pay-plans/route";
import { POST as comparisonFile } from "@/app/api/exports/plan-comparison/route";
import { POST as plansFile } from "@/app/api/exports/plans/route";
import { POST as groupsFile } from "@/app/api/exports/product-groups/route";
import { POST as progressClientsFile } from "@/app/api/exports/progress-clients/route";
import { POST as progressMonthsFile } from "@/app/api/exports/progress-months/route";
import { POST as ratesFile } from "@/app/api/exports/rates/route";
import { POST as linesFile } from "@/app/api/exports/sale-lines/route";
import { POST as targetHistoryFile } from "@/app/api/exports/target-history/route";
import { POST as targetRowsFile } from "@/app/api/exports/target-rows/route";
import { POST as teamsFile } from "@/app/api/exports/teams/route";
import { loadNotices } from "@/lib/features/notices/queries";
import { noticeFilter } from "@/lib/features/notices/schema";
import { approvePlan, revisePlan, submitPlan } from "@/lib/features/plans/actions";
import { cellsOf } from "@/tests/io/spreadsheet/files";
import { granted, type House } from "./assignments-house";
import { codeOf, entriesOf, linesOf, order, speak } from "./exports-house";
import { fileOf } from "./imports-house";
import { PlanHouse } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: PlanHouse;
let house: House;
let admin: Awaited<ReturnType<House["person"]>>;
let zarya: string;
let tea: string;
let taina: string;
beforeAll(async () => {
  at = await PlanHouse.open();
  house = at.house;
  admin = await house.person("Админ", "admin");
  zarya = await at.client("Z", at.anna, { "2026-01-10": 10_050, "2026-02-10": 20_000 });
  taina = await at.client("T", at.boris, { "2026-01-11": 7_000 });
  tea = await house.row("product_group", { name: "Чай" });
  const product = await house.row("product", { code: "P1", name: "=Чай чёрный", group_id: tea, unit: "кг" });
  const sale = { client_id: zarya, sold_on: "2026-03-10", document: "USD-1", line: "7", source: "growth" };
  await house.row("sale_line", {
    ...{ ...sale, product_id: product, group_id: tea, quantity: "-1.250", currency: "USD", rate: "92.5" },
    ...{ amount: -100, base_amount: -9250 },
  });
});
beforeEach(() => speak("ru"));
afterAll(() => house.close());

const rows = async (response: Promise<Response>) => linesOf(await response);

test("R24 the lines behind a client's figure leave as the address has them and add up to it", async () => {
  const all = await rows(
    order(house, linesFile, at.anna, { query: `client=${zarya}&sort=day&page=4`, columns: ["day", "amount"] }),
  );
  expect(all).toEqual([
    ["День", "Сумма, RUB"],
    ["2026-01-10", "100,50"],
    ["2026-02-10", "200,00"],
    ["2026-03-10", "-92,50"],
  ]);
  const response = await order(house, linesFile, at.anna, { format: "xlsx", query: `client=${zarya}&group=${tea}` });
  const [header, line] = await cellsOf(fileOf(Buffer.from(await response.arrayBuffer()), "lines.xlsx"));
  expect(header).toEqual([
    ...["День", "Документ", "Строка", "Товар", "Группа", "Количество", "Единица"],
    ...["Сумма, RUB", "В своей валюте, USD", "Источник", "Зачёт"],
  ]);
  expect(line?.slice(0, 9)).toEqual([
    ...[{ date: "2026-03-10" }, "USD-1", "7", "=Чай чёрный", "Чай", -1.25, "кг", -92.5, -1],
  ]);
  expect(await codeOf(await order(house, linesFile, at.anna, { query: `client=${taina}` }))).toBe("not-found");
  expect(await codeOf(await order(house, linesFile, at.anna, { query: "" }))).toBe("not-found");
  expect((await entriesOf(house)).at(-1)).toMatchObject({ exported: "saleLines", rows: 1, group: tea });
});

test("R24 two thousand lines of a client leave whole, each once", async () => {
  await house.owner.query(
    `insert into sale_line (tenant_id, client_id, sold_on, document, line, currency, source, amount, base_amount)
     select $1, $2, '2025-05-05', 'M' || n, '1', 'RUB', 'renewal', n, n from generate_series(1, 2000) n`,
    [house.company, taina],
  );
  const lines = await rows(
    order(house, linesFile, at.boris, { query: `client=${taina}&from=2025-05-01&to=2025-06-01` }),
  );
  expect(lines).toHaveLength(2001);
  expect(new Set(lines.map(([, document]) => document)).size).toBe(2001);
  await house.owner.query("delete from sale_line where client_id = $1 and document like 'M%'", [taina]);
});

test("R24 the lines of a person's credit leave for whoever has that figure", async () => {
  for (const [day, amount] of Object.entries({ "2026-04-10": 10_050, "2026-05-10": 20_000 }))
    await house.row("sale_line", {
      ...{ client_id: zarya, sold_on: day, document: `C-${day}`, line: "1", currency: "RUB", source: "renewal" },
      ...{ owner_id: at.anna.member, amount, base_amount: amount },
    });
  const query = `member=${at.anna.member}&client=${zarya}&from=2026-04-01&to=2026-06-01`;
  const lines = await rows(order(house, creditFile, at.lead, { query }));
  expect(lines.slice(1).map(([day, , , , amount, , credited]) => [day, amount, credited])).toEqual([
    ["2026-05-10", "200,00", "200,00"],
    ["2026-04-10", "100,50", "100,50"],
  ]);
  expect(await codeOf(await order(house, creditFile, at.boris, { query }))).toBe("not-found");
  const moved = await house.row("assignment", {
    ...{ client_id: zarya, member_id: at.boris.member, role: "deputy", starts_on: "2026-01-01", share: 0 },
  });
  expect(await rows(order(house, creditFile, at.boris, { query }))).toHaveLength(1);
  await house.owner.query("delete from assignment where id = $1", [moved]);
});

test("R79 product groups and rates leave with what was sold, and to the last digit", async () => {
  await house.row("rate", { currency: "USD", on_day: "2026-03-10", rate: "92.500125" });
  await house.row("rate", { currency: "KZT", on_day: "2026-03-10", rate: "0.17" });
  expect(await rows(order(house, groupsFile, admin))).toEqual([
    ["Название", "Товары", "Продажи за 12 месяцев, RUB", "Последний месяц с продажами", "В архиве"],
    ["Чай", "1", "-92,50", "2026-03", "нет"],
  ]);
  expect(await rows(order(house, ratesFile, admin, { query: "currency=USD" }))).toEqual([
    ["День", "Валюта", "RUB за единицу"],
    ["2026-03-10", "USD", "92,500125"],
  ]);
  expect(await codeOf(await order(house, ratesFile, at.anna))).toBe("forbidden");
});

test("R41 partners leave with those clients alone that the reader sees", async () => {
  const partner = await house.row("partner", { name: "Быстрый путь", kind: "logistics", city: "Тверь" });
  await house.row("partner", { name: "Банк", kind: "bank" });
  for (const client of [zarya, taina])
    await house.row("client_partner", { client_id: client, partner_id: partner, role: "logistics" });
  const header = ["Название", "Чем занимается", "Город", "Люди", "Ваших клиентов", "В архиве"];
  const kind = { query: "kind=logistics" };
  expect(await rows(order(house, partnersFile, at.anna, kind))).toEqual([
    header,
    ["Быстрый путь", "Логистика", "Тверь", "0", "1", "нет"],
  ]);
  expect((await rows(order(house, partnersFile, admin, kind)))[1]?.[4]).toBe("2");
});

test("R85 the plans of a year leave, each reader's own, and two versions beside each other", async () => {
  house.sit(at.anna);
  const first = await at.plan(at.anna, 120_000n);
  granted(await house.send(submitPlan, { versionId: first, version: 1 }));
  house.sit(at.director);
  granted(await house.send(approvePlan, { versionId: first, version: 2 }));
  house.sit(at.anna);
  const second = granted(await house.send(revisePlan, { versionId: first, reason: "Новый договор" })).versionId;
  granted(await at.pin(second, zarya, 0, 50_000n));
  const plans = await rows(order(house, plansFile, at.anna, { query: "year=2027" }));
  expect(plans[0]?.slice(0, 4)).toEqual(["Чей план", "Команды", "На что", "Цифра, RUB"]);
  expect(plans.slice(1)).toEqual([["Анна", "Север", "Портфель", "1200,00", "1", "Черновик", "2", "", "1200,00"]]);
  expect(await rows(order(house, plansFile, at.boris, { query: "year=2027" }))).toHaveLength(1);
  const query = `plan=${second}&with=${first}`;
  const [header, line] = await rows(order(house, comparisonFile, at.anna, { query }));
  expect(header?.slice(0, 6)).toEqual([
    ...["Клиент", "Год, изменение, RUB", "Год, версия 1, RUB", "Год, версия 2, RUB"],
    ...["янв 2027, версия 1, RUB", "янв 2027, версия 2, RUB"],
  ]);
  expect(line?.slice(0, 4)).toEqual(["Клиент Z", "0,00", "1200,00", "1200,00"]);
  expect(line?.[5]).toBe("500,00");
  expect(await codeOf(await order(house, comparisonFile, at.boris, { query }))).toBe("not-found");
});

test("R84 teams leave with everybody's place and an empty team with none", async () => {
  await house.row("team", { name: "Пустая" });
  expect(await rows(order(house, teamsFile, admin, { columns: ["team", "person", "role"] }))).toEqual([
    ["Команда", "Человек", "Кем"],
    ["Пустая", "", ""],
    ["Север", "Лид", "руководит"],
    ["Север", "Анна", "участник"],
    ["Север", "Борис", "участник"],
  ]);
  expect(await codeOf(await order(house, teamsFile, at.lead))).toBe("forbidden");
});

test("R33 the clients behind a count of progress leave whole, and there is no file of no count", async () => {
  const churned = await at.client("Ушла", at.anna, { "2025-02-10": 9_900 });
  const lines = await rows(order(house, progressClientsFile, at.anna, { query: "list=churned" }));
  expect(lines).toEqual([
    ["Клиент", "12 месяцев, RUB", "12 до того, RUB"],
    ["Клиент Ушла", "0,00", "99,00"],
  ]);
  expect(await rows(order(house, progressClientsFile, at.boris, { query: "list=churned" }))).toHaveLength(1);
  expect(await codeOf(await order(house, progressClientsFile, at.anna))).toBe("not-found");
  await house.owner.query("delete from sale_line where client_id = $1", [churned]);
});

test("R3 every notice can be reached, page by page, and all of them leave", async () => {
  await house.owner.query(
    `insert into notice (tenant_id, id, kind, member_id, client_id, detail)
     select $1, gen_random_uuid(), 'inn-taken', $2, $3, jsonb_build_object('inn', '77070838' || n) from generate_series(10, 69) n`,
    [house.company, at.boris.member, zarya],
  );
  house.sit(admin);
  const second = await loadNotices(noticeFilter.parse({ page: "2" }));
  expect([second.total, second.rows.length]).toEqual([60, 10]);
  const lines = await rows(order(house, noticesFile, admin, { columns: ["what", "client", "owner", "inn"] }));
  expect(lines).toHaveLength(61);
  expect(lines[1]?.slice(0, 3)).toEqual(["Борис: введён ИНН чужого клиента", "Клиент Z", "Анна"]);
  expect(await codeOf(await order(house, noticesFile, at.anna))).toBe("forbidden");
});

test("R24 what a client buys by group leaves with both years, and of nobody else's client", async () => {
  const file = await rows(order(house, clientGroupsFile, at.anna, { query: `client=${zarya}` }));
  expect(file[0]).toEqual(["Группа", "12 месяцев, RUB", "12 до них, RUB", "Прирост", "Доля"]);
  const sums = file.slice(1).map(([name, year]) => [name, year]);
  expect(sums).toContainEqual(["Чай", "-92,50"]);
  expect(sums).toHaveLength(2);
  expect(await codeOf(await order(house, clientGroupsFile, at.anna, { query: `client=${taina}` }))).toBe("not-found");
});

test("R93 attainment by month leaves with what was sold and planned in each month", async () => {
  const [head, ...lines] = await rows(order(house, progressMonthsFile, at.anna, { query: "by=client&view=owner" }));
  const january = head?.findIndex((title) => title.startsWith("янв 2026")) ?? -1;
  expect(head?.slice(january, january + 3)).toEqual(["янв 2026: Факт, RUB", "янв 2026: План, RUB", "янв 2026: Вып."]);
  expect(lines.find(([name]) => name?.includes("Z"))?.[january]).toBe("100,50");
});

test("R24 a client's months leave with the year before, the newest first", async () => {
  const [head, first] = await rows(order(house, clientMonthsFile, at.anna, { query: `client=${zarya}` }));
  expect(head).toEqual(["Месяц", "Продажи, RUB", "Годом раньше, RUB", "Прирост"]);
  expect(first?.[0]).toBe("2026-11-01");
  expect(await codeOf(await order(house, clientMonthsFile, at.anna, { query: `client=${taina}` }))).toBe("not-found");
});

test("R42 R34 history and rows of targets and who has which pay plan leave, to whoever may see them", async () => {
  const [revenue] = await house.rows<{ id: string }>(
    "select id::text from measure where tenant_id = $1 and code = 'revenue'",
    [house.company],
  );
  const history = await rows(order(house, targetHistoryFile, at.anna, { query: "span=quarter" }));
  expect(history[0]?.slice(0, 2)).toEqual(["Показатель", "Единица"]);
  expect(history[0]).toHaveLength(2 + 8 * 3);
  expect(history.map(([name]) => name)).toContain("Выручка");
  const lines = await rows(
    order(house, targetRowsFile, at.anna, { query: `subject=client&of=${zarya}&at=2026-01-01&measure=${revenue?.id}` }),
  );
  expect(lines).toEqual([
    ["Месяц", "Выручка, RUB"],
    ["янв 2026", "100,5"],
  ]);
  expect(await codeOf(await order(house, payHoldersFile, at.anna))).toBe("forbidden");
  const director = await house.person("Директор", "director");
  const holders = await rows(order(house, payHoldersFile, director));
  expect(holders.map(([name]) => name)).toContain("Анна");
  expect((await rows(order(house, payPlansFile, director)))[0]?.[0]).toBe("План");
});
