import type pg from "pg";

// A statement of a few megabytes is parsed quickly; one of hundreds is not.
const AT_ONCE = 4_000;

/** Writes many rows of one table in few statements. All rows have the same columns, named as in the table. */
export async function insertRows(
  client: pg.Client,
  table: string,
  rows: readonly object[],
  atOnce = AT_ONCE,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  for (let from = 0; from < rows.length; from += atOnce) {
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [JSON.stringify(rows.slice(from, from + atOnce))],
    );
  }
}
