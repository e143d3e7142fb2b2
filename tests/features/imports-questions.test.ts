import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { acceptCells, mendRow } from "@/lib/features/imports/actions";
import { checkRun } from "@/lib/features/imports/engine/check-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";
import { loadImport } from "@/lib/features/imports/queries";
import { granted } from "./assignments-house";
import { fileOf, type ImportHouse, openImports } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let here: ImportHouse;
beforeAll(async () => {
  here = await openImports({ currency: "RUB", locale: "ru" });
  for (const name of ["Анна К.", "Борис М."]) await here.house.person(name, "kam");
  here.house.sit(here.admin);
});
afterAll(() => here.house.close());

const look = (id: string) => loadImport(id, 1);
const checkAgain = async (id: string) => {
  await here.open((scope) => moveRun(scope, id, ["checked"], { status: "checking" }));
  await checkRun(here.open, id);
};
const ask = (lines: string) => here.load({ kind: "figures", path: fileOf(lines), dryRun: true });

it("R38 a cell that looks like a typing error is asked about, in words; mended, it is not, and the counts are new", async () => {
  const wide = "сотрудник;янв 2026;фев 2026;мар 2026;апр 2026\nАнна К.;100;120;9000;110\nБорис М.;1;1;1;много\n";
  const { id } = await ask(wide);
  const seen = await look(id);
  expect(seen.result).toMatchObject({ questions: 1, faulty: 1, create: 1, totals: [{ value: "9330.00" }] });
  expect(seen.questions).toEqual([
    {
      row: 2,
      field: "m03",
      label: "мар 2026",
      of: ["Анна К."],
      text: "9000",
      reason: expect.stringMatching(
        /^Не опечатка ли\? 9\s000,00\s₽ — в 75 раз больше следующей по величине цифры, 120,00\s₽\.$/,
      ),
    },
  ]);
  // A row with a fault is not asked about beside, and a question is no fault.
  expect(seen.faults.rows.map(({ row, faults }) => [row, faults.map(({ field }) => field)])).toEqual([[3, ["m04"]]]);
  const mended = await here.house.send(mendRow, { id, row: 2, texts: { m03: "90,5" } });
  expect(granted(mended)).toEqual({ problems: [] });
  const after = await look(id);
  expect(after.questions).toEqual([]);
  expect(after.result).toMatchObject({ questions: 0, faulty: 1, totals: [{ value: "420.50" }] });
});

it("R38 what was found right is not asked about again, also by another check, until it says something else", async () => {
  const { id } = await ask("сотрудник;янв 2026;фев 2026;мар 2026;апр 2026\nАнна К.;1;1;1;50\nБорис М.;2;2;20;2\n");
  expect((await look(id)).result?.questions).toBe(2);
  const one = { id, cell: { row: 2, field: "m04" } };
  expect(granted(await here.house.send(acceptCells, one))).toEqual({ accepted: 1 });
  await checkAgain(id);
  const left = await look(id);
  expect(left.questions.map(({ row, field }) => [row, field])).toEqual([[3, "m03"]]);
  expect(left.result?.questions).toBe(1);
  granted(await here.house.send(mendRow, { id, row: 2, texts: { m04: "60" } }));
  expect((await look(id)).result?.questions).toBe(2);
  expect(granted(await here.house.send(acceptCells, { id }))).toEqual({ accepted: 2 });
  expect((await look(id)).result?.questions).toBe(0);
});

it("R38 in a file with a line per figure the row is the plan's year", async () => {
  const lines = [1, 2, 3, 4].map((month) => `Анна К.;2027-0${month};${month === 4 ? 700 : 100}`);
  const { id } = await ask(`сотрудник;период;план\n${lines.join("\n")}\nБорис М.;2027-01;9000\n`);
  expect((await look(id)).questions.map(({ row, field }) => [row, field])).toEqual([[5, "amount"]]);
});
