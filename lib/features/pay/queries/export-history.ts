import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { periodWords } from "@/lib/i18n/pay-words";
import { type PayPage, readPay } from "../queries";
import { payFilter } from "../schema";

type Row = PayPage["history"][number];

/** The reader's own slips that somebody stands for, the newest first. */
export const exportPayHistory = exportFile(
  { name: "payHistory", ability: "pay:read", filter: payFilter },
  async (scope, filter): Promise<Exported<Row>> => {
    const { history, currency } = await readPay(scope, filter);
    const t = translator(scope.locale, "pay");
    const e = translator(scope.locale, "exports");
    const { text, day, money } = exportFields<Row>(scope);
    return {
      title: t("history"),
      fields: [
        text("period", e("period"), (row) => periodWords(row, scope.locale), 20),
        day("from", e("nextDay"), (row) => row.startsOn),
        text("state", t("people.state"), (row) => t(row.closed ? "states.closed" : "states.approved")),
        money("payout", t("payout"), currency, (row) => row.payout),
      ],
      rows: history,
    };
  },
);
