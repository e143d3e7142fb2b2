"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { standUnder } from "./links";
import { endPlacesFrom, openTeam, put } from "./places";
import {
  placeEndInput,
  placeInput,
  teamCloseInput,
  teamInput,
  teamMoveInput,
  teamNameInput,
  teamReopenInput,
} from "./schema";

export const createTeam = action(
  { name: "createTeam", ability: "people:edit", input: teamInput },
  async (scope, { name, parent, from }) => {
    const team = await scope.db.team.create({ data: { name }, select: { id: true } });
    if (parent) await standUnder(scope, team.id, parent, from);
    return team;
  },
);

export const renameTeam = action(
  { name: "renameTeam", ability: "people:edit", input: teamNameInput },
  async (scope, { id, version, name }) => {
    const { count } = await scope.db.team.updateMany({ where: { id, version }, data: { name } });
    if (count === 1) return {};
    const theirs = await scope.db.team.findFirst({ where: { id }, select: { version: true, name: true } });
    if (!theirs) throw new Refusal("not-found");
    throw new Refusal("conflict", { values: { theirs, mine: { name } } });
  },
);

/** From that day on, whatever was decided for later days. */
export const moveTeam = action(
  { name: "moveTeam", ability: "people:edit", input: teamMoveInput },
  async (scope, { id, parent, from }) => {
    await openTeam(scope, id, from);
    await standUnder(scope, id, parent, from);
    return {};
  },
);

/** Puts a person into a team, or makes them its lead, from a day on. A member is in one team at a time; a lead may lead several. */
export const placeMember = action(
  { name: "placeMember", ability: "people:edit", input: placeInput },
  async (scope, input) => {
    await put(scope, input);
    return {};
  },
);

/** Ends a place on a day; one that has not begun by then is taken back. */
export const endPlace = action(
  { name: "endPlace", ability: "people:edit", input: placeEndInput },
  async (scope, { id, on }) => {
    const removed = await scope.db
      .$executeRaw`delete from team_member where id = ${id}::uuid and starts_on >= ${on}::date`;
    const ended = await scope.db.$executeRaw`
      update team_member set ends_on = ${on}::date where id = ${id}::uuid and starts_on < ${on}::date and (ends_on is null or ends_on > ${on}::date)`;
    if (removed + ended !== 1) throw new Refusal("not-found");
    return {};
  },
);

/** Closes a team from a day on: places in it end. Teams under it have to be moved first. */
export const closeTeam = action(
  { name: "closeTeam", ability: "people:edit", input: teamCloseInput },
  async (scope, { id, version, on }) => {
    const [child] = await scope.db.$queryRaw<unknown[]>`
      select from team_link where parent_id = ${id}::uuid and (ends_on is null or ends_on > ${on}::date)`;
    if (child) throw new Refusal("team-has-teams");
    const closedOn = new Date(`${on}T00:00:00Z`);
    const { count } = await scope.db.team.updateMany({ where: { id, version, closedOn: null }, data: { closedOn } });
    if (count !== 1)
      throw new Refusal((await scope.db.team.count({ where: { id } })) ? "changed-meanwhile" : "not-found");
    await standUnder(scope, id, null, on);
    await endPlacesFrom(scope, id, on);
    return {};
  },
);

export const reopenTeam = action(
  { name: "reopenTeam", ability: "people:edit", input: teamReopenInput },
  async (scope, { id, version }) => {
    const { count } = await scope.db.team.updateMany({ where: { id, version }, data: { closedOn: null } });
    if (count !== 1)
      throw new Refusal((await scope.db.team.count({ where: { id } })) ? "changed-meanwhile" : "not-found");
    return {};
  },
);
