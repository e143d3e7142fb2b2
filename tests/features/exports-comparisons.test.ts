import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as lossFile } from "@/app/api/exports/pay-loss/route";
import { POST as behindFile } from "@/app/api/exports/progress-behind/route";
import { POST as moversFile } from "@/app/api/exports/progress-movers/route";
import { POST as yearFile } from "@/app/api/exports/progress-year/route";
import { POST as simulationFile } from "@/app/api/exports/simulation/route";
import { simulatePayPlan } from "@/lib/features/pay/actions";
import { loadPayLoss } from "@/lib/features/pay/queries/client-loss";
import { loadProgress } from "@/lib/features/progress/queries";
import { progressFilter } from "@/lib/features/progress/schema";
import { cellsOf } from "@/tests/io/spreadsheet/files";
import { granted, type House, type Person } from "./assignments-house";
import { codeOf, entriesOf, linesOf, order, speak } from "./exports-house";
import { fileOf } from "./imports-house";
import { payPlan, quotas, tiers } from "./pay-house";
import { ProgressHouse } from "./progress-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

// Today is Monday 23 November 2026: what moved is told since Monday the 16th.
let house: House;
let anna: Person;
let boris: Person;
let lead: Person;
let director: Person;
const clients: string[] = [];
beforeAll(async () => {
  const at = await ProgressHouse.open();
  house = at.house;
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  lead = await house.person("Лид", "lead");
  director = await house.person("Дана", "director");
  await house.team("Север", lead, anna);
  // Seven who bought since Monday: more than a card shows.
  for (let n = 1; n <= 7; n++) {
    const id = await house.client(`Клиент ${n}`, anna);
    clients.push(id);
    await at.sell(id, "2026-11-17", n * 10_050);
  }
  await at.sell(clients[0] ?? "", "2026-07-10", 9_000_000);
  await at.sell(clients[1] ?? "", "2026-07-12", 2_000_000);
  await at.sell(await house.client("Чужой", boris), "2026-11-17", 777);
  const plan = await at.plan(anna, "book", "2026-01-01", 0);
  for (const id of clients.slice(1)) await at.cell(plan, anna, id, "2026-10-01", 3_000_000);
  await payPlan(house, anna, tiers("marginal"));
  await quotas(house, anna, clients[0] ?? "");
});
beforeEach(() => speak("ru"));
afterAll(() => house.close());

const rows = async (response: Promise<Response>) => linesOf(await response);

test("R93 everybody who bought since Monday leaves, not only the five of the card", async () => {
  house.sit(anna);
  const card = (await loadProgress(progressFilter.parse({}))).movers;
  expect([card?.clients.length, card?.bought]).toEqual([5, 7]);
  const lines = await rows(order(house, moversFile, anna));
  expect(lines[0]?.slice(0, 4)).toEqual(["Клиент", "Что", "Продажи, RUB", "Строк продаж"]);
  expect(lines.slice(1).map((line) => line.slice(0, 4))).toEqual(
    [7, 6, 5, 4, 3, 2, 1].map((n) => [`Клиент ${n}`, "Купили", `${(n * 100.5).toFixed(2).replace(".", ",")}`, "1"]),
  );
  expect(await rows(order(house, moversFile, anna, { query: "since=2026-11-18" }))).toHaveLength(1);
  expect((await rows(order(house, moversFile, boris))).slice(1).map(([name]) => name)).toEqual(["Чужой"]);
});

test("R93 who pulls down leaves with every client that makes it and why", async () => {
  house.sit(lead);
  const screen = await loadProgress(progressFilter.parse({ by: "manager" }));
  expect(screen.behind[0]?.clients).toHaveLength(3);
  const [head, ...lines] = await rows(order(house, behindFile, lead, { query: "by=manager" }));
  expect(head?.slice(0, 4)).toEqual(["Менеджер", "Отклонение человека, RUB", "Клиент", "Факт минус план на дату, RUB"]);
  const sum = (text: string | undefined) => BigInt((text ?? "").replace(",", ""));
  expect(new Set(lines.map(([name, deviation]) => `${name} ${sum(deviation)}`))).toEqual(
    new Set([`Анна ${screen.behind[0]?.deviation}`]),
  );
  const told = lines.map((line) => [line[2], sum(line[3])]);
  expect(told.length).toBeGreaterThan(3);
  expect(told.slice(0, 3)).toEqual(screen.behind[0]?.clients.map(({ label, deviation }) => [label, deviation]));
  expect(lines[0]?.[4]).toBe("Касаний не было");
  expect((await rows(order(house, behindFile, boris))).slice(1)).toEqual([]);
});

