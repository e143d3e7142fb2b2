import type { DataExport } from "./data-export";

/** "field: expression" pairs as one array of texts. */
export function selected(
  cells: readonly (readonly [field: string, expression: string])[],
  rest: string,
): Pick<DataExport, "columns" | "select"> {
  const texts = cells.map(([, expression]) => `(${expression})::text`);
  return { columns: cells.map(([field]) => field), select: `select array[${texts.join(", ")}] as cells ${rest}` };
}

/** What a member is called in a file: the e-mail, else the code where several members have one address. */
export const memberNames = `names as materialized (
  select m.tenant_id, m.id, case when count(*) over (partition by lower(m.email)) > 1 then coalesce(m.code, m.email) else m.email end as name from public.member m)`;
