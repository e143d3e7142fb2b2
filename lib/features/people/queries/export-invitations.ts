import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { type InvitationRow, listInvitations } from "../invitations";

/** Whoever was invited and has not answered yet. */
export const exportInvitations = exportFile(
  { name: "invitations", ability: "people:manage", filter: z.object({}) },
  async (scope): Promise<Exported<InvitationRow>> => {
    const t = translator(scope.locale, "people");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const { text, moment, yesNo } = exportFields<InvitationRow>(scope);
    return {
      title: t("open.title"),
      fields: [
        text("name", t("invitation.name"), (row) => row.name, 30),
        text("email", t("invitation.email"), (row) => row.email, 32),
        text("roles", t("invitation.roles"), (row) => row.roles.map((role) => words(`role.${role}`)).join(", "), 30),
        text("team", t("invitation.team"), (row) => row.team),
        text("by", e("invitedBy"), (row) => row.invitedBy, 24),
        moment("until", e("validUntil"), (row) => row.expiresAt),
        yesNo("expired", e("expired"), (row) => row.expired),
      ],
      rows: await listInvitations(scope),
    };
  },
);
