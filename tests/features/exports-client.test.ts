import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as addressesFile } from "@/app/api/exports/client-addresses/route";
import { POST as needsFile } from "@/app/api/exports/client-needs/route";
import { POST as numbersFile } from "@/app/api/exports/client-numbers/route";
import { POST as partnersFile } from "@/app/api/exports/client-partners/route";
import { POST as profileFile } from "@/app/api/exports/client-profile/route";
import { POST as promisesFile } from "@/app/api/exports/client-promises/route";
import { POST as stagesFile } from "@/app/api/exports/client-stages/route";
import { POST as teamFile } from "@/app/api/exports/client-team/route";
import { POST as timelineFile } from "@/app/api/exports/client-timeline/route";
import { createAddress } from "@/lib/features/addresses/actions";
import { loadClientTimeline } from "@/lib/features/clients/queries/client-timeline";
import { createNeed } from "@/lib/features/needs/actions";
import { setNumber } from "@/lib/features/numbers/actions";
import { answerQuestion } from "@/lib/features/profile/actions";
import { timelineFilter } from "@/lib/features/timeline/schema";
import { makePromise } from "@/lib/features/touches/actions";
import { cellsOf } from "@/tests/io/spreadsheet/files";
import { granted, House, type Person } from "./assignments-house";
import { contact } from "./client-house";
import { codeOf, entriesOf, linesOf, order, speak } from "./exports-house";
import { fileOf } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let house: House;
let anna: Person;
let boris: Person;
let client: string;
let irina: string;
beforeAll(async () => {
  house = await House.open();
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  client = await house.client("Заря", anna);
  irina = await contact(house, client, "Ирина");
});
beforeEach(() => {
  speak("ru");
  house.sit(anna);
});
afterAll(() => house.close());

const query = () => `client=${client}`;
const lines = async (door: Parameters<typeof order>[1], more = "") =>
  linesOf(await order(house, door, anna, { query: `${query()}${more}` }));
const kindOf = async (key: string) => {
  const [row] = await house.rows<{ id: string }>("select id::text from number_kind where tenant_id = $1 and key = $2", [
    house.company,
    key,
  ]);
  return row?.id ?? "";
};

test("R28 a client's numbers leave typed, each with its unit, its source and all it was before", async () => {
  const said = { clientId: client, currency: "RUB" as const, sourceNote: "" };
  const document = { source: "document" as const, contactId: "" };
  const days = { ...said, ...document, kindId: await kindOf("payment_days"), after: "", typed: "7" };
  const first = granted(await house.send(setNumber, { ...days, asOf: "2025-02-01", sourceNote: "договор 118" })).id;
  const told = { source: "person" as const, contactId: irina };
  granted(await house.send(setNumber, { ...days, ...told, after: first, typed: "14", asOf: "2026-11-09" }));
  const limit = { ...said, ...document, kindId: await kindOf("credit_limit"), after: "", typed: "1 200 000,50" };
  granted(await house.send(setNumber, { ...limit, asOf: "2026-11-01", sourceNote: "договор 118" }));
  const response = await order(house, numbersFile, anna, { format: "xlsx", query: query() });
  const [head, ...rows] = await cellsOf(fileOf(Buffer.from(await response.arrayBuffer()), "numbers.xlsx"));
  expect(head?.slice(2, 7)).toEqual(["Значение", "Единица", "Словами", "Верно на дату", "Действует"]);
  const known = rows.filter((row) => typeof row[2] === "number").map((row) => row.slice(2, 9));
  expect(known).toContainEqual([1_200_000.5, "RUB", null, { date: "2026-11-01" }, true, "документ", "договор 118"]);
  const [now, before] = known.filter(([, unit]) => unit === "дни");
  expect(now).toEqual([14, "дни", null, { date: "2026-11-09" }, true, "с чьих-то слов", "Ирина"]);
  expect(before?.slice(0, 5)).toEqual([7, "дни", null, { date: "2025-02-01" }, false]);
  // What nobody knows yet is a row to fill.
  expect(rows.filter((row) => row[2] === null).length).toBeGreaterThan(5);
  expect((await entriesOf(house)).at(-1)).toMatchObject({ exported: "clientNumbers", client, member: anna.member });
});

test("R7 the questionnaire leaves with the answers, who confirmed them and when", async () => {
  const [question] = await house.rows<{ id: string; text: string }>(
    "select id::text, text_ru text from profile_question where tenant_id = $1 and kind = 'text' order by position limit 1",
    [house.company],
  );
  const answer = { clientId: client, questionId: question?.id ?? "", version: 0, answer: "=Через\nзакупщика" };
  granted(await house.send(answerQuestion, answer));
  const [head, ...rows] = await lines(profileFile);
  expect(head?.slice(1, 5)).toEqual(["Вопрос", "Ответ", "Подтверждено", "Кто подтвердил"]);
  const own = rows.find(([, asked]) => asked === question?.text);
  expect(own?.slice(2, 5)).toEqual(["'=Через\nзакупщика", "2026-11-23", "Анна"]);
  expect(rows.filter((row) => row[2] === "").length).toBe(rows.length - 1);
});

