import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { previewRevert } from "@/lib/features/imports/actions";
import { revertRun } from "@/lib/features/imports/engine/revert-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";
import { granted, type Person } from "./assignments-house";
import { fileOf, type ImportHouse, openImports, problemsOf } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let here: ImportHouse;
let anna: Person;
beforeAll(async () => {
  here = await openImports({ currency: "RUB", locale: "ru" });
  const { house } = here;
  anna = await house.person("Анна", "kam");
  const lead = await house.person("Лид", "lead");
  await house.team("Север", lead, anna);
  await house.client("Ромашка", anna, { code: "К1" });
  house.sit(here.admin);
});
afterAll(() => here.house.close());
beforeEach(async () => {
  for (const table of ["import_undo", "member_figure", "team_figure", "client_figure"])
    await here.house.owner.query(`delete from ${table}`);
});

const load = (lines: string[], options = {}) =>
  here.load({
    kind: "targets",
    path: fileOf(`Показатель;Сотрудник;Команда;Клиент;Период;Цель;Вес\n${lines.join("\n")}\n`),
    options,
  });
async function said(): Promise<string[]> {
  const part = (one: string, name: string) =>
    `select k.code || ' ' || ${name} || ' ' || f.starts_on || '/' || f.months || ' ' || f.amount || coalesce(' ' || f.weight, '') as said from ${one}_figure f
     join measure k on k.id = f.measure_id and k.tenant_id = f.tenant_id join ${one} s on s.id = f.${one}_id`;
  const rows = await here.house.rows<{ said: string }>(
    `${part("member", "s.name")} union all ${part("team", "s.name")} union all ${part("client", "s.code")} order by 1`,
    [],
  );
  return rows.map((row) => row.said);
}
async function revert(id: string, ...chosen: string[]): Promise<unknown> {
  await here.open((scope) => moveRun(scope, id, ["done"], { status: "reverting" }));
  await revertRun(here.open, id, chosen);
  const [row] = await here.house.rows<{ reverted: unknown }>(
    "select result -> 'reverted' as reverted from import_run where id = $1",
    [id],
  );
  return row?.reverted;
}
const figures = ["revenue;Анна;;;2027-01;1 234,50;30 %", "REVENUE;;Север;;1 кв. 2027;500;", "revenue;;;К1;2027;9;"];

describe("R79 R82 targets from a file", () => {
  it("of people, teams and clients, by month, quarter and year, in the unit of the measure", async () => {
    expect(await load(figures)).toMatchObject({ status: "done", result: { create: 3, faulty: 0 } });
    expect(await said()).toEqual([
      "revenue Анна 2027-01-01/1 123450 3000",
      "revenue К1 2027-01-01/12 900",
      "revenue Север 2027-01-01/3 50000",
    ]);
  });

  it("known ones change only when asked; a column of weights that says nothing changes none", async () => {
    await load(figures);
    const other = ["revenue;Анна;;;2027-01;1;", "revenue;;;К1;2027;9;"];
    expect(await load(other)).toMatchObject({ result: { create: 0, update: 0, same: 2 } });
    expect((await said())[0]).toBe("revenue Анна 2027-01-01/1 123450 3000");
    expect(await load(other, { update: true })).toMatchObject({ result: { update: 1, same: 1 } });
    expect((await said())[0]).toBe("revenue Анна 2027-01-01/1 100 3000");
  });

  it("says what is wrong, row by row", async () => {
    const { id } = await load([
      "нет такого;Анна;;;2027-01;1;",
      "revenue;Анна;Север;;2027-01;1;",
      "revenue;;;;2027-01;1;",
      "revenue;;Юг;;2027-01;1;",
      "revenue;Анна;;;когда-то;1;",
      "revenue;Анна;;;январь;1;",
      "revenue;Анна;;;2027-02;1,005;",
      "revenue;Анна;;;2027-03;1;150 %",
      "revenue;Анна Админ;;;2027-03;1;",
      "revenue;Анна;;;2027-04;1;",
      "revenue;Анна;;;2027-04;2;",
    ]);
    expect(await problemsOf(here.house, id)).toEqual([
      "2 measure measure-unknown",
      "3 team target-subject",
      "4 member target-subject",
      "5 team team-unknown",
      "6 period plan-period-unknown",
      "7 period plan-year-missing",
      "8 amount target-digits",
      "9 weight target-weight",
      "10 member own-target",
      "12 period duplicate-in-file",
    ]);
    expect(await said()).toEqual(["revenue Анна 2027-04-01/1 100"]);
  });

  it("a revert takes them back; one changed since stays unless chosen", async () => {
    await load(figures);
    const before = await said();
    const { id } = await load(["revenue;Анна;;;2027-01;5;", "revenue;;;К1;2027;6;", "revenue;Анна;;;2027-02;7;"], {
      update: true,
    });
    await here.house.owner.query("update client_figure set amount = 77, version = version + 1");
    const { conflicts, ...counts } = granted(await here.house.send(previewRevert, { id }));
    expect(counts).toMatchObject({ remove: 1, restore: 1 });
    expect(conflicts).toMatchObject([
      { label: "Выручка · Ромашка", stays: false, differences: [{ label: "Сумма", before: "9", now: "0.77" }] },
    ]);
    expect(await revert(id)).toEqual({ removed: 1, restored: 1, archived: 0, kept: 1 });
    expect(await said()).toEqual(before.map((line) => line.replace("К1 2027-01-01/12 900", "К1 2027-01-01/12 77")));
  });

  it("what a closed slip has counted is refused by the check, and stays in a revert, whatever is chosen", async () => {
    const { id } = await load(["revenue;Анна;;;2026-01;5;", "revenue;Анна;;;2027-02;7;"]);
    await close(anna);
    const late = await load(["revenue;Анна;;;2026-01;6;"], { update: true });
    expect(await problemsOf(here.house, late.id)).toEqual(["2 period period-settled"]);
    const { conflicts } = granted(await here.house.send(previewRevert, { id }));
    expect(conflicts.map(({ label, stays }) => [label, stays])).toEqual([["Выручка · Анна", true]]);
    expect(await revert(id, ...conflicts.map(({ key }) => key))).toEqual({
      removed: 1,
      restored: 0,
      archived: 0,
      kept: 1,
    });
    expect(await said()).toEqual(["revenue Анна 2026-01-01/1 500"]);
  });
});

/** A closed slip of January 2026 that stands on the person's revenue. */
async function close(of: Person): Promise<void> {
  const { house } = here;
  const [measure] = await house.rows<{ id: string }>(
    "select id::text from measure where tenant_id = $1 and code = 'revenue'",
    [house.company],
  );
  const content = JSON.stringify({ measures: [{ name: `own:${measure?.id}` }] });
  await house.row("pay_slip", {
    ...{ member_id: of.member, starts_on: "2026-01-01", months: 1, status: "closed", closed_at: "2026-02-05", content },
    ...{ payout: 0, base_pay: 0, variable: 0 },
  });
}
