import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as mergesFile } from "@/app/api/exports/client-merges/route";
import { POST as sourcesFile } from "@/app/api/exports/client-sources/route";
import { POST as partnerClientsFile } from "@/app/api/exports/partner-clients/route";
import { POST as partnerPeopleFile } from "@/app/api/exports/partner-people/route";
import { POST as payHistoryFile } from "@/app/api/exports/pay-history/route";
import { POST as versionsFile } from "@/app/api/exports/plan-versions/route";
import { POST as ordersFile } from "@/app/api/exports/recent-orders/route";
import { POST as todayFile } from "@/app/api/exports/today/route";
import { POST as datesFile } from "@/app/api/exports/today-dates/route";
import { POST as promisesFile } from "@/app/api/exports/today-promises/route";
import { POST as upcomingFile } from "@/app/api/exports/upcoming/route";
import { mergeClients } from "@/lib/features/merges/actions";
import { approvePlan, revisePlan, submitPlan } from "@/lib/features/plans/actions";
import { loadToday } from "@/lib/features/today/queries";
import { granted, type House, type Person } from "./assignments-house";
import { contact } from "./client-house";
import { codeOf, linesOf, order, speak } from "./exports-house";
import { PlanHouse } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

// Today is 23 November 2026.
let at: PlanHouse;
let house: House;
let admin: Person;
const clients: string[] = [];
beforeAll(async () => {
  at = await PlanHouse.open();
  house = at.house;
  admin = await house.person("Админ", "admin");
  // More than the screen of the day shows, each with a promise of ours that is late.
  for (let n = 1; n <= 43; n++) {
    const id = await at.client(String(n).padStart(2, "0"), at.anna, n === 1 ? { "2026-01-10": 10_050 } : {});
    clients.push(id);
    const promise = { client_id: id, side: "ours", text: `прайс ${n}`, due_on: "2026-11-20", owner_id: at.anna.member };
    await house.row("promise", promise);
  }
  await contact(house, clients[0] ?? "", "Ирина", { birthday: "1980-11-25" });
});
beforeEach(() => speak("ru"));
afterAll(() => house.close());

const rows = async (response: Promise<Response>) => linesOf(await response);

test("R86 the list of the day leaves whole and in its order, with every reason in the words of the screen", async () => {
  house.sit(at.anna);
  const screen = await loadToday();
  expect([screen.rows.length, screen.total]).toEqual([40, 43]);
  const [head, ...lines] = await rows(order(house, todayFile, at.anna));
  expect(head?.slice(0, 4)).toEqual(["Клиент", "Категория", "Город", "Почему"]);
  expect(lines).toHaveLength(43);
  expect(lines.slice(0, 40).map(([name]) => name)).toEqual(screen.rows.map(({ name }) => name));
  expect(lines[0]?.[3]).toContain("просрочено на 3 дня");
  expect(await rows(order(house, todayFile, at.boris))).toHaveLength(1);
});

test("R26 R45 the promises and the birthdays of the week leave, to whoever looks after the client", async () => {
  const promises = await rows(order(house, promisesFile, at.anna));
  expect(promises).toHaveLength(44);
  expect(promises[1]).toEqual(["Клиент 01", "Наше", "прайс 1", "2026-11-20", "3", "", "Анна"]);
  expect(await rows(order(house, datesFile, at.anna))).toEqual([
    ["День", "Контакт", "Клиент"],
    ["2026-11-25", "Ирина", "Клиент 01"],
  ]);
  expect(await rows(order(house, datesFile, at.boris))).toHaveLength(1);
});

test("R41 the people of a partner leave, and those of its clients that the reader sees", async () => {
  const partner = await house.row("partner", { name: "Быстрый путь", kind: "logistics" });
  await house.row("partner_person", { partner_id: partner, name: "Пётр", job_title: "диспетчер" });
  await house.row("client_partner", { client_id: clients[0], partner_id: partner, role: "logistics" });
  const query = `partner=${partner}`;
  expect((await rows(order(house, partnerPeopleFile, at.anna, { query })))[1]?.slice(0, 2)).toEqual([
    ...["Пётр", "диспетчер"],
  ]);
  expect((await rows(order(house, partnerClientsFile, at.anna, { query }))).slice(1)).toEqual([
    ["Клиент 01", "Логистика"],
  ]);
  expect(await rows(order(house, partnerClientsFile, at.boris, { query }))).toHaveLength(1);
  expect(await codeOf(await order(house, partnerPeopleFile, at.anna))).toBe("not-found");
});

test("R54 what was merged into a client leaves, and R79 where its sales come from", async () => {
  const loser = await house.client("Двойник", at.anna);
  house.sit(admin);
  granted(await house.send(mergeClients, { winnerId: clients[1] ?? "", loserId: loser }));
  const [head, merge] = await rows(order(house, mergesFile, at.anna, { query: `client=${clients[1]}` }));
  expect(head?.slice(1, 4)).toEqual(["Что", "Что объединено", "Кто"]);
  expect(merge?.slice(1, 4)).toEqual(["Клиент", "Двойник", "Админ"]);
  expect(await codeOf(await order(house, mergesFile, at.boris, { query: `client=${clients[1]}` }))).toBe("not-found");
  const sources = await rows(order(house, sourcesFile, at.anna, { query: `client=${clients[0]}` }));
  expect(sources).toContainEqual(["Повторные", "100,50", "100%"]);
});

test("R85 every version of a plan leaves with who drew it up, who approved it and why", async () => {
  house.sit(at.anna);
  const first = await at.plan(at.anna, 120_000n);
  granted(await house.send(submitPlan, { versionId: first, version: 1 }));
  house.sit(at.director);
  granted(await house.send(approvePlan, { versionId: first, version: 2 }));
  house.sit(at.anna);
  const second = granted(await house.send(revisePlan, { versionId: first, reason: "Новый договор" })).versionId;
  const [head, ...lines] = await rows(order(house, versionsFile, at.anna, { query: `plan=${second}` }));
  expect(head?.[2]).toBe("Цифра, RUB");
  expect(lines.map((line) => [line[0], line[1], line[2], line[3], line[5], line[8]])).toEqual([
    ["2", "Черновик", "1200,00", "Анна", "", "Новый договор"],
    ["1", expect.any(String), "1200,00", "Анна", "Дана", ""],
  ]);
  expect(await codeOf(await order(house, versionsFile, at.boris, { query: `plan=${second}` }))).toBe("not-found");
});

test("R25 what is ordered for later days leaves client by client", async () => {
  await house.assign(clients[2] ?? "", at.boris, { role: "deputy", starts_on: "2026-12-01", ends_on: "2026-12-15" });
  const [head, ...lines] = await rows(order(house, upcomingFile, admin));
  expect(head?.slice(0, 4)).toEqual(["С какого дня", "Последний день", "Кем", "Клиент"]);
  expect(lines.map((line) => [line[0], line[1], line[3], line[4], line[5]])).toEqual([
    ["2026-12-01", "2026-12-14", "Клиент 03", "Анна", "Борис"],
  ]);
  expect((await rows(order(house, ordersFile, admin)))[0]?.slice(3, 6)).toEqual(["От кого", "Кому", "Клиенты"]);
  expect(await codeOf(await order(house, ordersFile, at.anna))).toBe("forbidden");
});

test("R35 one's own slips leave", async () => {
  expect((await rows(order(house, payHistoryFile, at.anna)))[0]).toEqual([
    ...["Период", "С какого дня", "Состояние", "К выплате, RUB"],
  ]);
  expect(await codeOf(await order(house, payHistoryFile, admin))).toBe("forbidden");
});