test("R27 R31 needs and addresses leave with who told of them and when one is let in", async () => {
  const need = { clientId: client, kind: "pain" as const, title: "Опаздывает доставка", detail: "", contactId: irina };
  granted(
    await house.send(createNeed, {
      ...{ ...need, raisedOn: "2026-11-02", status: "offered", offer: "Утренний рейс", dropReason: "" },
    }),
  );
  expect(await lines(needsFile)).toEqual([
    [
      ...["Что это", "Одной строкой", "Подробнее", "Кто рассказал", "Когда"],
      ...["Как обстоит", "Что предлагаем", "Предложили", "Закрыто", "Почему сняли"],
    ],
    [
      ...["Боль", "Опаздывает доставка", "", "Ирина", "2026-11-02"],
      ...["предложили", "Утренний рейс", "2026-11-23", "", ""],
    ],
  ]);
  const slots = [
    { days: [1, 2, 3], from: "09:00", to: "12:00" },
    { days: [6], from: "10:00", to: "11:00" },
  ];
  const address = { clientId: client, kind: "delivery" as const, name: "Склад", place: "Тверь, Ворота 2" };
  granted(await house.send(createAddress, { ...address, contactId: irina, slots, terms: "" }));
  expect((await lines(addressesFile))[1]?.slice(0, 5)).toEqual([
    ...["Доставка", "Склад", "Тверь, Ворота 2", "пн–ср 09:00–12:00; сб 10:00–11:00", "Ирина"],
  ]);
});

test("R26 promises leave with their day, how late they are and who answers", async () => {
  granted(
    await house.send(makePromise, { clientId: client, side: "ours", text: "прислать прайс", dueOn: "2026-11-20" }),
  );
  const [head, row] = await lines(promisesFile);
  expect(head?.slice(0, 5)).toEqual(["Чьё", "Что обещано", "К", "Состояние", "Просрочено, дней"]);
  expect(row).toEqual(["Наше", "прислать прайс", "2026-11-20", "открыто", "3", "", "", "Анна"]);
});

test("R25 who worked with a client leaves with days and shares", async () => {
  await house.assign(client, boris, {
    ...{ role: "specialist", starts_on: "2026-12-01", ends_on: "2026-12-15", share: 0 },
  });
  expect((await lines(teamFile)).map((row) => row.slice(0, 5))).toEqual([
    ["Кто из наших", "Кем", "С какого дня", "Последний день", "Доля зачёта, %"],
    ["Анна", "Ответственный", "2020-01-01", "", "100%"],
    ["Борис", "Специалист", "2026-12-01", "2026-12-14", "0%"],
  ]);
});

test("R41 partners of a client and R20 its stages of life leave", async () => {
  const partner = await house.row("partner", { name: "Быстрый путь", kind: "logistics" });
  const driver = await house.row("partner_person", { partner_id: partner, name: "Пётр", phone: "+79001234567" });
  const link = { client_id: client, partner_id: partner, role: "logistics", person_id: driver };
  await house.row("client_partner", link);
  expect((await lines(partnersFile))[1]?.slice(0, 5)).toEqual([
    "Быстрый путь",
    "Логистика",
    "Пётр",
    "",
    "'+79001234567",
  ]);
  const figures = JSON.stringify({ rule: "silent", days: 90, medianGap: 30, times: 3 });
  await house.row("client_stage", {
    client_id: client,
    stage: "active",
    starts_on: "2026-01-01",
    ends_on: "2026-10-01",
  });
  await house.row("client_stage", { client_id: client, stage: "dormant", starts_on: "2026-10-01", figures });
  const [, now, before] = await lines(stagesFile);
  expect(now?.slice(1, 5)).toEqual(["2026-10-01", "", "90", "30"]);
  expect(before?.slice(1, 4)).toEqual(["2026-01-01", "2026-09-30", ""]);
});

test("R31 the story of a client leaves whole, on all its pages and in the order of the page, or of one kind", async () => {
  await house.owner.query(
    `insert into touch (tenant_id, client_id, kind, direction, answered, happened_at, on_day, subject, author_id)
     select $1, $2, 'call', 'out', true, timestamptz '2026-01-01T09:00Z' + n * interval '1 hour', ((timestamptz '2026-01-01T09:00Z' + n * interval '1 hour') at time zone 'UTC')::date,
       'Звонок ' || n, $3 from generate_series(1, 1100) n`,
    [house.company, client, anna.member],
  );
  const rows = (await lines(timelineFile, "&kind=talks&before=broken")).slice(1);
  expect(rows).toHaveLength(1100);
  expect(new Set(rows.map((row) => row.join("|"))).size).toBe(1100);
  const page = await loadClientTimeline(client, timelineFilter.parse({ kind: "talks" }), "ru");
  expect(rows.slice(0, page.story.past.length).map(([, , , title, text]) => [title, text])).toEqual(
    page.story.past.map(({ title, text }) => [title, text ?? ""]),
  );
  const whole = (await lines(timelineFile)).slice(1);
  expect(whole.length).toBeGreaterThan(1102);
  // The promise of the 20th is open: it lies ahead of all that was.
  expect(new Set(whole.map(([, , group]) => group)).size).toBeGreaterThan(2);
});

test("R84 nobody else's client leaves by any of these", async () => {
  const doors = [addressesFile, needsFile, numbersFile, partnersFile, profileFile, promisesFile, stagesFile, teamFile];
  const other = await house.person("Чужая", "kam");
  for (const door of [...doors, timelineFile]) {
    expect(await codeOf(await order(house, door, other, { query: query() }))).toBe("not-found");
    expect(await codeOf(await order(house, door, other))).toBe("not-found");
  }
});
