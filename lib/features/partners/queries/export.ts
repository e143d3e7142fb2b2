import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { listPartners, type PartnerListRow } from "../queries";
import { partnerFilter } from "../schema";

/** The partners that the address asks for; their clients are those within reach. */
export const exportPartners = exportFile(
  { name: "partners", ability: "client:read", filter: partnerFilter },
  async (scope, filter): Promise<Exported<PartnerListRow>> => {
    const t = translator(scope.locale, "partners");
    const e = translator(scope.locale, "exports");
    const { text, number, yesNo } = exportFields<PartnerListRow>(scope);
    return {
      title: t("title"),
      fields: [
        text("name", t("form.name"), (row) => row.name, 36),
        text("kind", t("form.kind"), (row) => t(`kind.${row.kind}`)),
        text("city", t("city"), (row) => row.city),
        number("people", t("people"), (row) => row.people),
        number("clients", e("yourClients"), (row) => row.clients),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows: await listPartners(scope, filter),
    };
  },
);
