import type { KindContext, KindField } from "../kind";
import { clientReference, memberReference } from "../sql/reference";
import { execute } from "../sql/staged";
import { tableKind, throughFunction } from "../sql/table-kind";

const fields: readonly KindField[] = [
  {
    field: "client",
    required: true,
    type: "identifier",
    longest: 200,
    synonyms: {
      en: ["client", "client code", "customer", "account", "company", "reseller key"],
      ru: ["клиент", "код клиента", "контрагент", "инн", "компания"],
    },
  },
  {
    field: "member",
    example: "anna@example.com",
    required: true,
    type: "text",
    longest: 200,
    synonyms: {
      en: ["member", "owner", "manager", "salesperson", "employee", "employee key"],
      ru: ["ответственный", "менеджер", "сотрудник", "кам"],
    },
  },
  {
    field: "role",
    required: false,
    type: "text",
    synonyms: { en: ["role", "part"], ru: ["роль", "участие"] },
    choices: { primary: ["owner", "ответственный", "основной"], deputy: ["заместитель"], specialist: ["специалист"] },
  },
  {
    field: "starts_on",
    required: true,
    type: "day",
    synonyms: {
      en: ["from", "starts on", "start", "since", "start date"],
      ru: ["с", "дата начала", "начало", "закреплён с", "дата закрепления"],
    },
  },
  {
    field: "ends_on",
    example: "",
    required: false,
    type: "day",
    synonyms: { en: ["until", "ends on", "end", "end date", "to"], ru: ["по", "до", "дата окончания", "окончание"] },
  },
  {
    field: "share",
    example: "",
    required: false,
    type: "percent",
    synonyms: { en: ["share"], ru: ["доля", "% участия"] },
  },
  {
    field: "reason",
    required: false,
    type: "text",
    longest: 500,
    synonyms: { en: ["reason", "comment"], ru: ["причина", "комментарий", "основание"] },
  },
];

const role = "coalesce(s.role, 'primary')";

// A new owner without a last day takes the client over from whoever has it then.
const handsOver = "g.is_new and g.ends_on is null and t.member_id <> g.member_id and t.starts_on < g.starts_on";

// What others than the owner hold of the client at most, on one day of the new owner's (app.shares_beside).
const sharesBeside = `(select coalesce(max((select sum(o.share) from public.assignment o where o.tenant_id = (select app.tenant()) and o.client_id = g.client_id
  and o.role <> 'primary' and o.starts_on <= d.day and (o.ends_on is null or o.ends_on > d.day))), 0)
  from (select g.starts_on as day union select a.starts_on from public.assignment a where a.tenant_id = (select app.tenant()) and a.client_id = g.client_id
    and a.role <> 'primary' and a.starts_on > g.starts_on and (g.ends_on is null or a.starts_on < g.ends_on)) d)`;

