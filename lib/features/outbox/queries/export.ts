import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile, inParts } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { listMails, type MailRow } from "../queries";
import { outboxFilter } from "../schema";

const AT_ONCE = 1000;

/** The outbox as a file, without the texts of the mails. */
export const exportOutbox = exportFile(
  { name: "outbox", ability: "outbox:read", filter: outboxFilter },
  async (scope, filter): Promise<Exported<MailRow>> => {
    const t = translator(scope.locale, "outbox");
    const e = translator(scope.locale, "exports");
    const { text, moment } = exportFields<MailRow>(scope);
    return {
      title: t("title"),
      fields: [
        text("to", t("column.to"), (row) => row.to, 32),
        text("subject", t("column.subject"), (row) => row.subject, 40),
        text("kind", t("column.kind"), (row) => t(`kind.${row.kind}`)),
        text("status", t("column.status"), (row) => t(`status.${row.status}`)),
        text("status", e("error"), (row) => row.error, 30),
        moment("created", t("column.created"), (row) => row.createdAt),
        moment("sent", t("column.sent"), (row) => row.sentAt),
      ],
      rows: inParts(AT_ONCE, async (page) => (await listMails(scope, { ...filter, page, size: AT_ONCE })).rows),
    };
  },
);
