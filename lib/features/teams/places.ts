import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";

/** Locks a team that is open on a day: two changes of one team wait for each other. */
export async function openTeam(scope: Scope, id: string, on: string): Promise<void> {
  const [team] = await scope.db.$queryRaw<{ closed: boolean }[]>`
    select coalesce(closed_on <= ${on}::date, false) as closed from team where id = ${id}::uuid for update`;
  if (!team) throw new Refusal("not-found");
  if (team.closed) throw new Refusal("team-closed");
}

type Place = { team: string; member: string; role: "lead" | "member"; from: string };

export async function put(scope: Scope, { team, member, role, from }: Place): Promise<void> {
  await openTeam(scope, team, from);
  const [who] = await scope.db.$queryRaw<{ early: boolean; gone: boolean }[]>`
    select joined_on > ${from}::date as early, coalesce(left_on <= ${from}::date, false) as gone from member where id = ${member}::uuid for update`;
  if (!who) throw new Refusal("not-found");
  if (who.early) throw new Refusal("invalid", { fields: { from: "before-joining" } });
  if (who.gone) throw new Refusal("member-left");
  // What the new place replaces: any part in the same team, and for a member the place in another team.
  await scope.db.$executeRaw`
    delete from team_member where member_id = ${member}::uuid and starts_on >= ${from}::date
      and (team_id = ${team}::uuid or (role = 'member' and ${role} = 'member'))`;
  await scope.db.$executeRaw`
    update team_member set ends_on = ${from}::date where member_id = ${member}::uuid and starts_on < ${from}::date
      and (ends_on is null or ends_on > ${from}::date) and (team_id = ${team}::uuid or (role = 'member' and ${role} = 'member'))`;
  await scope.db
    .$executeRaw`insert into team_member (team_id, member_id, role, starts_on) values (${team}::uuid, ${member}::uuid, ${role}, ${from}::date)`;
}

export async function endPlacesFrom(scope: Scope, team: string, on: string): Promise<void> {
  await scope.db.$executeRaw`delete from team_member where team_id = ${team}::uuid and starts_on >= ${on}::date`;
  await scope.db.$executeRaw`
    update team_member set ends_on = ${on}::date where team_id = ${team}::uuid and (ends_on is null or ends_on > ${on}::date)`;
}