test("R93 the line of the year leaves as numbers, added up, and nothing for months ahead", async () => {
  const response = await order(house, yearFile, anna, { format: "xlsx", query: "period=2026" });
  const [head, ...lines] = await cellsOf(fileOf(Buffer.from(await response.arrayBuffer()), "year.xlsx"));
  expect(head).toEqual(["Месяц", "План, RUB", "Факт, RUB", "План с начала, RUB", "Факт с начала, RUB"]);
  expect(lines).toHaveLength(12);
  const bought = 11_000_000 + 28 * 10_050;
  expect(lines[10]?.at(-1)).toBe(bought / 100);
  expect(lines[9]?.[4]).toBe(110_000);
  expect(lines[11]).toHaveLength(4);
});

test("R24 what losing a client takes from the pay leaves to whoever sees that pay", async () => {
  const query = `lose=${clients[1]}`;
  house.sit(lead);
  const told = (await loadPayLoss(clients[1] ?? ""))?.people[0];
  const money = (minor: bigint) => (Number(minor) / 100).toFixed(2).replace(".", ",");
  expect(await rows(order(house, lossFile, lead, { query }))).toEqual([
    ["Кто", "Выплаты, RUB", "Без этого клиента, RUB", "Разница, RUB"],
    [
      ...["Анна", money(told?.paid ?? 0n), money(told?.without ?? 0n)],
      money((told?.without ?? 0n) - (told?.paid ?? 0n)),
    ],
  ]);
  expect(told?.paid).not.toBe(told?.without);
  expect(await codeOf(await order(house, lossFile, boris, { query }))).toBe("not-found");
  expect(await codeOf(await order(house, lossFile, lead, { query: "lose=all" }))).toBe("not-found");
});

test("R34 terms tried on the last year leave as they were on the screen, and broken ones leave nothing", async () => {
  const common = { threshold: null, accelerators: [], cap: null };
  const component = { kind: "rate" as const, id: "r", on: "revenue" as const, source: null, rate: 1000, ...common };
  const terms = { base: "0", cap: null, components: [component] };
  house.sit(director);
  const tried = granted(await house.send(simulatePayPlan, { planId: "", terms, months: 1, who: "all" }));
  const also = { plan: "", terms: JSON.stringify(terms), months: "1", who: "all" };
  const query = new URLSearchParams(also).toString();
  const response = await order(house, simulationFile, director, { format: "xlsx", query });
  const [head, ...lines] = await cellsOf(fileOf(Buffer.from(await response.arrayBuffer()), "trial.xlsx"));
  expect(head).toEqual(["Кто", "Было, RUB", "По этим условиям, RUB", "Разница, RUB", "Разница, %"]);
  const had = tried.people.find(({ name }) => name === "Анна");
  const [before, after] = [Number(had?.before), Number(had?.after)];
  expect(after).toBeGreaterThan(before);
  const anna = lines.find(([name]) => name === "Анна");
  expect(anna?.slice(0, 4)).toEqual(["Анна", before / 100, after / 100, (after - before) / 100]);
  expect(anna?.[4]).toEqual({ percent: Number(((after - before) / before).toFixed(4)) });
  // Who had no plan then has nothing to compare with.
  expect(lines.find(([name]) => name === "Борис")?.[1]).toBeNull();
  expect((await entriesOf(house)).at(-1)).toMatchObject({ exported: "simulation", rows: 3, who: "all" });
  for (const broken of ["", "months=1&who=all&plan=&terms={", query.replace("months=1", "months=2")])
    expect(await codeOf(await order(house, simulationFile, director, { query: broken }))).toBe("invalid");
  expect(await codeOf(await order(house, simulationFile, lead, { query }))).toBe("forbidden");
});
