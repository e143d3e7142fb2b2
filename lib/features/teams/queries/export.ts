import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { readTeams, type TeamNode } from "../queries";
import { teamsFilter } from "../schema";
import type { PlaceRow } from "../tree";

/** A person's place in a team; a team without anybody has one row of its own. */
type Line = { team: TeamNode; place: PlaceRow | null };

/** The teams of the day that the address names: a row for each place, those that begin later too. */
export const exportTeams = exportFile(
  { name: "teams", ability: "people:manage", filter: teamsFilter },
  async (scope, filter): Promise<Exported<Line>> => {
    const { tree, names } = await readTeams(scope, filter);
    const t = translator(scope.locale, "teams");
    const e = translator(scope.locale, "exports");
    const { text, day } = exportFields<Line>(scope);
    const role = ({ place }: Line) => place && e(place.role === "lead" ? "leadsTeam" : "inTeam");
    return {
      title: t("title"),
      fields: [
        text("team", t("column.team"), ({ team }) => team.name, 28),
        text("parent", t("form.parent"), ({ team }) => names[team.parentId ?? ""] ?? null, 28),
        text("person", t("place.member"), ({ place }) => place?.name ?? null, 28),
        text("role", t("place.role"), role, 14),
        day("from", t("place.from"), ({ place }) => place?.startsOn ?? null),
        day("until", e("untilDay"), ({ place }) => place?.endsOn ?? null),
        day("closed", e("closedOn"), ({ team }) => team.closedOn),
      ],
      rows: tree.flatMap((team): Line[] => {
        const places = [...team.leads, ...team.members, ...team.laterPlaces];
        return places.length > 0 ? places.map((place) => ({ team, place })) : [{ team, place: null }];
      }),
    };
  },
);
