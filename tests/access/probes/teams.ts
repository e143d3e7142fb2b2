import { POST } from "@/app/api/exports/teams/route";
import {
  closeTeam,
  createTeam,
  endPlace,
  moveTeam,
  placeMember,
  renameTeam,
  reopenTeam,
} from "@/lib/features/teams/actions";
import { loadTeams } from "@/lib/features/teams/queries";
import { teamsFilter } from "@/lib/features/teams/schema";
import { probe } from "./probe";

const from = "2026-04-01";

export default [
  probe.query(loadTeams, { args: () => [teamsFilter.parse({ on: from, closed: "1" })] }),
  probe.exported(POST, { query: () => ({ on: from, closed: "1" }) }),
  probe.action(createTeam, { input: (ids) => ({ name: "New team", parent: ids.division, from }) }),
  probe.action(renameTeam, { input: (ids) => ({ id: ids.team, version: 1, name: "Another name" }) }),
  probe.action(moveTeam, { input: (ids) => ({ id: ids.team, parent: ids.looseTeam, from }) }),
  probe.action(placeMember, { input: (ids) => ({ team: ids.looseTeam, member: ids.member, role: "lead", from }) }),
  probe.action(endPlace, { input: (ids) => ({ id: ids.teamMember, on: from }) }),
  probe.action(closeTeam, { input: (ids) => ({ id: ids.team, version: 1, on: from }) }),
  probe.action(reopenTeam, { input: (ids) => ({ id: ids.team, version: 1 }) }),
];
