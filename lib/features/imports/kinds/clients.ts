import { clientNameKey } from "@/lib/domain/client-name";
import { type ClientKind, clientKinds, requisiteFaults } from "@/lib/domain/requisites";
import type { CellFault, KindContext, RowDraft } from "../kind";
import { clientReference, memberReference, wordReference } from "../sql/reference";
import { execute } from "../sql/staged";
import { recordMade, tableKind, throughFunction } from "../sql/table-kind";
import { clientFields } from "./client-fields";
import { makeTags, tagClients, tagProblems } from "./client-tags";

const byKey = "select t.id from public.client t where t.tenant_id = (select app.tenant()) and";

/** Clients by their code, else INN (with KPP), else exact name. A responsible member becomes the owner of a new client, from today on. */
export const clients = tableKind({
  name: "clients",
  table: "client",
  closed: true,
  fields: clientFields,
  hidden: [
    { field: "name_key", type: "text" },
    // A tag a line.
    { field: "tag_names", type: "text" },
  ],
  finish,
  references: [
    clientReference("parent"),
    wordReference("industry", "industry"),
    wordReference("region", "region"),
    memberReference("owner"),
  ],
  makes: { industry: "name", region: "name" },
  existing: `case when s.code is not null then (${byKey} t.code = s.code)
    else coalesce((${byKey} s.inn is not null and t.inn = s.inn and coalesce(t.kpp, '') = coalesce(s.kpp, '') and t.archived_at is null limit 1),
      (${byKey} s.inn is null and t.name = s.name and t.archived_at is null order by t.created_at limit 1)) end`,
  fileKey: "coalesce('code ' || s.code, 'inn ' || s.inn || coalesce(' ' || s.kpp, ''), 'name ' || lower(s.name))",
  targets: [
    { column: "code", from: [], value: "s.code", whenNew: "'~' || g.row_no" },
    {
      column: "kind",
      from: ["kind"],
      value: "s.kind",
      whenNew: "case when length(g.inn) = 12 then 'entrepreneur' else 'company' end",
    },
    { column: "name", from: ["name"], value: "s.name" },
    { column: "name_key", from: ["name"], value: "s.name_key" },
    { column: "legal_name", from: ["legal_name"], value: "s.legal_name" },
    { column: "inn", from: ["inn"], value: "s.inn" },
    { column: "kpp", from: ["kpp"], value: "s.kpp" },
    { column: "ogrn", from: ["ogrn"], value: "s.ogrn" },
    { column: "parent_id", from: ["parent"], value: "ref_parent.id" },
    { column: "industry_id", from: ["industry"], value: "ref_industry.id" },
    { column: "region_id", from: ["region"], value: "ref_region.id" },
    { column: "city", from: ["city"], value: "s.city" },
    { column: "website", from: ["website"], value: "s.website" },
    { column: "tier", from: ["tier"], value: "s.tier" },
    { column: "work_mode", from: [], value: "null::text", whenNew: "'mixed'" },
    { column: "since", from: ["since"], value: "s.since" },
    { column: "note", from: ["note"], value: "s.note" },
  ],
  problems: (of: KindContext) => [
    `select g.row_no, 'inn', 'inn-taken', g.inn from good g join public.client c on c.tenant_id = (select app.tenant()) and c.inn = g.inn
       and coalesce(c.kpp, '') = coalesce(g.kpp, '') and c.id <> g.id and c.archived_at is null`,
    `select g.row_no, 'inn', 'duplicate-in-file', g.inn from (select row_no, inn, row_number() over (partition by inn, coalesce(kpp, '') order by row_no) as nth
       from good where inn is not null) g where g.nth > 1`,
    `select s.row_no, 'since', 'day-future', s.since::text from staged s where s.since > '${of.scope.today}'::date`,
    "select g.row_no, 'parent', 'cycle', g.name from good g where g.parent_id = g.id",
    ...tagProblems(of),
  ],
  prepare: makeTags,
  async after(of) {
    await ownNewClients(of);
    await tagClients(of);
  },
});

function finish(row: RowDraft): CellFault | null {
  const digits = (field: string) =>
    row
      .text(field)
      ?.replaceAll(/[\s\u2010-\u2015-]/g, "")
      .toUpperCase() ?? null;
  const [inn, kpp, ogrn] = [digits("inn"), digits("kpp"), digits("ogrn")];
  row.set("inn", inn);
  row.set("kpp", kpp);
  row.set("ogrn", ogrn);
  const guessed: ClientKind = inn?.length === 12 ? "entrepreneur" : "company";
  const kind = clientKinds.find((one) => one === row.text("kind")) ?? guessed;
  const [field, code] = Object.entries(requisiteFaults({ kind, inn, kpp, ogrn }))[0] ?? [];
  if (field && code) return { field, code };
  const site = row.text("website")?.split("\n")[0]?.trim() ?? null;
  row.set("website", site && (/^https?:\/\//i.test(site) ? site : `https://${site}`));
  if (site && !/^(https?:\/\/)?[^\s/]+\.[^\s/]+/i.test(site)) return { field: "website", code: "not-a-link" };
  const tags = (row.text("tags") ?? "").split(/[\n,;]/).map((one) => one.trim());
  const long = tags.find((one) => one.length > 60);
  if (long) return { field: "tags", code: "too-long" };
  row.set("tag_names", [...new Set(tags.filter((one) => one !== ""))].join("\n") || null);
  row.set("name_key", clientNameKey(row.text("name") ?? ""));
  return null;
}

/** A code for new clients that the file names by something else: the numbers after the company's highest. And their owners. */
async function ownNewClients(of: KindContext): Promise<void> {
  const { scope } = of;
  await execute(scope, "select pg_advisory_xact_lock(hashtext('client_code'), hashtext($1))", scope.company.id);
  await execute(
    scope,
    `update public.client c set code = n.code from (
       select g.id, ((select coalesce(max(x.code::int), 1000) from public.client x where x.tenant_id = (select app.tenant()) and x.code ~ '^\\d{1,9}$')
         + row_number() over (order by g.row_no))::text as code from good g where g.is_new and g.code is null) n
     where c.tenant_id = (select app.tenant()) and c.id = n.id`,
  );
  await execute(
    scope,
    `update public.import_undo u set version_after = c.version from public.client c join good g on g.is_new and g.code is null and g.id = c.id
     where c.tenant_id = (select app.tenant()) and u.table_name = 'client' and u.import_id = $1::uuid and u.row_id = c.id`,
    of.run,
  );
  if (!of.mapped.has("owner")) return;
  await execute(
    scope,
    `create temp table owned on commit drop as select gen_random_uuid() as id, g.id as client_id, r.id as member_id, greatest(m.joined_on, '${scope.today}'::date) as starts_on
     from good g join staged s using (row_no) join ref_owner r on r.value = s.owner join public.member m on m.tenant_id = (select app.tenant()) and m.id = r.id
     where g.is_new and m.left_on is null`,
  );
  const rows = "select id, client_id, member_id, 'primary' as role, starts_on, 100 as share from owned";
  await throughFunction(of, "assignment", "insert", ["client_id", "member_id", "role", "starts_on", "share"], rows);
  await recordMade(of, "assignment", "select id from owned", true);
}
