import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { collator } from "@/lib/i18n/format";
import type { TeamsFilter } from "./schema";
import { type LinkRow, type PlaceRow, type TeamNode, type TeamRow, teamTree } from "./tree";

export type { PlaceRow, TeamNode };

/** The team tree of a day (today unless told), with what is already decided for later. */
export const loadTeams = query("people:manage", async function loadTeams(scope, filter: TeamsFilter) {
  return { ...(await readTeams(scope, filter)), today: scope.today, people: await listStaff(scope) };
});

export async function readTeams(scope: Scope, filter: TeamsFilter) {
  const on = filter.on ?? scope.today;
  const all = await listTeams(scope);
  const isClosed = (team: TeamRow) => team.closedOn !== null && team.closedOn <= on;
  const teams = all.filter((team) => filter.closed || !isClosed(team));
  const rows = { teams, links: await listLinks(scope, on), places: await listPlaces(scope, on) };
  return {
    on,
    tree: teamTree(rows, on, collator(scope.locale).compare),
    names: Object.fromEntries(all.map((team) => [team.id, team.name])),
    closed: all.filter(isClosed).length,
  };
}

async function listTeams(scope: Scope): Promise<TeamRow[]> {
  return scope.db.$queryRaw<TeamRow[]>`select id::text, name, version, closed_on::text as "closedOn" from team`;
}

/** Links in force on a day or later. */
export async function listLinks(scope: Scope, from: string): Promise<LinkRow[]> {
  return scope.db.$queryRaw<LinkRow[]>`
    select team_id::text as "teamId", parent_id::text as "parentId", starts_on::text as "startsOn", ends_on::text as "endsOn"
    from team_link where ends_on is null or ends_on > ${from}::date`;
}

async function listPlaces(scope: Scope, from: string): Promise<PlaceRow[]> {
  return scope.db.$queryRaw<PlaceRow[]>`
    select tm.id::text, tm.team_id::text as "teamId", tm.member_id::text as "memberId", m.name, tm.role, tm.starts_on::text as "startsOn",
      tm.ends_on::text as "endsOn", tm.role = 'lead' and not m.roles && '{lead,director,admin}' as powerless
    from team_member tm join member m on m.tenant_id = tm.tenant_id and m.id = tm.member_id
    where tm.ends_on is null or tm.ends_on > ${from}::date order by m.name`;
}

/** Who can be put into a team: everyone who is here, with the team they are in today. */
async function listStaff(scope: Scope): Promise<{ id: string; name: string; team: string | null }[]> {
  return scope.db.$queryRaw`
    select m.id::text, m.name, t.name as team from member m
    left join team_member tm on tm.tenant_id = m.tenant_id and tm.member_id = m.id and tm.role = 'member'
      and tm.starts_on <= ${scope.today}::date and (tm.ends_on is null or tm.ends_on > ${scope.today}::date)
    left join team t on t.tenant_id = tm.tenant_id and t.id = tm.team_id
    where m.left_on is null or m.left_on > ${scope.today}::date order by m.name`;
}
