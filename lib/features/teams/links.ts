import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { ringWith } from "@/lib/domain/team-tree";
import { openTeam } from "./places";
import { listLinks } from "./queries";

/** Puts a team under another from a day on, or at the top; later links are taken away. A ring is refused and named. */
export async function standUnder(scope: Scope, team: string, parent: string | null, from: string): Promise<void> {
  await scope.db.$executeRaw`delete from team_link where team_id = ${team}::uuid and starts_on >= ${from}::date`;
  await scope.db.$executeRaw`
    update team_link set ends_on = ${from}::date where team_id = ${team}::uuid and starts_on < ${from}::date and (ends_on is null or ends_on > ${from}::date)`;
  if (!parent) return;
  await openTeam(scope, parent, from);
  const link = { teamId: team, parentId: parent, startsOn: from, endsOn: null };
  const ring = parent === team ? { on: from, teams: [team, team] } : ringWith(await listLinks(scope, from), link);
  if (ring) {
    const teams = await scope.db.team.findMany({ where: { id: { in: ring.teams } }, select: { id: true, name: true } });
    const names = ring.teams.map((id) => teams.find((one) => one.id === id)?.name ?? id);
    throw new Refusal("invalid", { fields: { parent: "cycle" }, values: { ring: names, on: ring.on } });
  }
  await scope.db
    .$executeRaw`insert into team_link (team_id, parent_id, starts_on) values (${team}::uuid, ${parent}::uuid, ${from}::date)`;
}
