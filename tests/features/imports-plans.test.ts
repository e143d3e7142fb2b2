import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileOf, type ImportHouse, openImports, problemsOf } from "./imports-house";

let here: ImportHouse;
const ids = new Map<string, string>();

beforeAll(async () => {
  here = await openImports({ currency: "RUB", locale: "ru" });
  const { house } = here;
  const anna = await house.person("Анна", "kam");
  await house.person("Борис", "kam");
  for (const code of ["К1", "К2"]) ids.set(code, await house.client(`Клиент ${code}`, anna, { code }));
  ids.set("К9", await house.client("Ничей", null, { code: "К9" }));
});
afterAll(() => here.house.close());
beforeEach(async () => {
  for (const table of ["import_undo", "plan_cell", "plan_figure", "plan_version", "plan"])
    await here.house.owner.query(`delete from ${table}`);
});

const load = (lines: string, options = {}) => here.load({ kind: "plans", path: fileOf(lines), options });
/** A line per version: whose, the year, its state and figure; then each client's months of the plan, pinned ones with "!". */
async function said(): Promise<string[]> {
  const rows = await here.house.rows<{ said: string }>(
    `select m.name || ' ' || p.starts_on || ' ' || v.number || ' ' || v.status || ' ' || v.figure || coalesce(': ' || string_agg(c.line, '; ' order by c.line), '') as said
     from plan p join member m on m.id = p.member_id join plan_version v on v.plan_id = p.id
     left join (select version_id, k.code || ' ' || string_agg(amount || case when pinned then '!' else '' end, ' ' order by month) as line
       from plan_cell x join client k on k.id = x.client_id group by version_id, k.code) c on c.version_id = v.id
     group by m.name, p.starts_on, v.number, v.status, v.figure order by 1`,
    [],
  );
  return rows.map((row) => row.said);
}
const months = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");
const wide = (year: number, ...rows: string[]) =>
  `Код клиента;${months.map((month) => `${month} ${year}`).join(";")}\n${rows.join("\n")}\n`;
const year = (amount: number) => Array.from({ length: 12 }, () => amount).join(";");

describe("R85 cells of plans from a file", () => {
  it("months as columns go into the draft of the client's owner, pinned, and add up", async () => {
    expect(await load(wide(2027, `К1;${year(10)}`, "К2;1,50;;-;2;;;;;;;;"))).toMatchObject({
      status: "done",
      result: { rows: 2, create: 2, faulty: 0, totals: [{ field: "amount", value: "123.50" }] },
    });
    expect(await said()).toEqual([
      `Анна 2027-01-01 1 draft 12350: К1 ${year(1000).replaceAll(";", "! ")}!; К2 150! 0 0 200! 0 0 0 0 0 0 0 0`,
    ]);
  });

  it("a line per cell says whose plan it is and what is pinned", async () => {
    await load(
      "Клиент;Сотрудник;Месяц;План;Закреплено\nК1;Борис;2027-01;5;да\nК1;Борис;фев 2027;6;нет\nК9;Борис;01.03.2027;7;\n",
    );
    expect(await said()).toEqual([
      "Борис 2027-01-01 1 draft 1800: К1 500! 600 0 0 0 0 0 0 0 0 0 0; К9 0 0 700! 0 0 0 0 0 0 0 0 0",
    ]);
  });

  it("thousands in the header count, and the company's year may begin in July", async () => {
    await here.house.owner.query("update identity.tenant set fiscal_start_month = 7 where id = $1", [
      here.house.company,
    ]);
    await load('Клиент,"Июнь 2027, тыс. руб.","Июль 2027, тыс. руб.","Август 2027, тыс. руб."\nК1,1,"2,5",3\n');
    expect(await said()).toEqual([
      "Анна 2026-07-01 1 draft 100000: К1 0 0 0 0 0 0 0 0 0 0 0 100000!",
      "Анна 2027-07-01 1 draft 550000: К1 250000! 300000! 0 0 0 0 0 0 0 0 0 0",
    ]);
    await here.house.owner.query("update identity.tenant set fiscal_start_month = 1 where id = $1", [
      here.house.company,
    ]);
  });

  it("known cells change only when asked, and the same file again changes nothing", async () => {
    await load(wide(2027, `К1;${year(10)}`));
    const other = wide(2027, `К1;99;${year(10).slice(3)}`, `К2;${year(1)}`);
    expect(await load(other)).toMatchObject({ result: { create: 1, update: 0, same: 1 } });
    expect((await said())[0]).toContain("draft 13200: К1 1000!");
    expect(await load(other, { update: true })).toMatchObject({ result: { create: 0, update: 1, same: 1 } });
    expect((await said())[0]).toContain("draft 22100: К1 9900! 1000!");
    expect(await load(other, { update: true })).toMatchObject({ result: { create: 0, update: 0, same: 2 } });
  });

  it("what is in force stays; the next version keeps the months that are over", async () => {
    await load(wide(2026, `К1;${year(10)}`));
    await here.house.owner.query("update plan_version set status = 'approved', in_force_from = '2026-01-01'");
    const rows = (first: number, last: number) => `К1;${[first, ...Array(10).fill(10), last].join(";")}`;
    const late = await load(wide(2026, rows(11, 30)), { update: true });
    expect(await problemsOf(here.house, late.id)).toEqual(["2 m01 plan-month-over"]);
    expect(await load(wide(2026, rows(10, 30)), { update: true })).toMatchObject({ result: { update: 1, faulty: 0 } });
    expect(await said()).toEqual([
      expect.stringMatching(/^Анна 2026-01-01 1 approved 12000: К1 1000! .*1000!$/),
      expect.stringMatching(/^Анна 2026-01-01 2 draft 14000: К1 1000! .*3000!$/),
    ]);
    const [draft] = await here.house.rows<{ rule: { keptBefore: string }; reason: string }>(
      "select rule, reason from plan_version where number = 2",
      [],
    );
    expect(draft).toMatchObject({ rule: { keptBefore: "2026-11-01" } });
  });

  it("says what is wrong, cell by cell, and writes the other rows", async () => {
    const done = await load(
      [
        "Клиент;Сотрудник;Месяц;План",
        "К1;;2027-01;5",
        "К7;;2027-01;5",
        "К9;;2027-01;5",
        "К1;Вера;2027-02;5",
        "К1;;;5",
        "К1;;2027-01;6",
        "К2;;2027-01;$7",
      ].join("\n"),
    );
    expect(await problemsOf(here.house, done.id)).toEqual([
      "3 client client-unknown",
      "4 client client-without-owner",
      "5 member member-unknown",
      "6 month required",
      "7 month duplicate-in-file",
      "8 amount plan-currency",
    ]);
    expect(await said()).toEqual(["Анна 2027-01-01 1 draft 500: К1 500! 0 0 0 0 0 0 0 0 0 0 0"]);
    const columns = await load("Клиент;Янв;Фев;Мар\nК1;1;2;3\n");
    expect(await problemsOf(here.house, columns.id)).toEqual(["2 year plan-year-missing"]);
    await here.house.owner.query("update plan_version set status = 'submitted'");
    const closed = await load(wide(2027, `К1;${year(3)}`), { update: true });
    expect(await problemsOf(here.house, closed.id)).toEqual(["2 client plan-submitted"]);
  });
});
