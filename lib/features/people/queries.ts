import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { roles } from "@/lib/domain/roles";
import { collator } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { zoneChoices } from "@/lib/i18n/zones";
import { mailServer } from "@/lib/io/mail";
import { type InvitationRow, listInvitations } from "./invitations";
import type { PeopleFilter } from "./schema";

export type { InvitationRow };

const person = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  zone: z.string().nullable(),
  joinedOn: z.string(),
  /** First day on which the person is no longer here; may lie ahead. */
  leftOn: z.string().nullable(),
  /** The team in which the person is a member today, and those they lead. */
  team: z.string().nullable(),
  teamId: z.string().nullable(),
  leads: z.array(z.string()),
  /** Clients of which they are the primary owner today. */
  clients: z.number(),
});

export type PersonRow = z.output<typeof person> & { self: boolean };

export const loadPeople = query("people:manage", async function loadPeople(scope, filter: PeopleFilter) {
  const people = await listPeople(scope);
  const fitting = fittingPeople(scope, people, filter);
  const teams = await scope.db.team.findMany({
    where: { closedOn: null },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return {
    rows: fitting.slice((filter.page - 1) * filter.size, filter.page * filter.size),
    total: fitting.length,
    open: people.find((one) => one.id === filter.person) ?? null,
    here: people.filter((one) => !isGone(one, scope.today)).length,
    gone: people.filter((one) => isGone(one, scope.today)).length,
    teams,
    invitations: await listInvitations(scope),
    server: mailServer() !== null,
    company: { locale: scope.company.locale },
    zones: zoneChoices(scope.locale, scope.now),
    zone: scope.zone,
    today: scope.today,
  };
});

/** Those that an address lists, on all its pages, in its order. */
export function fittingPeople(scope: Scope, people: readonly PersonRow[], filter: PeopleFilter): PersonRow[] {
  return people.filter((one) => fits(one, filter, scope.today)).sort(order(filter.sort, scope.locale));
}

// A company has tens or hundreds of people: all of them are read once, and filtered and sorted here.
export async function listPeople(scope: Scope): Promise<PersonRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    with here as (
      select tm.member_id, tm.role, t.id, t.name from team_member tm join team t on t.tenant_id = tm.tenant_id and t.id = tm.team_id
      where tm.starts_on <= ${scope.today}::date and (tm.ends_on is null or tm.ends_on > ${scope.today}::date)
    ), owned as (
      select member_id, count(*)::int as n from assignment
      where role = 'primary' and starts_on <= ${scope.today}::date and (ends_on is null or ends_on > ${scope.today}::date) group by member_id
    )
    select m.id::text, m.version, m.name, m.email, m.phone, m.job_title as "jobTitle", m.roles, m.zone, m.joined_on::text as "joinedOn",
      m.left_on::text as "leftOn", h.name as team, h.id::text as "teamId", coalesce(o.n, 0) as clients,
      array(select l.name from here l where l.member_id = m.id and l.role = 'lead' order by l.name) as leads
    from member m left join here h on h.member_id = m.id and h.role = 'member' left join owned o on o.member_id = m.id`;
  return rows.map((row) => person.parse(row)).map((row) => ({ ...row, self: row.id === scope.member.id }));
}

export function isGone(one: { leftOn: string | null }, today: string): boolean {
  return one.leftOn !== null && one.leftOn <= today;
}

function fits(one: PersonRow, filter: PeopleFilter, today: string): boolean {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [one.name, one.email, one.jobTitle, one.team, ...one.leads].join(" ").toLowerCase();
  return (
    isGone(one, today) === filter.left &&
    words.every((word) => text.includes(word)) &&
    (filter.role.length === 0 || filter.role.some((role) => one.roles.includes(role))) &&
    (!filter.team || one.teamId === filter.team)
  );
}

function order(sort: PeopleFilter["sort"], locale: Locale): (a: PersonRow, b: PersonRow) => number {
  const down = sort.startsWith("-") ? -1 : 1;
  const { compare } = collator(locale);
  const byName = (a: PersonRow, b: PersonRow) => compare(a.name, b.name);
  if (sort.endsWith("clients")) return (a, b) => down * (a.clients - b.clients) || byName(a, b);
  if (sort.endsWith("joined")) return (a, b) => down * compare(a.joinedOn, b.joinedOn) || byName(a, b);
  return (a, b) => down * byName(a, b);
}
