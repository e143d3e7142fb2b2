import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/domain/calendar-date";
import { contains } from "@/lib/domain/period";
import { sourceKindsOf } from "@/lib/domain/source-kind";
import type { Company } from "@/prisma/seed/rows";
import { byClient } from "@/prisma/seed/sales/ledger";
import { demoOn } from "@/tests/support/demo-on";

const today = "2026-11-23";
const { companies } = demoOn(today);
const [sever, north] = companies as [Company, Company];

const clientNamed = ({ tables }: Company, name: string) => {
  const found = tables.client.find((client) => client.name === name);
  if (!found) throw new Error(`the demo has no ${name}`);
  return found;
};
const linesOf = (company: Company, name: string) => {
  const { id } = clientNamed(company, name);
  return company.tables.sale_line.filter((line) => line.client_id === id);
};
/** Days on which something was bought, oldest first. */
const purchases = (company: Company, name: string) => [
  ...new Set(linesOf(company, name).flatMap(({ sold_on, amount }) => (amount > 0 ? [sold_on] : []))),
];
const gaps = (days: readonly string[]) => days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const turnover = (company: Company, name: string, from: number, to: number) =>
  linesOf(company, name)
    .filter(({ sold_on }) => sold_on > addDays(today, -from) && sold_on <= addDays(today, -to))
    .reduce((sum, { base_amount }) => sum + base_amount, 0);

describe.each([today, "2024-02-29"])("on %s what was sold is what the product would have written", (day) => {
  const made = new Map(demoOn(day).companies.map((company) => [company.tenant.name, company]));
  it.each([...made.keys()])("%s", (name) => {
    const company = made.get(name);
    if (!company) throw new Error(name);
    const { sale_line, assignment, product, rate, contract, member } = company.tables;
    const groupOf = new Map(product.map(({ id, group_id }) => [id, group_id]));
    const rateOf = new Map(rate.map(({ currency, on_day, rate: one }) => [`${currency} ${on_day}`, one]));
    const owners = byClient(assignment.filter(({ role }) => role === "primary"));
    const since = new Map(company.tables.client.map((client) => [client.id, client.since]));
    const working = new Map(member.map((one) => [one.id, { startsOn: one.joined_on, endsOn: one.left_on }]));
    const faults = sale_line.filter((line) => {
      const owner = owners
        .get(line.client_id)
        ?.find((row) => contains({ startsOn: row.starts_on, endsOn: row.ends_on }, line.sold_on));
      const paid = line.currency === company.tenant.currency ? 1 : rateOf.get(`${line.currency} ${line.sold_on}`);
      const seller = line.seller_id === null ? undefined : working.get(line.seller_id);
      return (
        line.sold_on > day ||
        line.sold_on < (since.get(line.client_id) ?? "") ||
        line.owner_id !== (owner?.member_id ?? null) ||
        (line.seller_id !== null && !(seller && contains(seller, line.sold_on))) ||
        line.group_id !== groupOf.get(line.product_id) ||
        line.rate !== paid ||
        line.base_amount !== Math.round(line.amount * line.rate) ||
        Math.sign(line.quantity) !== Math.sign(line.amount) ||
        line.amount === 0
      );
    });
    expect(faults).toEqual([]);
    expect(new Set(sale_line.map(({ document, line }) => `${document} ${line}`)).size).toBe(sale_line.length);
    for (const lines of byClient(sale_line).values())
      expect(lines.map(({ source }) => source)).toEqual(
        sourceKindsOf(
          lines.map(({ sold_on, group_id, amount }) => ({ day: sold_on, group: group_id, amount: BigInt(amount) })),
        ),
      );
    for (const { status, signed_on, starts_on, ends_on, client_id } of contract) {
      expect(status === "draft" || (signed_on !== null && signed_on <= day)).toBe(true);
      expect((starts_on ?? "") <= (ends_on ?? "")).toBe(true);
      if (status === "signed")
        expect(owners.get(client_id)?.some((row) => row.ends_on === null || row.ends_on > (signed_on ?? ""))).toBe(
          true,
        );
    }
  });
});

