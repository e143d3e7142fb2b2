import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "./assignments-house";
import { fileOf, type ImportHouse, openImports, problemsOf, sharedFile } from "./imports-house";

let here: ImportHouse;
let lead: Person;

beforeAll(async () => {
  here = await openImports({ currency: "USD", locale: "en" });
  await here.house.owner.query("update identity.tenant set fiscal_start_month = 7 where id = $1", [here.house.company]);
  await here.house.person("Kim Key", "kam");
  lead = await here.house.person("Lea Lead", "lead");
});
afterAll(() => here.house.close());
beforeEach(async () => {
  const { owner } = here.house;
  await owner.query("delete from import_undo");
  await owner.query("delete from plan_figure");
  await owner.query("delete from plan_version");
  await owner.query("delete from plan");
});

const standing = () =>
  here.house.rows<{ said: string }>(
    `select m.name || ' ' || p.kind || ' ' || p.starts_on || ' ' || v.status || ' ' || v.figure || ': ' ||
       string_agg(f.starts_on || '/' || f.months || '=' || f.amount, ' ' order by f.starts_on) as said
     from plan p join member m on m.id = p.member_id join plan_version v on v.plan_id = p.id join plan_figure f on f.version_id = v.id
     group by m.name, p.kind, p.starts_on, v.status, v.figure, v.number order by 1, v.number`,
    [],
  );
const said = async () => (await standing()).map((row) => row.said);
const load = (lines: string, options = {}) => here.load({ kind: "figures", path: fileOf(lines), options });

describe("R85 figures of plans from a file", () => {
  it("a line per quarter, in the company's year, becomes a draft", async () => {
    expect(
      await load('member,period,figure\nKim Key,Q1 2027,100\nKim Key,FY2027-Q3,"1,000.50"\nKim Key,Q1 2028,7\n'),
    ).toMatchObject({ status: "done", result: { create: 3, faulty: 0, totals: [{ value: "1107.50" }] } });
    expect(await said()).toEqual([
      "Kim Key book 2026-07-01 draft 110050: 2026-07-01/3=10000 2027-01-01/3=100050",
      "Kim Key book 2027-07-01 draft 700: 2027-07-01/3=700",
    ]);
  });

  it("a column per month: the year is the header's, and one row may reach into two years of the company", async () => {
    await load("member,May 2027,June 2027,July 2027\nKim Key,1,2,3\n");
    expect(await said()).toEqual([
      "Kim Key book 2026-07-01 draft 300: 2027-05-01/1=100 2027-06-01/1=200",
      "Kim Key book 2027-07-01 draft 300: 2027-07-01/1=300",
    ]);
  });

  it("a year by its first day and length, a team's for its lead", async () => {
    await load("member,plan for,period,months,figure\nLea Lead,team,2026-07-01,12,500\nLea Lead,,2027,,40\n");
    expect(await said()).toEqual([
      "Lea Lead book 2026-07-01 draft 4000: 2026-07-01/12=4000",
      "Lea Lead team 2026-07-01 draft 50000: 2026-07-01/12=50000",
    ]);
  });

  it("the same file again changes nothing, another one changes what it may", async () => {
    const path = "member,period,figure\nKim Key,Q1 2027,100\nKim Key,Q2 2027,200\n";
    await load(path);
    expect(await load(path, { update: true })).toMatchObject({ result: { create: 0, update: 0, same: 2 } });
    const other = "member,period,figure\nKim Key,Q2 2027,250\nKim Key,Q3 2027,300\n";
    expect(await load(other)).toMatchObject({ result: { create: 1, update: 0, same: 1 } });
    expect(await said()).toEqual([
      "Kim Key book 2026-07-01 draft 60000: 2026-07-01/3=10000 2026-10-01/3=20000 2027-01-01/3=30000",
    ]);
    expect(await load(other, { update: true })).toMatchObject({ result: { create: 0, update: 1, same: 1 } });
    expect(await said()).toEqual([
      "Kim Key book 2026-07-01 draft 65000: 2026-07-01/3=10000 2026-10-01/3=25000 2027-01-01/3=30000",
    ]);
  });

  it("what is in force stays, and the next version begins with it and says why", async () => {
    await load("member,period,figure\nKim Key,Q1 2027,100\nKim Key,Q2 2027,200\n");
    await here.house.owner.query("update plan_version set status = 'approved', in_force_from = '2026-07-01'");
    await load("member,period,figure\nKim Key,Q2 2027,300\n", { update: true });
    expect(await said()).toEqual([
      "Kim Key book 2026-07-01 approved 30000: 2026-07-01/3=10000 2026-10-01/3=20000",
      "Kim Key book 2026-07-01 draft 40000: 2026-07-01/3=10000 2026-10-01/3=30000",
    ]);
    const [draft] = await here.house.rows<{ number: number; reason: string }>(
      "select number, reason from plan_version where status = 'draft'",
      [],
    );
    expect(draft).toEqual({ number: 2, reason: expect.stringMatching(/^Import of file-\d+\.csv$/) });
  });

  it("says what is wrong, row by row, and writes the others", async () => {
    await load("member,period,figure\nLea Lead,Q1 2027,5\n");
    await here.house.owner.query("update plan_version set status = 'submitted' where member_id = $1", [lead.member]);
    const done = await load(
      [
        "member,plan for,period,months,figure",
        "Kim Key,,Q1 2027,,100",
        "Nobody,,Q1 2027,,100",
        "Kim Key,team,Q1 2027,,100",
        "Kim Key,,some day,,100",
        "Kim Key,,Q2,,100",
        "Kim Key,,2026-08-01,3,100",
        "Kim Key,,Q1 2027,,300",
        "Kim Key,,2027-01,,300",
        "Kim Key,,Q3 2027,,€300",
        "Lea Lead,,Q1 2027,,6",
      ].join("\n"),
      { update: true },
    );
    expect(await problemsOf(here.house, done.id)).toEqual([
      "3 member member-unknown",
      "4 plan_kind plan-holder",
      "5 period plan-period-unknown",
      "6 period plan-year-missing",
      "7 period plan-period-odd",
      "8 period duplicate-in-file",
      "9 period plan-spans-mixed",
      "10 amount plan-currency",
      "11 member plan-submitted",
    ]);
    expect(await said()).toEqual([
      "Kim Key book 2026-07-01 draft 10000: 2026-07-01/3=10000",
      "Lea Lead book 2026-07-01 submitted 500: 2026-07-01/3=500",
    ]);
  });
});

