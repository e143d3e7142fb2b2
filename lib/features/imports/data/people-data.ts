import type { Scope } from "@/lib/access/scope";
import type { DataExport } from "./data-export";
import { memberNames, selected } from "./selected";

const plain = { values: [], currencies: [] };

/** Colleagues, those who left too; where several have one address, the one who is here. */
export async function membersData(): Promise<DataExport> {
  const role = ["lead", "kam", "specialist"].map((one) => `when '${one}' = any(m.roles) then '${one}'`).join(" ");
  return {
    ...plain,
    ...selected(
      [
        ["email", "m.email"],
        ["name", "m.name"],
        ["code", "m.code"],
        ["job_title", "m.job_title"],
        ["phone", "m.phone"],
        // Rights over the whole company are not given by a file.
        ["role", `case ${role} end`],
        ["joined_on", "m.joined_on"],
      ],
      `from (select distinct on (lower(email)) * from public.member order by lower(email), left_on is not null, id) m
       order by lower(m.email) collate "C"`,
    ),
  };
}

/** Clients that are not in the archive, each with today's owner. */
export async function clientsData(scope: Scope): Promise<DataExport> {
  const own = ["kind", "legal_name", "inn", "kpp", "ogrn"].map((column) => [column, `c.${column}`] as const);
  const rest = ["city", "website", "tier", "since"].map((column) => [column, `c.${column}`] as const);
  const cells = selected(
    [
      ["code", "c.code"],
      ["name", "c.name"],
      ...own,
      ["parent", "p.code"],
      ["industry", "i.name"],
      ["region", "r.name"],
      ...rest,
      ["owner", "o.name"],
      ["tags", "t.list"],
      ["note", "c.note"],
    ],
    `from public.client c
     left join public.client p on p.tenant_id = c.tenant_id and p.id = c.parent_id
     left join public.industry i on i.tenant_id = c.tenant_id and i.id = c.industry_id
     left join public.region r on r.tenant_id = c.tenant_id and r.id = c.region_id
     left join public.assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary' and a.starts_on <= $1::date
       and (a.ends_on is null or a.ends_on > $1::date)
     left join names o on o.tenant_id = a.tenant_id and o.id = a.member_id
     left join lateral (select string_agg(g.name, ', ' order by g.name) as list from public.client_tag ct
       join public.tag g on g.tenant_id = ct.tenant_id and g.id = ct.tag_id where ct.tenant_id = c.tenant_id and ct.client_id = c.id) t on true
     where c.archived_at is null order by length(c.code), c.code collate "C"`,
  );
  return { ...cells, select: `with ${memberNames} ${cells.select}`, values: [scope.today], currencies: [] };
}

const ways = [
  ["phones", "phone", "[,;\\n]"],
  ["emails", "email", "[,;\\n]"],
  ["messengers", "other", "\\n"],
] as const;

/** People of these clients, a column for each phone, e-mail and messenger that somebody has. */
export async function contactsData(scope: Scope): Promise<DataExport> {
  const counts = await scope.db.$queryRaw<{ kind: string; many: number }[]>`
    select kind, max(n)::int as many from (select h.kind, count(*) as n from contact_channel h group by h.contact_id, h.kind) x group by kind`;
  const columns = ways.flatMap(([field, kind]) => {
    const many = Math.max(1, counts.find((one) => one.kind === kind)?.many ?? 0);
    return Array.from({ length: many }, (_, at) => [field, `${field}.list[${at + 1}]`] as const);
  });
  // A value that the import would take for several is told by its comparable form.
  const lists = ways.map(
    ([field, kind, apart]) =>
      `left join lateral (select array_agg(case when h.value ~ '${apart}' then h.value_key else h.value end order by h.preferred desc, h.value_key collate "C") as list
         from public.contact_channel h where h.tenant_id = k.tenant_id and h.client_id = k.client_id and h.contact_id = k.id and h.kind = '${kind}') ${field} on true`,
  );
  return {
    ...plain,
    ...selected(
      [
        ["client", "c.code"],
        ["contact_name", "k.name"],
        ["job_title", "k.job_title"],
        ...columns,
        ["birthday", "k.birthday"],
        ["note", "k.note"],
      ],
      `from public.contact k join public.client c on c.tenant_id = k.tenant_id and c.id = k.client_id ${lists.join(" ")}
       where k.archived_at is null and c.archived_at is null order by length(c.code), c.code collate "C", k.name collate "C", k.id`,
    ),
  };
}

/** Who works with which client and when, past and future too. */
export async function assignmentsData(): Promise<DataExport> {
  const cells = selected(
    [
      ["client", "c.code"],
      ["member", "m.name"],
      ["role", "a.role"],
      ["starts_on", "a.starts_on"],
      ["ends_on", "a.ends_on"],
      ["share", "trim_scale(a.share / 100)"],
      ["reason", "a.reason"],
    ],
    `from public.assignment a join public.client c on c.tenant_id = a.tenant_id and c.id = a.client_id
     join names m on m.tenant_id = a.tenant_id and m.id = a.member_id
     order by length(c.code), c.code collate "C", a.starts_on, a.role collate "C", m.name collate "C"`,
  );
  return { ...plain, ...cells, select: `with ${memberNames} ${cells.select}` };
}
