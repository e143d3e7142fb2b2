import type pg from "pg";
import type { World } from "./world";

export type SideName = "own" | "otherBook" | "otherTenant";

/** Whose each row is, by the snapshot's key: "own" and "otherBook" by the row's client, "company" without one, else "otherTenant". */
export async function sidesOfRows(admin: pg.Client, world: World): Promise<Map<string, SideName | "company">> {
  const { rows: tables } = await admin.query<{ name: string; key: string; client: string | null }>(
    `select c.relname as name, string_agg(format('t.%I', a.attname), ', ' order by a.attnum) filter (where a.attnum = any(i.indkey)) as key,
       case when c.relname = 'client' then 't.id' when bool_or(a.attname = 'client_id') then 't.client_id' end as client
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations' group by c.relname`,
  );
  const parts = tables.map(
    ({ name, key, client }) =>
      `select 'public.${name} ' || jsonb_build_array(${key})::text as key, t.tenant_id::text as tenant, ${client ?? "null"}::text as client from public.${name} t`,
  );
  const { rows } = await admin.query<{ key: string; tenant: string; client: string | null }>(parts.join(" union all "));
  const bookOf = new Map([
    ...world.own.clients.map((id) => [id, "own"] as const),
    ...world.otherBook.clients.map((id) => [id, "otherBook"] as const),
  ]);
  return new Map(
    rows.map(({ key, tenant, client }) => {
      if (tenant !== world.own.tenant) return [key, "otherTenant"];
      return [key, (client && bookOf.get(client)) || "company"];
    }),
  );
}
