import { headerPeriod, monthFields, quarterFields } from "@/lib/domain/import/period-columns";
import type { KindContext, KindField } from "../kind";

/** Fields of a wide table: their year is their header's, else the row's own column. */
export const wideFields = (names: readonly string[]): KindField[] =>
  names.map((field) => ({
    field,
    required: false,
    type: "money",
    shape: "wide",
    synonyms: { en: [], ru: [] },
    ...(quarterFields.includes(field) ? { template: false as const } : {}),
  }));

export const yearField: KindField = {
  field: "year",
  required: false,
  type: "quantity",
  scale: 0,
  example: "",
  shape: "wide",
  template: false,
  synonyms: { en: ["year", "calendar year"], ru: ["год", "календарный год"] },
};

/**
 * Every figure of the staged rows as a row of its own: row_no, field, span (1, 3, 12 months), starts_on (null where nothing says which year) and amount.
 * `long` says the parts of a row that has one figure: calendar month, quarter of the company's year, its year, span.
 */
export function periodRows(
  of: KindContext,
  long: { month: string; quarter: string; year: string; span: string },
): string {
  const first = of.scope.company.fiscalStartMonth;
  const { names, columns } = of.options;
  const wide = [...monthFields, ...quarterFields].flatMap((field) => {
    const period = headerPeriod(names[columns.indexOf(field)] ?? "");
    if (!of.mapped.has(field)) return [];
    const year = `coalesce(${period?.year ?? "null"}::int, ${of.mapped.has("year") ? "s.year::int" : "null::int"})`;
    const at = Number(field.slice(1));
    const isMonth = monthFields.includes(field);
    return `select s.row_no, '${field}' as field, ${isMonth ? at : "null::int"} as month, ${isMonth ? "null::int" : at} as quarter, ${year} as year,
      ${isMonth ? 1 : 3} as span, s."${field}" as amount from staged s where s."${field}" is not null`;
  });
  const single = of.mapped.has("amount")
    ? [
        `select s.row_no, 'amount', (${long.month})::int, (${long.quarter})::int, (${long.year})::int, (${long.span})::int, s.amount from staged s where s.amount is not null`,
      ]
    : [];
  // A company's year is named by the calendar year in which it ends.
  const yearStart = `make_date(f.year - ${first > 1 ? 1 : 0}, ${first}, 1)`;
  return `select f.row_no, f.field, f.span, f.amount, case when f.year is null or f.year not between 2000 and 2100 then null
      when f.month is not null then make_date(f.year, f.month, 1) when f.quarter is not null then (${yearStart} + make_interval(months => (f.quarter - 1) * 3))::date
      else ${yearStart} end as starts_on from (${[...wide, ...single].join(" union all ")}) f(row_no, field, month, quarter, year, span, amount)`;
}

/** The first day of the company's year that holds this day. */
export const yearStartOf = (day: string, first: number): string =>
  `make_date(extract(year from ${day})::int - case when extract(month from ${day}) < ${first} then 1 else 0 end, ${first}, 1)`;
