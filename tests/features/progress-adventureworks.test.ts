import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { approvePlans, submitPlans } from "@/lib/features/plans/actions";
import { loadProgress } from "@/lib/features/progress/queries";
import { progressFilter } from "@/lib/features/progress/schema";
import { granted, type Person } from "./assignments-house";
import { fileOf, type ImportHouse, openImports, sharedFile } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

type Row = Record<string, string>;
const table = (path: string): Row[] => parse(readFileSync(path, "utf8"), { columns: true, bom: true });
const at = (path: string) => sharedFile(`adventureworks/${path}`);
const sellers = at("dw2020/SalespersonPerformance.csv");
const resellers = at("dw2020/Resellers.csv");
const products = at("dw2020/Product.csv");
const older = at("dw2020/FactResellerSales_201707_202005.csv");
const june = at("dw2020/ResellerSales_202006.csv");
const quotas = at("oracle/quota_vs_actual_by_salesperson_quarter.csv");

const line = {
  ...{ SalesOrderNumber: "document", OrderDate: "day", ProductKey: "product", ResellerKey: "client" },
  ...{
    EmployeeKey: "seller",
    OrderQuantity: "quantity",
    TotalProductCost: "cost",
    SalesAmount: "amount",
    UnitPrice: "",
  },
};
const cents = (text: string) => BigInt(Math.round(Number(text) * 100));
/** "FY2018-Q1" begins on 1 July 2017. */
const firstDay = (quarter: string) => {
  const [, year = "", number = ""] = /FY(\d{4})-Q(\d)/.exec(quarter) ?? [];
  const month = 7 + (Number(number) - 1) * 3;
  return `${month > 12 ? Number(year) : Number(year) - 1}-${String(month > 12 ? month - 12 : month).padStart(2, "0")}-01`;
};

