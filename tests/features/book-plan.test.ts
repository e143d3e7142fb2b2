import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { POST as bookFile } from "@/app/api/exports/book/route";
import { addPlans, isBehind } from "@/lib/domain/plan-sum";
import { searchParamsOf } from "@/lib/domain/search-params";
import { type Book, loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { loadClient } from "@/lib/features/clients/queries";
import { loadProgress } from "@/lib/features/progress/queries";
import { progressFilter } from "@/lib/features/progress/schema";
import { cellsOf } from "@/tests/io/spreadsheet/files";
import type { Person } from "./assignments-house";
import { order, speak } from "./exports-house";
import { fileOf } from "./imports-house";
import { ProgressHouse } from "./progress-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

// The company's day is 23 November 2026, a Monday: 14 of November's 19 or 20 working days are over, whatever the calendar says of holidays.
let at: ProgressHouse;
let anna: Person;
let boris: Person;
let lead: Person;
const id: Record<string, string> = {};

const open = (person: Person, query = ""): Promise<Book> => {
  at.house.sit(person);
  return loadBook(bookFilter.parse(searchParamsOf(query)));
};
const rowOf = (book: Book, name: string) => {
  const found = book.rows.find((row) => row.name === name);
  if (!found) throw new Error(`no ${name} in the book`);
  return found;
};
const names = (book: Book) => book.rows.map(({ name }) => name);
const plansOf = (book: Book, which: "year" | "month") =>
  book.rows.flatMap(({ figures }) => (figures ? [figures.plan[which]] : []));

beforeAll(async () => {
  at = await ProgressHouse.open();
  const { house } = at;
  anna = await house.person("Анна", "kam");
  boris = await house.person("Борис", "kam");
  lead = await house.person("Лид", "lead");
  await house.team("Север", lead, anna, boris);
  const add = async (name: string, of: Person, tier: string | null) => {
    id[name] = await house.client(name, of, { tier });
  };
  await add("Впереди", anna, "A");
  await add("Отстал", anna, "A");
  await add("Чуть", anna, "B");
  await add("Без плана", anna, null);
  await add("Тишина", anna, null);
  await add("Сосед", boris, "A");
  const annas = await at.plan(anna, "book", "2026-01-01", 0);
  const borises = await at.plan(boris, "book", "2026-01-01", 0);
  const plan = async (version: string, of: Person, name: string, cells: Record<string, number>) => {
    for (const [month, amount] of Object.entries(cells))
      await at.cell(version, of, id[name] ?? "", `${month}-01`, amount);
  };
  await plan(annas, anna, "Впереди", { "2026-03": 50_000, "2026-11": 20_001, "2026-12": 30_000 });
  await plan(annas, anna, "Отстал", { "2026-03": 80_000, "2026-10": 40_007, "2026-11": 1_003 });
  await plan(annas, anna, "Чуть", { "2026-10": 10_000 });
  await plan(borises, boris, "Сосед", { "2026-02": 7_000, "2026-11": 9_999 });
  const sell = (name: string, day: string, amount: number) => at.sell(id[name] ?? "", day, amount);
  await sell("Впереди", "2026-03-10", 60_000);
  await sell("Впереди", "2026-11-05", 18_000);
  await sell("Впереди", "2025-12-05", 25_000);
  await sell("Отстал", "2026-03-10", 40_000);
  await sell("Отстал", "2026-11-10", 500);
  await sell("Отстал", "2026-11-12", -200);
  await sell("Чуть", "2026-10-10", 9_800);
  await sell("Без плана", "2026-06-10", 4_321);
  await sell("Сосед", "2026-02-10", 9_000);
  await sell("Сосед", "2025-11-10", 1_000_000);
});
afterAll(() => at.house.close());

describe("R24 the plan in the book", () => {
  test("R24 a client stands in the book as on its own page and in progress", async () => {
    const book = await open(anna);
    for (const name of ["Впереди", "Отстал", "Чуть"]) {
      const { figures, forecast } = rowOf(book, name);
      const { plan } = await loadClient(id[name] ?? "");
      for (const which of ["year", "month"] as const) {
        const { fact, plan: planned, toDate, forecast: ends } = plan?.[which] ?? {};
        expect({ ...figures?.plan[which], forecast: forecast?.[which] }, `${name}, ${which}`).toEqual({
          ...{ fact, plan: planned, toDate, forecast: ends },
        });
      }
      const { total } = await loadProgress(progressFilter.parse({ by: "month", client: id[name], view: "owner" }));
      expect(figures?.plan.year, name).toEqual({
        fact: total.standing.fact,
        plan: total.standing.plan,
        toDate: total.standing.toDate,
      });
    }
  });

  test("R24 fact and plan to the minor unit; a return counts against the fact, last year does not count", async () => {
    const book = await open(anna);
    const due = (amount: number) => {
      const { passed, total } = book.planned.days;
      return BigInt(Math.round((amount * passed) / total));
    };
    expect(book.planned).toMatchObject({ fiscalYear: 2026, from: "2026-01-01", to: "2027-01-01", runs: "2026-11-01" });
    expect(book.planned.days.passed).toBeGreaterThan(10);
    expect(rowOf(book, "Впереди").figures?.plan).toEqual({
      year: { fact: 78_000n, plan: 100_001n, toDate: 50_000n + due(20_001) },
      month: { fact: 18_000n, plan: 20_001n, toDate: due(20_001) },
    });
    expect(rowOf(book, "Отстал").figures?.plan).toEqual({
      year: { fact: 40_300n, plan: 121_010n, toDate: 120_007n + due(1_003) },
      month: { fact: 300n, plan: 1_003n, toDate: due(1_003) },
    });
    expect(rowOf(book, "Чуть").figures?.plan.month).toEqual({ fact: 0n, plan: null, toDate: null });
    expect(rowOf(book, "Без плана").figures?.plan.year).toEqual({ fact: 4_321n, plan: null, toDate: null });
  });

  test.each(["", "group=none", "group=owner", "tier=A", "behind=1", "group=none&size=2&page=2"])(
    "R24 groups add up to the total, and the total to all rows that match: ?%s",
    async (query) => {
      const book = await open(lead, query);
      const all = await open(lead, `${query.replace(/&size.*/, "")}&size=200`);
      for (const which of ["year", "month"] as const) {
        expect(book.totals.plan[which]).toEqual(addPlans(plansOf(all, which)));
        if (book.groups.length > 0)
          expect(addPlans(book.groups.map(({ plan }) => plan[which]))).toEqual(book.totals.plan[which]);
        for (const group of all.groups)
          expect(group.plan[which]).toEqual(
            addPlans(
              all.rows.flatMap((row) => (row.group === group.key && row.figures ? [row.figures.plan[which]] : [])),
            ),
          );
      }
      expect(book.totals.clients).toBe(all.rows.length);
    },
  );

  test("R24 the title tells of the whole book, whatever is filtered", async () => {
    const whole = await open(anna);
    expect((await open(anna, "q=Чуть")).standing).toEqual(whole.standing);
    expect(whole.standing).toEqual(whole.totals.plan);
  });

  test("R24 the largest gap comes first, and those without a plan last in either direction", async () => {
    const down = names(await open(anna, "sort=year&group=none"));
    expect(down.slice(0, 3)).toEqual(["Отстал", "Чуть", "Впереди"]);
    expect(new Set(down.slice(3))).toEqual(new Set(["Без плана", "Тишина"]));
    expect(names(await open(anna, "sort=-year&group=none")).slice(0, 3)).toEqual(["Впереди", "Чуть", "Отстал"]);
    expect(names(await open(anna, "sort=month&group=none")).slice(0, 2)).toEqual(["Отстал", "Впереди"]);
  });

  test("R24 behind the plan are those whose mark is not green, and the filter counts them", async () => {
    const book = await open(anna);
    expect(book.facets.behind).toBe(1);
    const behind = await open(anna, "behind=1");
    expect(names(behind)).toEqual(["Отстал"]);
    expect(plansOf(behind, "year").every(isBehind)).toBe(true);
    expect((await open(lead, "behind=1&tier=B")).rows).toEqual([]);
  });

  test("R84 the plan of another's client counts in no figure of one's own", async () => {
    const mine = await open(anna);
    const both = await open(lead);
    const neighbour = rowOf(both, "Сосед").figures?.plan.year;
    expect(neighbour).toMatchObject({ fact: 9_000n, plan: 16_999n });
    expect(both.totals.plan.year.plan).toBe((mine.totals.plan.year.plan ?? 0n) + 16_999n);
    expect(names(mine)).not.toContain("Сосед");
  });

  test("R24 where nobody has a plan the book does not speak of plans", async () => {
    const cyril = await at.house.person("Кирилл", "kam");
    const lone = await at.house.client("Одинокий", cyril);
    await at.sell(lone, "2026-05-05", 100);
    const book = await open(cyril);
    expect(book.has.plans).toBe(false);
    expect(book.standing.year).toEqual({ fact: 100n, plan: null, toDate: null });
    expect(book.facets.behind).toBe(0);
  });
});

test("R21 R24 the file has the figures behind the marks, as numbers", async () => {
  speak("ru");
  at.house.sit(anna);
  const book = await open(anna, "sort=year&group=none");
  const answer = await order(at.house, bookFile, anna, {
    format: "xlsx",
    query: "sort=year&group=none",
    columns: ["name", "year", "month"],
  });
  const [head = [], ...lines] = await cellsOf(fileOf(Buffer.from(await answer.arrayBuffer()), "plan.xlsx"));
  expect(head.slice(2)).toEqual([
    ...["Факт 2026, RUB", "План 2026, RUB", "Выполнение 2026", "План на дату 2026, RUB"],
    ...["К плану на дату 2026, RUB", "Прогноз 2026, RUB"],
    ...["Факт 2026-11, RUB", "План 2026-11, RUB", "Выполнение 2026-11", "План на дату 2026-11, RUB"],
    ...["К плану на дату 2026-11, RUB", "Прогноз 2026-11, RUB"],
  ]);
  const { year, month } = rowOf(book, "Отстал").figures?.plan ?? {};
  const ends = rowOf(book, "Отстал").forecast;
  const major = (amount: bigint | null | undefined) => (amount == null ? null : Number(amount) / 100);
  expect(lines[0]?.slice(2)).toEqual([
    ...[403, 1210.1, { percent: 0.333 }, major(year?.toDate), major(40_300n - (year?.toDate ?? 0n)), major(ends?.year)],
    ...[3, 10.03, { percent: 0.2991 }, major(month?.toDate), major(300n - (month?.toDate ?? 0n)), major(ends?.month)],
  ]);
  const bare = lines.find(([name]) => name === "Без плана");
  expect(bare?.slice(2)).toEqual([43.21]);
});
