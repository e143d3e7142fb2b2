import type { KindContext } from "../kind";
import { execute } from "../sql/staged";
import { recordMade } from "../sql/table-kind";

// Tags of clients: a cell of an export names several, and a client that is there keeps those that it has.

const named = "staged s cross join unnest(string_to_array(s.tag_names, e'\\n')) as n(name)";
const known = "t.tenant_id = (select app.tenant()) and lower(t.name) = lower(n.name)";

export function tagProblems({ options }: KindContext): string[] {
  if (options.createMissing) return [];
  return [
    `select distinct on (s.row_no) s.row_no, 'tags', 'tags-unknown', n.name from ${named} where not exists (select from public.tag t where ${known}) order by s.row_no`,
  ];
}

/** Tags that the file names and the company has not; `staged` is there. */
export async function makeTags(of: KindContext): Promise<void> {
  await execute(
    of.scope,
    `with made as (insert into public.tag (name) select distinct on (lower(n.name)) n.name from ${named}
       where not exists (select from public.tag t where ${known}) order by lower(n.name), s.row_no returning *)
     insert into public.import_undo (import_id, table_name, row_id, before, version_after)
     select $1::uuid, 'tag', m.id, null, hashtext(to_jsonb(m)::text) from made m`,
    of.run,
  );
}

/** Ties the tags to new clients, and to known ones where those may change. */
export async function tagClients(of: KindContext): Promise<void> {
  if (!of.mapped.has("tags")) return;
  await execute(
    of.scope,
    `create temp table tagged on commit drop as
     select distinct on (g.id, t.id) gen_random_uuid() as id, g.id as client_id, t.id as tag_id from good g join staged s using (row_no)
     cross join unnest(string_to_array(s.tag_names, e'\\n')) as n(name) join public.tag t on ${known}
     where (g.is_new or $1) and not exists (select from public.client_tag c where c.tenant_id = (select app.tenant()) and c.client_id = g.id and c.tag_id = t.id)`,
    of.options.update,
  );
  await execute(
    of.scope,
    "insert into public.client_tag (id, client_id, tag_id) select id, client_id, tag_id from tagged",
  );
  await recordMade(of, "client_tag", "select id from tagged", true);
}