describe.runIf(sellers && resellers && products && older && june && quotas)(
  "R42 R93 adventureworks: quotas by quarter",
  () => {
    let here: ImportHouse;
    let director: Person;
    const wanted = quotas ? table(quotas) : [];
    const quarters = [...new Set(wanted.map((row) => row.fq ?? ""))];
    const asked = (values: Record<string, string>) => loadProgress(progressFilter.parse({ by: "manager", ...values }));

    beforeAll(async () => {
      here = await openImports({ currency: "USD", locale: "en" });
      const { house } = here;
      await house.owner.query("update identity.tenant set fiscal_start_month = 7 where id = $1", [house.company]);
      await here.load({ kind: "members", path: sellers ?? "" });
      const map = {
        ResellerKey: "code",
        ResellerName: "name",
        BusinessType: "industry",
        City: "city",
        StateProvinceName: "region",
      };
      await here.load({ kind: "clients", path: resellers ?? "", map, options: { createMissing: true } });
      const named = { ProductKey: "code", Product: "product_name", EnglishProductCategoryName: "product_group" };
      await here.load({ kind: "products", path: products ?? "", map: named, options: { createMissing: true } });
      await here.load({ kind: "sales", path: older ?? "", map: line });
      await here.load({ kind: "sales", path: june ?? "", map: { ...line, SalesOrderLineNumber: "line" } });
      // Quotas come in as drafts, in the quarters of the company's year; a director puts them in force.
      const figures = {
        EmployeeKey: "member",
        fq: "period",
        quota: "amount",
        Salesperson: "",
        Date: "",
        actual_own: "",
      };
      expect(await here.load({ kind: "figures", path: quotas ?? "", map: figures })).toMatchObject({
        status: "done",
        result: { rows: 163, create: 163, faulty: 0, totals: [{ value: "95714000.00" }] },
      });
      director = await house.person("Dana Director", "director");
      house.sit(director);
      const drafts = await house.rows<{ id: string; version: number }>(
        "select id::text, version from plan_version where status = 'draft'",
        [],
      );
      expect(drafts).toHaveLength(new Set(wanted.map((row) => `${row.EmployeeKey} ${row.fq?.slice(0, 6)}`)).size);
      const plans = drafts.map(({ id, version }) => ({ versionId: id, version }));
      granted(await house.send(submitPlans, { plans }));
      const submitted = plans.map((plan) => ({ ...plan, version: plan.version + 1 }));
      expect(granted(await house.send(approvePlans, { plans: submitted }))).toEqual({ done: plans.length, left: [] });
      process.env.GRANGE_TODAY = "2020-07-01";
      house.sit(here.admin);
    }, 180_000);
    afterAll(() => here.house.close());

    it("attainment of every person and quarter is the oracle's", async () => {
      const codes = new Map(
        (
          await here.house.rows<{ id: string; code: string }>("select id, code from member where code is not null", [])
        ).map(({ id, code }) => [id, code]),
      );
      expect(quarters).toHaveLength(12);
      for (const quarter of quarters) {
        const { lines } = await asked({ period: "quarter", at: firstDay(quarter) });
        const found = new Map(
          lines
            .filter(({ standing }) => standing.plan !== null)
            .map(({ key, standing }) => [
              codes.get(key),
              [standing.plan, standing.fact, ((standing.attainment.share ?? 0) * 100).toFixed(2)],
            ]),
        );
        const oracle = new Map(
          wanted
            .filter(({ fq }) => fq === quarter)
            .map((row) => [
              row.EmployeeKey,
              [cents(row.quota ?? ""), cents(row.actual_own ?? ""), Number(row.attainment_pct).toFixed(2)],
            ]),
        );
        expect(found).toEqual(oracle);
      }
    });

    it("the total of three fiscal years is 84.60 %, each sale counted once", async () => {
      let [fact, plan] = [0n, 0n];
      for (const year of ["2018-06-30", "2019-06-30", "2020-06-30"]) {
        const { total, span } = await asked({ period: "year", at: year });
        expect(span.months[0]?.slice(5)).toBe("07-01");
        fact += total.standing.fact;
        plan += total.standing.plan ?? 0n;
      }
      expect({ fact, plan }).toEqual({ fact: 8_097_772_021n, plan: 9_571_400_000n });
      expect(((Number(fact) / Number(plan)) * 100).toFixed(2)).toBe("84.60");
    });

    it("a manager's figure for the team is not added to what the team's people are asked for", async () => {
      const { house } = here;
      const before = (await asked({ period: "year", at: "2019-06-30" })).total.standing;
      await house.owner.query("update member set roles = '{kam,lead}' where code = '272' and tenant_id = $1", [
        house.company,
      ]);
      const path = fileOf("member,plan for,period,figure\n272,team,FY2019,40000000\n");
      expect(await here.load({ kind: "figures", path })).toMatchObject({ status: "done", result: { create: 1 } });
      const [draft] = await house.rows<{ versionId: string; version: number }>(
        `select id::text as "versionId", version from plan_version where status = 'draft'`,
        [],
      );
      const plan = draft ?? { versionId: "", version: 0 };
      house.sit(director);
      granted(await house.send(submitPlans, { plans: [plan] }));
      const submitted = { ...plan, version: plan.version + 1 };
      expect(granted(await house.send(approvePlans, { plans: [submitted] }))).toEqual({ done: 1, left: [] });
      const { total, lines } = await asked({ period: "year", at: "2019-06-30" });
      expect(total.standing).toEqual(before);
      expect(lines.reduce((sum, { standing }) => sum + (standing.plan ?? 0n), 0n)).toBe(before.plan);
      house.sit(here.admin);
    });

    it("a person's quarter opens its clients, months and lines, which add up to it", async () => {
      const { lines } = await asked({ period: "quarter", at: "2019-10-15" });
      const [worst] = lines;
      const clients = await asked({ period: "quarter", at: "2019-10-15", by: "client", member: worst?.key ?? "" });
      expect(clients.lines.reduce((sum, { standing }) => sum + standing.fact, 0n)).toBe(worst?.standing.fact);
    });
  },
);
