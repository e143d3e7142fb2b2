import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as cadencesFile } from "@/app/api/exports/cadences/route";
import { POST as calendarFile } from "@/app/api/exports/calendar/route";
import { POST as invitationsFile } from "@/app/api/exports/invitations/route";
import { POST as measuresFile } from "@/app/api/exports/measures/route";
import { POST as kindsFile } from "@/app/api/exports/number-kinds/route";
import { POST as questionsFile } from "@/app/api/exports/questions/route";
import { markDay, saveCalendar } from "@/lib/features/calendar/actions";
import { archiveNumberKind } from "@/lib/features/numbers/actions";
import { inviteMember } from "@/lib/features/people/actions";
import { cellsOf } from "@/tests/io/spreadsheet/files";
import { granted, House } from "./assignments-house";
import { codeOf, entriesOf, linesOf, order, speak } from "./exports-house";
import { fileOf } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let admin: Awaited<ReturnType<House["person"]>>;
let anna: typeof admin;
beforeAll(async () => {
  house = await House.open();
  admin = await house.person("Админ", "admin");
  anna = await house.person("Анна", "kam");
  house.sit(admin);
});
beforeEach(() => speak("ru"));
afterAll(() => house.close());

const rows = async (response: Promise<Response>) => linesOf(await response);
const refused = async (door: Parameters<typeof order>[1]) => codeOf(await order(house, door, anna));

test("R85 invitations that wait for an answer leave, with the moment by the reader's clock", async () => {
  await house.owner.query("update member set zone = 'Asia/Omsk' where id = $1", [admin.member]);
  const person = { email: "vera@test.example", name: "=Вера", jobTitle: "", team: "", locale: "ru" as const };
  granted(await house.send(inviteMember, { ...person, roles: ["kam", "lead"] }));
  const [head, ...lines] = await rows(order(house, invitationsFile, admin));
  expect(head?.at(-2)).toBe("Ссылка действует до (Asia/Omsk)");
  expect(lines.map((line) => [...line.slice(0, 5), line[6]])).toEqual([
    ["'=Вера", "vera@test.example", "Руководитель продаж, Менеджер по ключевым клиентам", "", "Админ", "нет"],
  ]);
  expect(lines[0]?.[5]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect(await refused(invitationsFile)).toBe("forbidden");
  expect((await entriesOf(house)).at(-1)).toMatchObject({ exported: "invitations", rows: 1, member: admin.member });
});

test("R28 the kinds of key numbers leave in their order, put away ones last and marked", async () => {
  const [first] = await house.rows<{ id: string }>(
    "select id::text from number_kind where tenant_id = $1 order by position, id limit 1",
    [house.company],
  );
  const before = await rows(order(house, kindsFile, admin));
  house.sit(admin);
  granted(await house.send(archiveNumberKind, { id: first?.id ?? "", version: 1, archived: true }));
  const after = await rows(order(house, kindsFile, admin));
  expect(before[0]?.[0]).toBe("Название по-русски");
  expect(before[1]?.at(-1)).toBe("нет");
  expect(after.at(-1)).toEqual([...(before[1]?.slice(0, -1) ?? []), "да"]);
  expect(after.slice(1, -1)).toEqual(before.slice(2));
  expect(await refused(kindsFile)).toBe("forbidden");
});

test("R7 the questionnaire leaves by section with the answers to choose from", async () => {
  speak("en");
  const [head, ...lines] = await rows(order(house, questionsFile, admin));
  expect(head?.slice(0, 3)).toEqual(["Section", "Question in Russian", "Question in English"]);
  const sections = lines.map(([section]) => section);
  expect(sections.length).toBeGreaterThan(5);
  // What belongs together stands together.
  expect(sections.filter((section, at) => section !== sections[at - 1])).toEqual([...new Set(sections)]);
  const [asked] = await house.rows<{ n: number }>(
    "select count(*)::int n from profile_question where tenant_id = $1 and archived_at is null",
    [house.company],
  );
  expect(lines).toHaveLength(asked?.n ?? 0);
  expect(lines.some((line) => (line[4] ?? "").includes("; "))).toBe(true);
  expect(await refused(questionsFile)).toBe("forbidden");
});

test("R22 cadences leave as numbers, and where nobody asks for executives the cell is empty", async () => {
  const response = await order(house, cadencesFile, admin, { format: "xlsx" });
  const cells = await cellsOf(fileOf(Buffer.from(await response.arrayBuffer()), "cadences.xlsx"));
  const kept = await house.rows<{ tier: string; days: number; executive: number | null }>(
    "select tier, days, executive_days executive from cadence where tenant_id = $1 order by tier",
    [house.company],
  );
  expect(kept.length).toBeGreaterThan(2);
  expect(cells.slice(1)).toEqual(
    kept.map(({ tier, days, executive }) => [tier, days, ...(executive === null ? [] : [executive])]),
  );
  expect(await refused(cadencesFile)).toBe("forbidden");
});

test("R42 the catalogue of measures leaves to everybody who may have a target, formulas in words", async () => {
  await house.row("measure", {
    ...{ code: "own_share", name_ru: "Доля", name_en: "Share", kind: "formula", formula: "margin / revenue" },
    ...{ unit: "percent", digits: 2, direction: "more", gathering: "last", place: 90 },
  });
  const lines = await rows(order(house, measuresFile, anna));
  const own = lines.find(([, code]) => code === "own_share");
  expect(own?.slice(0, 5)).toEqual(["Доля", "own_share", "по формуле", "Маржа ÷ Выручка", "проценты"]);
  const revenue = lines.find(([, code]) => code === "revenue");
  expect(revenue?.[0]).toBe("Выручка");
});

test("R17 a year of working days leaves day by day, with the company's own marks", async () => {
  const usual = "9-13, 14-18";
  house.sit(admin);
  const week = [usual, usual, usual, usual, usual, "", ""];
  granted(await house.send(saveCalendar, { country: "RU", zone: "", week, version: 0 }));
  granted(await house.send(markDay, { day: "2026-03-17", kind: "short", minutes: 330, version: 0 }));
  const [head, ...lines] = await rows(order(house, calendarFile, admin, { query: "year=2026" }));
  expect(head).toEqual(["День", "День недели", "Что", "Часов", "Отмечено компанией"]);
  expect(lines).toHaveLength(365);
  const of = (day: string) => lines.find(([on]) => on === day)?.slice(1);
  expect(of("2026-03-16")).toEqual(["понедельник", "рабочий день", "8,00", "нет"]);
  expect(of("2026-03-17")).toEqual(["вторник", "сокращённый день", "5,50", "да"]);
  expect(of("2026-05-01")).toEqual(["пятница", "нерабочий день", "0,00", "нет"]);
  expect(await refused(calendarFile)).toBe("forbidden");
});
