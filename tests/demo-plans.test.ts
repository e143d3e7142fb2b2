import { describe, expect, it } from "vitest";
import { demoOn } from "./support/demo-on";

const { companies } = demoOn("2026-11-23");

describe.each(companies.map((company) => [company.tenant.name, company] as const))("plans of %s", (_, { tables }) => {
  const cellsOf = new Map<string, number>();
  for (const { version_id, amount } of tables.plan_cell)
    cellsOf.set(version_id, (cellsOf.get(version_id) ?? 0) + amount);

  it("R85 the cells of every version add up to its figure, to the minor unit", () => {
    const split = tables.plan_version.filter(({ id }) => cellsOf.has(id));
    expect(split.length).toBeGreaterThan(3);
    for (const { id, figure } of split) expect(cellsOf.get(id)).toBe(figure);
  });

  it("R38 figures of leads are given by quarter and add up to the year", () => {
    const quarterly = tables.plan_version.filter(({ id }) => !cellsOf.has(id));
    expect(quarterly.length).toBeGreaterThan(0);
    for (const { id, figure } of quarterly) {
      const parts = tables.plan_figure.filter(({ version_id }) => version_id === id);
      expect(parts).toHaveLength(4);
      expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(figure);
    }
  });

  it("domain.md 3: what people are credited with adds up to what is in force, moved or not", () => {
    const inForce = tables.plan_cell.filter(({ version_id, month }) => {
      const version = tables.plan_version.find(({ id }) => id === version_id);
      const next = tables.plan_version.find(
        ({ plan_id, number }) => plan_id === version?.plan_id && number === version.number + 1,
      );
      const from = version?.in_force_from;
      return from && month >= from && !(next?.in_force_from && month >= next.in_force_from);
    });
    const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0);
    expect(sum(tables.plan_credit)).toBe(sum(inForce));
    expect(tables.plan_credit.reduce((total, { planned }) => total + planned, 0)).toBe(sum(inForce));
  });

  it("the running year is approved, the next one is a draft", () => {
    const of = (year: string) => tables.plan.filter(({ starts_on, kind }) => starts_on === year && kind === "book");
    const versions = (year: string) =>
      tables.plan_version.filter(({ plan_id }) => of(year).some(({ id }) => id === plan_id));
    expect(of("2026-01-01").length).toBeGreaterThan(1);
    expect(new Set(versions("2026-01-01").map(({ status }) => status))).toEqual(new Set(["approved", "superseded"]));
    expect(new Set(versions("2027-01-01").map(({ status }) => status))).toEqual(new Set(["draft"]));
  });
});
