import { describe, expect, it } from "vitest";
import { amountColumn } from "@/lib/domain/import/amount-style";
import { type Decimal, decimalFrom, decimalText, minus, plus, times, toMinor, zero } from "@/lib/domain/import/decimal";
import { monthColumns } from "@/lib/domain/import/month-columns";
import { parseMoney } from "@/lib/domain/import/parse-amount";
import { dayColumn, parseDay } from "@/lib/domain/import/parse-day";
import { inspectFile } from "@/lib/io/spreadsheet/inspect-file";
import { readRows } from "@/lib/io/spreadsheet/read-rows";
import { notThere, sharedData } from "../../domain/import/shared-data";
import { cellsOf } from "./files";

const minute = 60_000;

/** The column of that name, from the rows below the header. */
async function column(path: string, name: string) {
  const { header } = await inspectFile(path);
  const at = header?.names.indexOf(name) ?? -1;
  const cells = await cellsOf(path, { afterRow: header?.rows.at(-1) ?? 0, width: header?.names.length ?? 0 });
  return cells.map((row) => row[at] ?? null);
}

/** The exact sum of a money column in cents, by its own style, and how many cells were empty. */
async function moneyOf(path: string, name: string) {
  const cells = await column(path, name);
  const seen = amountColumn();
  for (const cell of cells) seen.see(cell);
  const style = seen.decide();
  const sum = { minor: 0n, empty: 0, style: style.decimal };
  for (const cell of cells) {
    const money = parseMoney(cell, style, 2);
    if (!money.ok) throw new Error(`${money.code}: ${JSON.stringify(cell)}`);
    if (money.value === null) sum.empty++;
    else sum.minor += money.value.minor;
  }
  return sum;
}

describe("R46 AdventureWorks", () => {
  const sales = ["FactResellerSales_201707_202005.csv", "ResellerSales_202006.csv"];

  it("60,855 lines of sales add up to 80,977,720.21", { timeout: minute }, async (context) => {
    const files = sales.flatMap((name) => sharedData(`adventureworks/dw2020/${name}`) ?? []);
    if (files.length < 2) return context.skip(notThere);
    const [main, june] = await Promise.all(files.map((path) => moneyOf(path, "SalesAmount")));
    expect(main?.style).toBe(".");
    expect((main?.minor ?? 0n) + (june?.minor ?? 0n)).toBe(8_097_772_021n);
    expect((await inspectFile(files[0] ?? "")).rows + (await inspectFile(files[1] ?? "")).rows).toBe(60_855 + 2);
  });

  it("its NULL costs are empty, not zero and not a fault", { timeout: minute }, async (context) => {
    const file = sharedData(`adventureworks/dw2020/${sales[0]}`);
    if (!file) return context.skip(notThere);
    const cells = await column(file, "TotalProductCost");
    const nulls = cells.filter((cell) => cell === "NULL").length;
    expect(nulls).toBeGreaterThan(0);
    expect((await moneyOf(file, "TotalProductCost")).empty).toBe(nulls);
  });

  it("its monthly targets are a wide table of twelve months with 163 dashes", async (context) => {
    const file = sharedData("adventureworks/dw2020/ResellerSalesTargets.csv");
    if (!file) return context.skip(notThere);
    const { header } = await inspectFile(file);
    const months = monthColumns(header?.names ?? []);
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const rows = await cellsOf(file, { afterRow: 1 });
    expect(rows).toHaveLength(81);
    expect(rows.flatMap((row) => months.map((month) => row[month.column])).filter((cell) => cell === "-")).toHaveLength(
      163,
    );
  });

  it.for<[string, string, number]>([
    ["oltp/SalesPerson.csv", "\t", 17],
    ["oltp/Employee.csv", "\t", 290],
    ["dw/DimReseller.csv", "|", 701],
    ["dw/FactSalesQuota.csv", "|", 163],
    ["dw2020/Region.csv", ",", 11],
  ])("%s parts its columns with %j", async ([name, delimiter, rows], context) => {
    const file = sharedData(`adventureworks/${name}`);
    if (!file) return context.skip(notThere);
    const seen = await inspectFile(file);
    expect([seen.delimiter, seen.rows, seen.faultCount]).toEqual([delimiter, rows, 0]);
    expect(seen.header === null).toBe(!name.startsWith("dw2020"));
  });
});

describe("R46 Northwind", () => {
  it("its lines rounded half up give 1,265,793.29, of which rounding is 0.2505", {
    timeout: minute,
  }, async (context) => {
    const file = sharedData("northwind/csv/OrderDetails.csv");
    if (!file) return context.skip(notThere);
    const exact = (cell: unknown): Decimal => decimalFrom(String(cell)) ?? zero;
    let [booked, rounding, total] = [0n, zero, zero];
    for await (const { cells } of readRows(file, { afterRow: 1 })) {
      const [, , price, quantity, discount] = cells;
      const line = times(times(exact(price), exact(quantity)), minus(exact("1"), exact(discount)));
      const money = toMinor(line, 2);
      [booked, rounding, total] = [booked + money.minor, plus(rounding, money.rounding), plus(total, line)];
    }
    expect(booked).toBe(126_579_329n);
    expect(Number(decimalText(total))).toBe(1_265_793.0395);
    expect(Number(decimalText(rounding))).toBe(0.2505);
  });

  it("its order days are American, by the column: 4 July 1996 to 6 May 1998", async (context) => {
    const file = sharedData("northwind/csv/Orders.csv");
    if (!file) return context.skip(notThere);
    const cells = await column(file, "OrderDate");
    const seen = dayColumn();
    for (const cell of cells) seen.see(cell);
    const style = seen.decide("dmy");
    expect(style.order).toBe("mdy");
    const days = cells.map((cell) => {
      const day = parseDay(cell, style);
      return day.ok ? (day.value?.day ?? "") : day.code;
    });
    expect([days.length, days.toSorted().at(0), days.toSorted().at(-1)]).toEqual([830, "1996-07-04", "1998-05-06"]);
  });

  it("names of other languages stay what they are", async (context) => {
    const file = sharedData("northwind/csv/Customers.csv");
    if (!file) return context.skip(notThere);
    const names = await column(file, "City");
    expect(names).toEqual(expect.arrayContaining(["México D.F.", "Genève", "Münster", "Århus"]));
  });
});
