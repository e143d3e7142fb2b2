import type pg from "pg";
import type { World } from "./world";

/** own, otherBook: rows of a client of that book; company: of our company but of no client; otherTenant: of another company. */
type Side = "own" | "otherBook" | "company" | "otherTenant";
/** isPrivate: a client's row that only its author and who leads them may see. */
export type RowOwner = { table: string; side: Side; member: string | null; isPrivate: boolean };

/** Whose each row is, by the snapshot's key: judged by the row's own columns, without any help from policies. */
export async function ownersOfRows(admin: pg.Client, world: World): Promise<Map<string, RowOwner>> {
  const { rows: tables } = await admin.query<{
    name: string;
    key: string;
    client: string;
    member: string;
    hidden: string;
  }>(
    `select c.relname as name, string_agg(format('t.%I', a.attname), ', ' order by a.attnum) filter (where a.attnum = any(i.indkey)) as key,
       case when c.relname = 'client' then 't.id' when bool_or(a.attname = 'client_id') then 't.client_id' else 'null' end as client,
       case when bool_or(a.attname = 'member_id') then 't.member_id' when bool_or(a.attname = 'created_by') then 't.created_by' else 'null' end as member,
       case when bool_or(a.attname = 'is_private') then 't.is_private' else 'false' end as hidden
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations' group by c.relname`,
  );
  const parts = tables.map(
    ({ name, key, client, member, hidden }) =>
      `select '${name}' as table, 'public.${name} ' || jsonb_build_array(${key})::text as key, t.tenant_id::text as tenant, ${client}::text as client, ${member}::text as member, ${hidden} as "isPrivate" from public.${name} t`,
  );
  const { rows } = await admin.query<{
    table: string;
    key: string;
    tenant: string;
    client: string | null;
    member: string | null;
    isPrivate: boolean;
  }>(parts.join(" union all "));
  const books = new Map<string, Side>([
    ...world.own.clients.map((id) => [id, "own"] as const),
    ...world.otherBook.clients.map((id) => [id, "otherBook"] as const),
  ]);
  return new Map(
    rows.map(({ table, key, tenant, client, member, isPrivate }) => {
      const side = tenant === world.own.tenant ? (client && books.get(client)) || "company" : "otherTenant";
      return [key, { table, side, member, isPrivate }];
    }),
  );
}
