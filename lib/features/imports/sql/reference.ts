import type { Scope } from "@/lib/access/scope";
import { execute } from "./staged";

/**
 * How a file names a row of another table: `ways` are conditions between v.value and the row t, the surest first; the first way that finds
 * anything decides. A card that was merged into another stands for that one.
 */
export type Reference = { name: string; column: string; table: string; ways: readonly string[] };

export const clientReference = (column = "client"): Reference => ({
  name: column,
  column,
  table: "client",
  ways: [
    "t.code = v.value",
    "t.inn = v.value and t.archived_at is null",
    "t.name = v.value and t.archived_at is null",
    "lower(t.name) = lower(v.value) and t.archived_at is null",
  ],
});

export const memberReference = (column: string): Reference => ({
  name: column,
  column,
  table: "member",
  ways: ["t.code = v.value", "lower(t.email) = lower(v.value)", "lower(t.name) = lower(v.value)"],
});

export const productReference: Reference = {
  name: "product",
  column: "product",
  table: "product",
  ways: ["t.code = v.value", "lower(t.name) = lower(v.value) and t.archived_at is null"],
};

export const wordReference = (column: string, table: string): Reference => ({
  name: column,
  column,
  table,
  ways: ["t.name = v.value", "lower(t.name) = lower(v.value)"],
});

/** Makes ref_<name>: value, id and how many rows the value could mean. Asked once per value, not per row. */
export async function resolveReference(scope: Scope, { name, column, table, ways }: Reference): Promise<void> {
  const found = ways.map(
    (way, place) =>
      `select v.value, ${place} as place, ${table === "client" ? "coalesce(t.merged_into, t.id)" : "t.id"} as id from value v join public.${table} t on t.tenant_id = (select app.tenant()) and ${way}`,
  );
  await execute(
    scope,
    `create temp table ref_${name} on commit drop as
     with value as (select distinct "${column}" as value from staged where "${column}" is not null),
     found as (${found.join(" union all ")})
     select distinct on (value) value, (array_agg(id))[1] as id, count(distinct id)::int as many from found group by value, place order by value, place`,
  );
  await execute(scope, `analyze ref_${name}`);
}

export function joinReference({ name, column }: Reference): string {
  return `left join ref_${name} on ref_${name}.value = s."${column}"`;
}

/** Rows whose reference finds nothing, or more than one; a `missing` that will be made is no problem. */
export function referenceProblems({ name, column }: Reference, made = false): string[] {
  const unknown = `select s.row_no, '${column}', '${column.replaceAll("_", "-")}-unknown', s."${column}" from staged s left join ref_${name} r on r.value = s."${column}"
    where s."${column}" is not null and r.id is null`;
  const ambiguous = `select s.row_no, '${column}', '${column.replaceAll("_", "-")}-ambiguous', s."${column}" from staged s join ref_${name} r on r.value = s."${column}" where r.many > 1`;
  return made ? [ambiguous] : [unknown, ambiguous];
}
