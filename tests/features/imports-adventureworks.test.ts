import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf, type ImportHouse, openImports, sharedFile } from "./imports-house";

type Row = Record<string, string>;
const table = (path: string): Row[] => parse(readFileSync(path, "utf8"), { columns: true, bom: true });
const at = (path: string) => sharedFile(`adventureworks/${path}`);

const sellers = at("dw2020/SalespersonPerformance.csv");
const resellers = at("dw2020/Resellers.csv");
const products = at("dw2020/Product.csv");
const older = at("dw2020/FactResellerSales_201707_202005.csv");
const june = at("dw2020/ResellerSales_202006.csv");
const byMonth = at("oracle/actual_by_salesperson_month.csv");
const byClient = at("oracle/client_summary.csv");

const line = {
  SalesOrderNumber: "document",
  OrderDate: "day",
  ProductKey: "product",
  ResellerKey: "client",
  EmployeeKey: "seller",
  OrderQuantity: "quantity",
  TotalProductCost: "cost",
  SalesAmount: "amount",
  UnitPrice: "",
};

describe.runIf(sellers && resellers && products && older && june && byMonth && byClient)(
  "adventureworks through the engine",
  () => {
    let at: ImportHouse;
    beforeAll(async () => {
      at = await openImports({ currency: "USD", locale: "en" });
    });
    afterAll(() => at.house.close());

    it("members, clients and products go in whole", async () => {
      expect(await at.load({ kind: "members", path: sellers ?? "" })).toMatchObject({
        status: "done",
        result: { create: 18, faulty: 0 },
      });
      const map = {
        ResellerKey: "code",
        ResellerName: "name",
        BusinessType: "industry",
        City: "city",
        StateProvinceName: "region",
      };
      expect(
        await at.load({ kind: "clients", path: resellers ?? "", map, options: { createMissing: true } }),
      ).toMatchObject({ status: "done", result: { create: 701, faulty: 0 } });
      const named = { ProductKey: "code", Product: "product_name", EnglishProductCategoryName: "product_group" };
      expect(
        await at.load({ kind: "products", path: products ?? "", map: named, options: { createMissing: true } }),
      ).toMatchObject({ status: "done", result: { create: 397, faulty: 0 } });
    }, 60_000);

    it("assignments follow from who sold last", async () => {
      const last = table(byClient ?? "").filter((row) => row.lastkam !== "");
      const rows = last.map((row) => `${row.ResellerKey},${Number(row.lastkam)},${row.first}`);
      const path = fileOf(`client,member,from\n${rows.join("\n")}\n`);
      expect(await at.load({ kind: "assignments", path })).toMatchObject({
        status: "done",
        result: { create: 635, faulty: 0 },
      });
    }, 60_000);

    it("60,855 lines of sales give the known total, to the cent", async () => {
      expect(await at.load({ kind: "sales", path: older ?? "", map: line })).toMatchObject({
        status: "done",
        result: { create: 57_851, faulty: 0, rounding: "0" },
      });
      expect(
        await at.load({ kind: "sales", path: june ?? "", map: { ...line, SalesOrderLineNumber: "line" } }),
      ).toMatchObject({ status: "done", result: { create: 3004, faulty: 0 } });
      const [sum] = await at.house.rows<{ lines: string; total: string }>(
        "select count(*)::text as lines, sum(base_amount)::text as total from sale_line",
        [],
      );
      expect(sum).toEqual({ lines: "60855", total: "8097772021" });
    }, 120_000);

    it("by seller and month, and by client, they are the oracle's", async () => {
      const sold = await at.house.rows<{ key: string; amount: string }>(
        `select m.code || ' ' || to_char(c.month, 'YYYY-MM') as key, (sum(c.amount) / 100)::numeric(20, 2)::text as amount
       from credit_month c join member m on m.id = c.member_id group by 1`,
        [],
      );
      const wanted = table(byMonth ?? "").map(
        (row) => [`${row.EmployeeKey} ${row.month}`, Number(row.SalesAmount).toFixed(2)] as const,
      );
      expect(new Map(sold.map(({ key, amount }) => [key, amount]))).toEqual(new Map(wanted));
      const bought = await at.house.rows<{ code: string; amount: string }>(
        "select c.code, (sum(s.amount) / 100)::numeric(20, 2)::text as amount from client c join client_month s on s.client_id = c.id group by 1",
        [],
      );
      const totals = table(byClient ?? "")
        .filter((row) => row.first !== "")
        .map((row) => [row.ResellerKey, Number(row.total).toFixed(2)] as const);
      expect(new Map(bought.map(({ code, amount }) => [code, amount]))).toEqual(new Map(totals));
    });
  },
);