const targets = sharedFile("adventureworks/dw2020/ResellerSalesTargets.csv");
const sellers = sharedFile("adventureworks/dw2020/SalespersonPerformance.csv");

describe.runIf(targets && sellers)("R38 adventureworks: monthly targets", () => {
  it("go in with exactly six cells asked about", async () => {
    await here.load({ kind: "members", path: sellers ?? "", map: { EmployeeID: "code", EmployeeKey: "" } });
    const { id, status, result } = await here.load({ kind: "figures", path: targets ?? "" });
    expect({ status, ...result }).toMatchObject({ status: "done", rows: 81, create: 81, faulty: 0, questions: 6 });
    const asked = await here.house.rows<{ said: string }>(
      `select m.name || ' ' || (r.cells)[6] || ' ' || p.field || ' ' || p.value as said from stage.import_problem p
       join stage.import_row r on r.import_id = p.import_id and r.row_no = p.row_no join member m on m.code = (r.cells)[1]
       where p.import_id = $1 and p.question order by 1`,
      [id],
    );
    expect(asked.map((one) => one.said)).toEqual([
      "Brian Welcker 2019 m09 3000000",
      "Brian Welcker 2020 m09 3300000",
      "Brian Welcker 2021 m09 3650000",
      "Shu Ito 2019 m08 900000",
      "Shu Ito 2020 m08 1000000",
      "Shu Ito 2021 m08 1100000",
    ]);
    // 81 rows of 12 months, of which 163 have none.
    const [cells] = await here.house.rows<{ n: number }>("select count(*)::int as n from plan_figure", []);
    expect(cells?.n).toBe(81 * 12 - 163);
  }, 60_000);
});
