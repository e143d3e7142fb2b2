import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revertRun } from "@/lib/features/imports/engine/revert-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";
import { listConflicts } from "@/lib/features/imports/sql/undo";
import { expectRollUps } from "./imports-facts";
import { fileOf, type ImportHouse, openImports, sharedFile } from "./imports-house";

type Row = Record<string, string>;
const at = (name: string) => sharedFile(`northwind/csv/${name}.csv`);
const table = (path: string | null): Row[] =>
  path ? parse(readFileSync(path, "utf8"), { columns: true, bom: true }) : [];

const files = ["Orders", "OrderDetails", "Products", "Customers", "Employees"].map(at);
const [orders = [], details = [], products = [], customers = [], employees = []] = files.map(table);

const csv = (header: string, rows: (string | undefined)[][]) =>
  `${header}\n${rows.map((row) => row.map((cell = "") => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\n")}\n`;

const orderOf = new Map(orders.map((order) => [order.OrderID, order]));
const sold = details.map((line) => {
  const order = orderOf.get(line.OrderID ?? "") ?? {};
  return [
    line.OrderID,
    order.OrderDate,
    order.CustomerID,
    line.ProductID,
    line.Quantity,
    line.UnitPrice,
    line.Discount,
    order.EmployeeID,
  ];
});
const header = "Order ID,Order date,Customer ID,Product ID,Quantity,Unit price,Discount,Employee ID";

describe.runIf(files.every((file) => file !== null))("northwind through the engine", () => {
  let here: ImportHouse;
  let path = "";
  let before: string;
  let run = "";

  /** Checksums of the business columns of everything that an import writes. */
  const checksums = async () => {
    const [row] = await here.house.rows<{ sums: string }>(
      `select md5(coalesce(string_agg(r, '|' order by r), '')) as sums from (
         select (to_jsonb(s) - '{version,updated_at,id}'::text[])::text r from sale_line s
         union all select (to_jsonb(p) - '{version,updated_at,created_at}'::text[])::text from product p union all select (to_jsonb(g) - '{version,updated_at}'::text[])::text from product_group g
         union all select (to_jsonb(c) - '{version,updated_at,created_at}'::text[])::text from client c union all select to_jsonb(m)::text from client_month m
         union all select to_jsonb(m)::text from credit_month m union all select to_jsonb(a)::text from assignment a) x`,
      [],
    );
    return row?.sums ?? "";
  };

  beforeAll(async () => {
    here = await openImports({ currency: "USD", locale: "en" });
    const people = employees.map((one) => [
      `${one.FirstName}.${one.LastName}@northwind.test`,
      `${one.FirstName} ${one.LastName}`,
      one.EmployeeID,
    ]);
    const loaded = [
      await here.load({ kind: "members", path: fileOf(csv("email,name,code", people)) }),
      await here.load({
        kind: "clients",
        path: fileOf(
          csv(
            "code,name,city",
            customers.map((one) => [one.CustomerID, one.CompanyName, one.City]),
          ),
        ),
      }),
      await here.load({
        kind: "products",
        path: fileOf(
          csv(
            "code,name,group",
            products.map((one) => [one.ProductID, one.ProductName, `Category ${one.CategoryID}`]),
          ),
        ),
        options: { createMissing: true },
      }),
    ];
    expect(loaded.map(({ result }) => [result?.create, result?.faulty])).toEqual([
      [employees.length, 0],
      [91, 0],
      [77, 0],
    ]);
    before = await checksums();
    path = fileOf(csv(header, sold));
  }, 60_000);
  afterAll(() => here.house.close());

  it("2,155 lines at price × quantity × (1 − discount) are 1,265,793.29, and 0.2505 of it is rounding", async () => {
    const done = await here.load({ kind: "sales", path });
    run = done.id;
    expect(done).toMatchObject({
      status: "done",
      result: {
        rows: 2155,
        create: 2155,
        faulty: 0,
        rounding: "0.2505",
        totals: [{ field: "amount", currency: "USD", value: "1265793.29" }],
      },
    });
    expect(await here.house.rows("select sum(base_amount)::text as total from sale_line", [])).toEqual([
      { total: "126579329" },
    ]);
    await expectRollUps(here.house);
  }, 30_000);

  it("a second run changes nothing", async () => {
    const stands = await checksums();
    expect(await here.load({ kind: "sales", path, options: { update: true } })).toMatchObject({
      status: "done",
      result: { create: 0, update: 0, same: 2155, faulty: 0 },
    });
    expect(await checksums()).toBe(stands);
  }, 30_000);

  it("a changed file changes its lines alone, and its revert brings them back", async () => {
    const stands = await checksums();
    const changed = sold.map((line, index) => (index % 100 === 0 ? line.with(4, "1000") : line));
    const again = fileOf(csv(header, changed));
    expect(await here.load({ kind: "sales", path: again })).toMatchObject({
      status: "done",
      result: { create: 0, update: 0, same: 2155 },
    });
    expect(await checksums()).toBe(stands);
    const updated = await here.load({ kind: "sales", path: again, options: { update: true } });
    expect(updated).toMatchObject({ status: "done", result: { create: 0, update: 22, same: 2133 } });
    await expectRollUps(here.house);
    // The first import's revert must not take away what the second has changed: it is named instead.
    const conflicts = await here.open((scope) => listConflicts(scope, run));
    expect(conflicts.length).toBe(22);
    expect(conflicts[0]).toMatchObject({ table: "sale_line", before: null, now: { quantity: 1000 } });
    await revert(updated.id);
    expect(await checksums()).toBe(stands);
  }, 60_000);

  it("a replaced period loses what the file no longer has, and its revert gives it back", async () => {
    const stands = await checksums();
    const part = fileOf(
      csv(
        header,
        sold.filter((line) => line[1]?.endsWith("/1997") && line[2] !== "QUICK"),
      ),
    );
    const done = await here.load({ kind: "sales", path: part, options: { replacePeriod: true } });
    expect(done.status).toBe("done");
    expect(done.result?.remove).toBeGreaterThan(30);
    const left = await here.house.rows<{ n: number }>(
      "select count(*)::int as n from sale_line s join client c on c.id = s.client_id where c.code = 'QUICK' and s.sold_on between '1997-01-01' and '1997-12-31'",
      [],
    );
    expect(left).toEqual([{ n: 0 }]);
    await expectRollUps(here.house);
    await revert(done.id);
    expect(await checksums()).toBe(stands);
    await expectRollUps(here.house);
  }, 60_000);

  it("a revert leaves what somebody has changed since, unless it is chosen, and else everything is as before", async () => {
    await here.house.owner.query("update sale_line set quantity = 5 where document = '10248' and line = '11#1'");
    await revert(run);
    expect(await here.house.rows("select document, line from sale_line where quantity = 5", [])).toHaveLength(1);
    const [rest] = await here.open((scope) => listConflicts(scope, run));
    await here.open((scope) => moveRun(scope, run, ["reverted"], { status: "done" }));
    await revert(run, [`sale_line:${rest?.id}`]);
    // Other imports' second reading of the same file left nothing behind.
    expect(await checksums()).toBe(before);
    expect(await here.house.rows("select from client_month", [])).toEqual([]);
  }, 60_000);

  async function revert(id: string, chosen: string[] = []): Promise<void> {
    await here.open((scope) => moveRun(scope, id, ["done"], { status: "reverting" }));
    await revertRun(here.open, id, chosen);
    const [row] = await here.house.rows("select status, error from import_run where id = $1", [id]);
    expect(row).toEqual({ status: "reverted", error: null });
  }
});
