import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile, inParts } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { listNotices, type NoticeRow } from "../queries";
import { noticeFilter } from "../schema";

const PART = 1000;

/** The notices that the address asks for: those that wait, or those that are done. */
export const exportNotices = exportFile(
  { name: "notices", ability: "notice:read", filter: noticeFilter },
  async (scope, filter): Promise<Exported<NoticeRow>> => {
    const t = translator(scope.locale, "notices");
    const e = translator(scope.locale, "exports");
    const { text, day, moment } = exportFields<NoticeRow>(scope);
    const what = ({ kind, member, contract }: NoticeRow) =>
      kind === "inn-taken" ? t("innTaken", { member }) : t("contractNoOwner", { number: contract?.number ?? "" });
    return {
      title: t("title"),
      fields: [
        moment("at", e("noticed"), (row) => row.createdAt),
        text("what", e("kind"), what, 60),
        text("client", e("client"), (row) => row.client?.name ?? null, 36),
        text("owner", e("owner"), (row) => row.client?.owner ?? null, 28),
        text("inn", e("inn"), (row) => row.inn, 14),
        day("until", e("contractUntil"), ({ contract }) => contract?.endsOn ?? null),
        moment("done", t("resolved"), (row) => row.resolvedAt),
      ],
      rows: inParts(PART, async (page) => (await listNotices(scope, { ...filter, page, size: PART })).rows),
    };
  },
);
