import type { KindField } from "../kind";
import { clientReference, memberReference } from "../sql/reference";
import { tableKind } from "../sql/table-kind";

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
    required: false,
    type: "day",
    synonyms: { en: ["until", "ends on", "end", "end date", "to"], ru: ["по", "до", "дата окончания", "окончание"] },
  },
  { field: "share", required: false, type: "percent", synonyms: { en: ["share"], ru: ["доля", "% участия"] } },
  {
    field: "reason",
    required: false,
    type: "text",
    longest: 500,
    synonyms: { en: ["reason", "comment"], ru: ["причина", "комментарий", "основание"] },
  },
];

const role = "coalesce(s.role, 'primary')";

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
      whenNew: "case when g.role = 'primary' then 100 else 0 end",
    },
    { column: "reason", from: ["reason"], value: "s.reason" },
  ],
  problems: () => [
    "select g.row_no, 'ends_on', 'impossible-period', g.ends_on::text from good g where g.ends_on <= g.starts_on",
    "select g.row_no, 'share', 'share-over-100', g.share::text from good g where g.share > 100 or g.share < 0 or (g.role = 'deputy' and g.share > 0)",
    "select g.row_no, 'member', 'before-joining', g.starts_on::text from good g join public.member m on m.tenant_id = (select app.tenant()) and m.id = g.member_id where m.joined_on > g.starts_on",
    "select g.row_no, 'member', 'member-left', m.name from good g join public.member m on m.tenant_id = (select app.tenant()) and m.id = g.member_id where m.left_on <= g.starts_on",
    // One owner at a time, among the file's own rows and against those that are there.
    `select g.row_no, 'client', 'overlap', g.starts_on::text from good g where g.role = 'primary' and (g.ends_on is null or g.ends_on > g.starts_on) and (
       exists (select from public.assignment t where t.tenant_id = (select app.tenant()) and t.client_id = g.client_id and t.role = 'primary' and t.id <> g.id
         and not exists (select from good o where o.id = t.id) and daterange(t.starts_on, t.ends_on) && daterange(g.starts_on, g.ends_on))
       or exists (select from good o where o.client_id = g.client_id and o.role = 'primary' and o.row_no < g.row_no and (o.ends_on is null or o.ends_on > o.starts_on)
         and daterange(o.starts_on, o.ends_on) && daterange(g.starts_on, g.ends_on)))`,
    `select g.row_no, 'member', 'member-overlap', g.starts_on::text from good g where g.role <> 'primary' and (g.ends_on is null or g.ends_on > g.starts_on) and (
       exists (select from public.assignment t where t.tenant_id = (select app.tenant()) and t.client_id = g.client_id and t.member_id = g.member_id and t.role = g.role and t.id <> g.id
         and not exists (select from good o where o.id = t.id) and daterange(t.starts_on, t.ends_on) && daterange(g.starts_on, g.ends_on))
       or exists (select from good o where o.client_id = g.client_id and o.member_id = g.member_id and o.role = g.role and o.row_no < g.row_no
         and (o.ends_on is null or o.ends_on > o.starts_on) and daterange(o.starts_on, o.ends_on) && daterange(g.starts_on, g.ends_on)))`,
  ],
});