describe("the figures of «Север-Торг» are those of a distributor of its size", () => {
  const lines = sever.tables.sale_line;
  const year = lines.filter(({ sold_on }) => sold_on > addDays(today, -365));
  const sum = (rows: typeof lines) => rows.reduce((all, { base_amount }) => all + base_amount, 0) / 100;

  it("a year is 1.2 to 2 billion roubles, most of it from a quarter of the clients", () => {
    expect([sum(year) > 1.2e9, sum(year) < 2e9]).toEqual([true, true]);
    const shares = [...byClient(year).values()].map(sum).sort((a, b) => b - a);
    const quarter = shares.slice(0, Math.round(shares.length / 4)).reduce((all, one) => all + one, 0);
    expect(quarter / sum(year)).toBeGreaterThan(0.75);
  });

  it("thirty months, with returns, other currencies, named sellers, missing costs and every source", () => {
    expect(lines.length).toBeGreaterThan(40_000);
    expect(new Set(lines.map(({ sold_on }) => sold_on.slice(0, 7))).size).toBe(31);
    expect(lines.filter(({ amount }) => amount < 0).length).toBeGreaterThan(300);
    expect(lines.filter(({ currency }) => currency === "CNY").length).toBeGreaterThan(100);
    expect(lines.filter(({ seller_id }) => seller_id !== null).length).toBeGreaterThan(400);
    const uncosted = lines.filter(({ cost }) => cost === null).length / lines.length;
    expect([uncosted > 0.03, uncosted < 0.1]).toEqual([true, true]);
    expect(new Set(lines.map(({ source }) => source))).toEqual(new Set(["new", "growth", "renewal"]));
  });

  it("summer sells water, the end of the year sells sweets", () => {
    const share = (group: string, months: readonly string[]) => {
      const id = sever.tables.product_group.find(({ name }) => name === group)?.id;
      const its = lines.filter(({ group_id }) => group_id === id);
      return sum(its.filter(({ sold_on }) => months.includes(sold_on.slice(5, 7)))) / sum(its);
    };
    expect(share("Вода и напитки", ["06", "07", "08"])).toBeGreaterThan(
      2 * share("Вода и напитки", ["12", "01", "02"]),
    );
    expect(share("Кондитерские изделия", ["11", "12"])).toBeGreaterThan(share("Кондитерские изделия", ["06", "07"]));
  });
});

describe("the stories are there", () => {
  it.each([
    // Late by the own rhythm, late but a quarterly buyer, not late at 95 days.
    ["sever", "Евростандарт", 28, 41],
    ["sever", "Металлоцентр", 91, 130],
    ["sever", "Золотая нива", 91, 95],
    ["sever", "Галактика Ритейл", 7, 3],
    ["north", "Brightwater Clinics", 14, 26],
    ["north", "Oak Hollow Schools Supply", 91, 95],
    ["north", "Pine Barrel Brewing", 91, 130],
  ] as const)("%s: %s buys every %d days, last %d days ago", (where, name, rhythm, last) => {
    const company = where === "sever" ? sever : north;
    const days = purchases(company, name);
    expect(daysBetween(days.at(-1) ?? "", today)).toBe(last);
    expect(Math.abs((median(gaps(days)) ?? 0) - rhythm)).toBeLessThanOrEqual(1);
  });

  it("one grows, one loses, one sleeps, one is back after two years, one is new", () => {
    const change = (name: string) => turnover(sever, name, 365, 0) / turnover(sever, name, 730, 365) - 1;
    expect(change("Галактика Ритейл")).toBeGreaterThan(0.25);
    expect(change("Альтаир Логистика")).toBeLessThan(-0.2);
    expect(daysBetween(purchases(sever, "Невский берег").at(-1) ?? "", today)).toBeGreaterThan(2.5 * 30);
    expect(Math.max(...gaps(purchases(sever, "Кедр Маркет")))).toBeGreaterThan(731);
    expect(linesOf(sever, "Кедр Маркет").at(-1)?.source).toBe("new");
    expect(daysBetween(clientNamed(sever, "Орион").since ?? "", today)).toBeLessThan(45);
    expect(purchases(sever, "Орион").length).toBeGreaterThan(1);
  });

  it("the red client's contract ends within a month", () => {
    const { id } = clientNamed(sever, "Евростандарт");
    const running = sever.tables.contract.filter(({ client_id, status }) => client_id === id && status === "signed");
    expect(running.map(({ number, ends_on }) => [number, daysBetween(today, ends_on ?? "")])).toEqual([["118", 25]]);
    const soon = sever.tables.contract.filter(
      ({ status, ends_on }) => status === "signed" && ends_on !== null && daysBetween(today, ends_on) <= 60,
    );
    expect(soon.length).toBeGreaterThan(20);
  });
});
