import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadBook } from "@/lib/features/book/queries";
import { bookFilter } from "@/lib/features/book/schema";
import { type ImportHouse, openImports, sharedFile } from "./imports-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const at = (path: string) => sharedFile(`adventureworks/${path}`);
const resellers = at("dw2020/Resellers.csv");
const products = at("dw2020/Product.csv");
const sales = at("dw2020/FactResellerSales_201707_202005.csv");

/** The day after the last one of the data's fiscal year. */
const DAY = "2020-06-01";

/**
 * Every figure once more by one statement of its own over the sale lines: none of the roll-ups, and percentiles by rank and interpolation instead of
 * percentile_cont.
 */
const INDEPENDENT = `
  with sold as (
    select c.id, coalesce(sum(s.base_amount) filter (where s.sold_on >= $2::date - interval '12 months'), 0) amount
    from client c left join sale_line s on s.client_id = c.id and s.sold_on < $2::date where c.tenant_id = $1 group by c.id
  ), ranked as (
    select id, amount, sum(greatest(amount, 0)) over (order by amount desc, id rows between unbounded preceding and current row) - greatest(amount, 0) as before_it,
      sum(greatest(amount, 0)) over () as whole from sold
  ), days as (
    select client_id, sold_on, sold_on - lag(sold_on) over (partition by client_id order by sold_on) gap
    from (select distinct client_id, sold_on from sale_line where tenant_id = $1 and amount > 0) d
  ), gaps as (
    select client_id, gap, row_number() over (partition by client_id order by gap) - 1 place, count(*) over (partition by client_id) n from days where gap is not null
  ), at_share as (
    select g.client_id, p.share, sum(case when g.place = floor(p.share * (g.n - 1)) then g.gap * (1 - (p.share * (g.n - 1) - floor(p.share * (g.n - 1)))) else 0 end
      + case when g.place = floor(p.share * (g.n - 1)) + 1 then g.gap * (p.share * (g.n - 1) - floor(p.share * (g.n - 1))) else 0 end) as value
    from gaps g cross join (values (0.5), (0.9)) p(share) where g.n >= 2 group by 1, 2)
  select r.id::text, r.amount::text, case when r.amount <= 0 then 'C' when before_it < 0.80 * whole then 'A' when before_it < 0.95 * whole then 'B' else 'C' end as abc,
    (greatest(r.amount, 0) / whole)::float8 as share,
    (select sum(power(greatest(x.amount, 0) / x.whole, 2)) * 10000 from ranked x)::float8 as index,
    (select max(sold_on)::text from days d where d.client_id = r.id) as last_on,
    m.value::float8 as median, $2::date - (select max(sold_on) from days d where d.client_id = r.id) > greatest(1.25 * m.value, p.value) as late
  from ranked r left join at_share m on m.client_id = r.id and m.share = 0.5 left join at_share p on p.client_id = r.id and p.share = 0.9`;

type Row = {
  id: string;
  amount: string;
  abc: string;
  share: number;
  index: number;
  last_on: string | null;
  median: number | null;
  late: boolean | null;
};

describe.runIf(resellers && products && sales)("R24 R77 adventureworks", () => {
  let here: ImportHouse;
  let wanted: Row[];
  beforeAll(async () => {
    here = await openImports({ currency: "USD", locale: "en" });
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
    const line = {
      ...{
        SalesOrderNumber: "document",
        OrderDate: "day",
        ProductKey: "product",
        ResellerKey: "client",
        EmployeeKey: "",
      },
      ...{ OrderQuantity: "quantity", TotalProductCost: "cost", SalesAmount: "amount", UnitPrice: "" },
    };
    expect(await here.load({ kind: "sales", path: sales ?? "", map: line })).toMatchObject({
      status: "done",
      result: { create: 57_851 },
    });
    process.env.GRANGE_TODAY = DAY;
    here.house.sit(here.admin);
    wanted = await here.house.rows<Row>(INDEPENDENT, [here.house.company, DAY]);
  }, 120_000);
  afterAll(() => here.house.close());

  it("turnover, share, ABC and concentration of 701 clients are those of one statement over the lines", async () => {
    const { concentration, rows } = await wholeBook();
    expect(rows).toHaveLength(701);
    const found = new Map(rows.map(({ id, figures }) => [id, figures]));
    for (const { id, amount, abc, share, last_on } of wanted) {
      const figures = found.get(id);
      expect(figures?.turnover).toBe(BigInt(amount));
      expect(figures?.abc).toBe(last_on === null ? null : abc);
      expect(figures?.share).toBeCloseTo(share, 12);
    }
    expect(concentration.index).toBeCloseTo(wanted[0]?.index ?? 0, 6);
    const top = [...wanted].sort((a, b) => Number(b.amount) - Number(a.amount)).slice(0, 5);
    expect(concentration.top?.share).toBeCloseTo(
      top.reduce((sum, one) => sum + one.share, 0),
      12,
    );
  });

  it("who is late by the own rhythm is, too", async () => {
    const { rows } = await wholeBook();
    const found = new Map(rows.map(({ id, figures }) => [id, figures?.rhythm ?? null]));
    for (const { id, median, late, last_on } of wanted) {
      const rhythm = found.get(id);
      expect(rhythm?.lastOn ?? null).toBe(last_on);
      if (median === null) expect(rhythm?.medianGap ?? null).toBeNull();
      else expect(rhythm?.medianGap).toBeCloseTo(median, 9);
      expect(rhythm?.state === "late").toBe(late === true);
    }
    expect(wanted.filter(({ late }) => late).length).toBeGreaterThan(20);
  });

  it("a quarterly buyer with 95 days is not late, one with 130 is", async () => {
    const [one] = await here.house.rows<{ id: string; last: string; median: number; p90: number }>(
      `select client_id::text id, last_on::text as last, median_gap median, p90_gap p90 from client_rhythm
       where tenant_id = $1 and median_gap between 91 and 93 and p90_gap between 93 and 104 and purchases >= 6 order by client_id limit 1`,
      [here.house.company],
    );
    const stateAfter = async (days: number) => {
      const [row] = await here.house.rows<{ day: string }>("select ($1::date + $2::int)::text as day", [
        one?.last,
        days,
      ]);
      process.env.GRANGE_TODAY = row?.day;
      const book = await wholeBook();
      process.env.GRANGE_TODAY = DAY;
      return book.rows.find(({ id }) => id === one?.id)?.figures?.rhythm?.state;
    };
    expect(await stateAfter(95)).not.toBe("late");
    expect(await stateAfter(130)).toBe("late");
  });

  async function wholeBook() {
    const open = (page: number) => loadBook(bookFilter.parse({ group: "none", size: "200", page: String(page) }));
    const first = await open(1);
    const rows = [...first.rows];
    for (let page = 2; rows.length < first.totals.clients; page++) rows.push(...(await open(page)).rows);
    return { ...first, rows };
  }
});
