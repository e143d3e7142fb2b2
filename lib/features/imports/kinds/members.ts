import { emailKey } from "@/lib/domain/channel";
import type { KindContext, KindField } from "../kind";
import { tableKind } from "../sql/table-kind";

const fields: readonly KindField[] = [
  {
    field: "email",
    example: "anna@example.com",
    required: true,
    type: "text",
    longest: 200,
    synonyms: {
      en: ["email", "e-mail", "upn", "login", "work email"],
      ru: ["e-mail", "почта", "эл. почта", "электронная почта", "рабочий email", "логин"],
    },
  },
  {
    field: "name",
    required: true,
    type: "text",
    longest: 120,
    synonyms: {
      en: ["name", "full name", "employee", "salesperson"],
      ru: ["фио", "имя", "сотрудник", "полное имя", "менеджер"],
    },
  },
  {
    field: "code",
    required: false,
    type: "identifier",
    longest: 60,
    synonyms: {
      en: ["code", "employee key", "employee id", "personnel number", "id"],
      ru: ["код", "табельный номер", "код сотрудника", "id"],
    },
  },
  {
    field: "job_title",
    required: false,
    type: "text",
    longest: 120,
    synonyms: { en: ["title", "job title", "position"], ru: ["должность"] },
  },
  {
    field: "phone",
    example: "+7 916 123-45-67",
    required: false,
    type: "text",
    longest: 40,
    synonyms: { en: ["phone", "mobile", "work phone"], ru: ["телефон", "мобильный телефон", "рабочий телефон"] },
  },
  {
    field: "role",
    required: false,
    type: "text",
    synonyms: { en: ["role", "access"], ru: ["роль", "права"] },
    // Rights over the whole company are given by an admin in person, not by a file.
    choices: {
      kam: ["key account manager", "manager", "менеджер", "кам", "менеджер по работе с ключевыми клиентами"],
      lead: ["team lead", "руководитель", "руководитель отдела", "руководитель группы", "лид"],
      specialist: ["специалист"],
    },
  },
  {
    field: "joined_on",
    required: false,
    type: "day",
    synonyms: {
      en: ["joined", "joined on", "hire date", "start date"],
      ru: ["дата приёма", "принят", "работает с", "дата начала работы"],
    },
  },
];

/** Colleagues by their e-mail. They can sell and own clients; to sign in they need an invitation. */
export const members = tableKind({
  name: "members",
  table: "member",
  closed: true,
  fields,
  finish(row) {
    const email = emailKey(row.text("email") ?? "");
    if (!email) return { field: "email", code: "not-an-email" };
    row.set("email", email);
    return null;
  },
  references: [],
  existing:
    "select t.id from public.member t where t.tenant_id = (select app.tenant()) and lower(t.email) = s.email order by t.left_on is not null limit 1",
  fileKey: "s.email",
  targets: [
    { column: "email", from: [], value: "s.email" },
    { column: "name", from: ["name"], value: "s.name" },
    { column: "code", from: ["code"], value: "s.code" },
    { column: "job_title", from: ["job_title"], value: "s.job_title" },
    { column: "phone", from: ["phone"], value: "s.phone" },
    // The roles of someone who is here already are not a file's business.
    { column: "roles", from: [], value: "array[coalesce(s.role, 'kam')]" },
    { column: "joined_on", from: [], value: "s.joined_on", whenNew: "'2000-01-01'::date" },
  ],
  problems: ({ scope }: KindContext) => [
    `select g.row_no, 'code', 'code-taken', g.code from good g join public.member m on m.tenant_id = (select app.tenant()) and m.code = g.code and m.id <> g.id`,
    `select g.row_no, 'code', 'duplicate-in-file', g.code from (select row_no, code, row_number() over (partition by code order by row_no) as nth from good where code is not null) g where g.nth > 1`,
    `select s.row_no, 'joined_on', 'day-future', s.joined_on::text from staged s where s.joined_on > '${scope.today}'::date + 366`,
  ],
});
