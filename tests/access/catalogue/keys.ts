import type pg from "pg";
import { findings, TENANT_TABLES } from "./tables";

/** Foreign keys between two tables of clients that do not carry the client, each with what holds it instead. */
const WITHOUT_CLIENT: Readonly<Record<string, string>> = {
  client_tenant_id_parent_id_fkey: "groups span clients by nature: guard_client asks whether the parent is in reach",
  client_tenant_id_merged_into_fkey: "another card by nature: only app.merge_clients writes it, which reaches both",
  sale_line_tenant_id_booked_client_id_fkey:
    "the card before a merge: only app.move_rows writes it, and nothing shows it",
};

/** Foreign keys ignore row security, so they themselves must say whose row may be pointed at. */
export async function keyFindings(client: pg.Client): Promise<string[]> {
  return findings(
    client,
    `with t as ${TENANT_TABLES},
     client_column as (
       select t.oid, a.attnum from t join pg_attribute a on a.attrelid = t.oid and a.attname = case when t.name = 'client' then 'id' else 'client_id' end),
     pairs as (
       select k.oid, k.conname, k.conrelid, k.confrelid, c.attnum as child, p.attnum as parent from pg_constraint k
       join t on t.oid = k.conrelid join t as r on r.oid = k.confrelid
       cross join unnest(k.conkey, k.confkey) as c(attnum, parent) join lateral (select c.parent as attnum) p on true
       where k.contype = 'f'),
     keys as (
       select oid, conname, conrelid, confrelid,
         bool_or(child = (select attnum from pg_attribute where attrelid = conrelid and attname = 'tenant_id')
           and parent = (select attnum from pg_attribute where attrelid = confrelid and attname = 'tenant_id')) as carries_tenant,
         bool_or(child = (select attnum from client_column x where x.oid = conrelid)
           and parent = (select attnum from client_column x where x.oid = confrelid)) as carries_client,
         conrelid in (select oid from client_column) and confrelid in (select oid from client_column) as of_clients
       from pairs group by oid, conname, conrelid, confrelid)
     select format('%s: foreign key %s does not carry tenant_id', conrelid::regclass, conname) as finding from keys where not carries_tenant
     union all select format('%s: foreign key %s does not carry the client', conrelid::regclass, conname) from keys
       where of_clients and not carries_client and not conname = any($1)
     union all select format('%s: foreign key %s is checked at once, so no merge of clients could move its rows: select app.movable()', k.conrelid::regclass, k.conname)
       from pg_constraint k join client_column c on c.oid = k.conrelid
       where k.contype = 'f' and not k.condeferrable and cardinality(k.conkey) >= 3 and c.attnum = any(k.conkey)
     union all select format('%s is excused although there is no such key', name) from unnest($1) name where name not in (select conname from keys where of_clients and not carries_client)
     union all select format('%s: foreign key %s would set tenant_id to null', k.conrelid::regclass, k.conname) from pg_constraint k join t on t.oid = k.conrelid
       where k.contype = 'f' and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd')) and (k.confdelsetcols is null or exists (
         select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.confdelsetcols) and a.attname = 'tenant_id'))
     union all select format('%s: foreign key %s reaches into schema identity', k.conrelid::regclass, k.conname) from pg_constraint k join t on t.oid = k.conrelid
       where k.contype = 'f' and k.confrelid not in (select oid from t) and k.confrelid <> 'identity.tenant'::regclass`,
    [Object.keys(WITHOUT_CLIENT)],
  );
}
