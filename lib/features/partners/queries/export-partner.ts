import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { translator } from "@/lib/i18n/messages";
import { findPartner, type PartnerPerson, type PartnerView } from "../queries";

const ofPartner = z.object({ partner: z.uuid().optional().catch(undefined) });

async function partnerOf(scope: Scope, id: string | undefined) {
  const found = id ? await findPartner(scope, id) : null;
  if (!found) throw new Refusal("not-found");
  return found;
}

/** The people of a partner; those in the archive are marked. */
export const exportPartnerPeople = exportFile(
  { name: "partnerPeople", ability: "client:read", filter: ofPartner },
  async (scope, { partner }): Promise<Exported<PartnerPerson>> => {
    const { name, people } = await partnerOf(scope, partner);
    const t = translator(scope.locale, "partners");
    const e = translator(scope.locale, "exports");
    const { text, yesNo } = exportFields<PartnerPerson>(scope);
    return {
      title: `${t("people")} ${name}`,
      fields: [
        text("name", t("person.name"), (row) => row.name, 30),
        text("jobTitle", t("person.jobTitle"), (row) => row.jobTitle),
        text("phone", t("person.phone"), (row) => row.phone, 18),
        text("email", t("person.email"), (row) => row.email, 28),
        text("note", t("person.note"), (row) => row.note, 40),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows: people,
    };
  },
);

type Client = PartnerView["clients"][number];

/** For which of the reader's clients a partner works, and as what. */
export const exportPartnerClients = exportFile(
  { name: "partnerClients", ability: "client:read", filter: ofPartner },
  async (scope, { partner }): Promise<Exported<Client>> => {
    const { name, clients } = await partnerOf(scope, partner);
    const t = translator(scope.locale, "partners");
    const e = translator(scope.locale, "exports");
    const { text } = exportFields<Client>(scope);
    return {
      title: `${t("clients")} ${name}`,
      fields: [
        text("client", e("client"), (row) => row.name, 36),
        text("role", t("client.form.role"), (row) => t(`kind.${row.role}`)),
      ],
      rows: clients,
    };
  },
);