/** Who works with which client, in [from, until): by client, member, role and first day. */
export const assignments = tableKind({
  name: "assignments",
  table: "assignment",
  closed: true,
  unversioned: true,
  fields,
  references: [clientReference(), memberReference("member")],
  existing: `select t.id from public.assignment t where t.tenant_id = (select app.tenant()) and t.client_id = ref_client.id and t.member_id = ref_member.id
    and t.role = ${role} and t.starts_on = s.starts_on`,
  fileKey: `ref_client.id || ' ' || ref_member.id || ' ' || ${role} || ' ' || s.starts_on`,
  targets: [
    { column: "client_id", from: [], value: "ref_client.id" },
    { column: "member_id", from: [], value: "ref_member.id" },
    { column: "role", from: [], value: role },
    { column: "starts_on", from: [], value: "s.starts_on" },
    { column: "ends_on", from: ["ends_on"], value: "s.ends_on" },
    {
      column: "share",
      from: ["share"],
      value: "(s.share * 100)::numeric(5, 2)",
      whenNew: `case when g.role = 'primary' then greatest(0, 100 - ${sharesBeside}) else 0 end`,
    },
    { column: "reason", from: ["reason"], value: "s.reason" },
  ],
  before: handOver,
  problems: () => [
    "select g.row_no, 'ends_on', 'impossible-period', g.ends_on::text from good g where g.ends_on <= g.starts_on",
    "select g.row_no, 'share', 'share-over-100', g.share::text from good g where g.share > 100 or g.share < 0 or (g.role = 'deputy' and g.share > 0)",
    "select g.row_no, 'member', 'before-joining', g.starts_on::text from good g join public.member m on m.tenant_id = (select app.tenant()) and m.id = g.member_id where m.joined_on > g.starts_on",
    "select g.row_no, 'member', 'member-left', m.name from good g join public.member m on m.tenant_id = (select app.tenant()) and m.id = g.member_id where m.left_on <= g.starts_on",
    // As the transfer of a client has it (app.must_fit).
    `select g.row_no, 'member', 'without-role', m.name from good g join public.member m on m.tenant_id = (select app.tenant()) and m.id = g.member_id
       where g.is_new and g.role <> 'deputy' and not m.roles && (case g.role when 'specialist' then '{specialist,kam,lead}'::text[] else '{kam,lead}' end)`,
    // One owner at a time, among the file's own rows and against those that are there.
    `select g.row_no, 'client', 'overlap', g.starts_on::text from good g where g.role = 'primary' and (g.ends_on is null or g.ends_on > g.starts_on) and (
       exists (select from public.assignment t where t.tenant_id = (select app.tenant()) and t.client_id = g.client_id and t.role = 'primary' and t.id <> g.id
         and not exists (select from good o where o.id = t.id) and daterange(t.starts_on, t.ends_on) && daterange(g.starts_on, g.ends_on)
         and not (${handsOver}))
       or exists (select from good o where o.client_id = g.client_id and o.role = 'primary' and o.row_no < g.row_no and (o.ends_on is null or o.ends_on > o.starts_on)
         and daterange(o.starts_on, o.ends_on) && daterange(g.starts_on, g.ends_on)))`,
    `select g.row_no, 'member', 'member-overlap', g.starts_on::text from good g where g.role <> 'primary' and (g.ends_on is null or g.ends_on > g.starts_on) and (
       exists (select from public.assignment t where t.tenant_id = (select app.tenant()) and t.client_id = g.client_id and t.member_id = g.member_id and t.role = g.role and t.id <> g.id
         and not exists (select from good o where o.id = t.id) and daterange(t.starts_on, t.ends_on) && daterange(g.starts_on, g.ends_on))
       or exists (select from good o where o.client_id = g.client_id and o.member_id = g.member_id and o.role = g.role and o.row_no < g.row_no
         and (o.ends_on is null or o.ends_on > o.starts_on) and daterange(o.starts_on, o.ends_on) && daterange(g.starts_on, g.ends_on)))`,
  ],
});

/** The rows that make room, as a transfer would cut them: the owner's ends, and so does any in which the new owner stood in for one. */
async function handOver(of: KindContext): Promise<void> {
  const { scope, run } = of;
  await execute(
    scope,
    `create temp table handed on commit drop as
     select t.id, min(g.starts_on) as ends_on, bool_or(t.starts_on >= g.starts_on) as gone from good g
     join public.assignment t on t.tenant_id = (select app.tenant()) and t.client_id = g.client_id and (t.ends_on is null or t.ends_on > g.starts_on)
       and not exists (select from good o where o.id = t.id)
     where g.role = 'primary' and t.role = 'primary' and ${handsOver} group by t.id
     union all
     select t.id, min(g.starts_on), bool_or(t.starts_on >= g.starts_on) from good g
     join public.assignment t on t.tenant_id = (select app.tenant()) and t.client_id = g.client_id and (t.ends_on is null or t.ends_on > g.starts_on)
       and not exists (select from good o where o.id = t.id)
     where g.role = 'primary' and g.is_new and g.ends_on is null and t.role = 'deputy' and t.member_id = g.member_id group by t.id`,
  );
  await execute(
    scope,
    `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
     select $1::uuid, 'assignment', t.id, to_jsonb(t), 0 from public.assignment t join handed h on h.id = t.id where t.tenant_id = (select app.tenant())`,
    run,
  );
  await throughFunction(of, "assignment", "delete", [], "select id from handed where gone");
  await throughFunction(of, "assignment", "update", ["ends_on"], "select id, ends_on from handed where not gone");
}
