import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { addDays } from "@/lib/domain/calendar-date";
import { translator } from "@/lib/i18n/messages";
import { fittingPeople, listPeople, type PersonRow } from "../queries";
import { peopleFilter } from "../schema";

/** The list of people as a file. */
export const exportPeople = exportFile(
  { name: "people", ability: "people:manage", filter: peopleFilter },
  async (scope, filter): Promise<Exported<PersonRow>> => {
    const t = translator(scope.locale, "people");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const { text, day, number } = exportFields<PersonRow>(scope);
    return {
      title: t("title"),
      fields: [
        text("name", t("column.name"), (row) => row.name, 30),
        // Whoever leaves is marked beside the name.
        day("name", e("left"), (row) => row.leftOn && addDays(row.leftOn, -1)),
        text("jobTitle", t("column.jobTitle"), (row) => row.jobTitle),
        text("roles", t("column.roles"), (row) => row.roles.map((role) => words(`role.${role}`)).join(", "), 30),
        text("team", t("column.team"), (row) => row.team),
        text("team", e("leads"), (row) => row.leads.join(", ")),
        text("email", t("column.email"), (row) => row.email, 32),
        number("clients", t("column.clients"), (row) => row.clients),
        day("joined", t("column.joined"), (row) => row.joinedOn),
      ],
      rows: fittingPeople(scope, await listPeople(scope), filter),
    };
  },
);
