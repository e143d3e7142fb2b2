import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { translator } from "@/lib/i18n/messages";
import { creditLineFilter } from "../schema";
import { type CreditLines, creditLines } from "./credit-lines";

type Line = CreditLines["lines"][number];

/** The sale lines behind a person's figure of a client, all of them. Where the client is out of reach there is no line to give. */
export const exportCreditLines = exportFile(
  { name: "creditLines", ability: "client:read", filter: creditLineFilter },
  async (scope, filter): Promise<Exported<Line>> => {
    const { client, lines, label, currency } = await creditLines(scope, filter, null);
    if (!client) throw new Refusal("not-found");
    const t = translator(scope.locale, "progress");
    const { text, day, money, percent } = exportFields<Line>(scope);
    return {
      title: t("lines.title", { name: label ?? client.name }),
      fields: [
        day("day", t("lines.day"), (row) => row.soldOn),
        text("document", t("lines.document"), (row) => row.document),
        text("product", t("lines.product"), (row) => row.product, 36),
        text("group", t("lines.group"), (row) => row.group, 24),
        money("amount", t("lines.amount"), currency, (row) => row.amount),
        percent("share", t("lines.share"), (row) => (row.share === null ? null : row.share / 100)),
        money("credited", t("lines.credited"), currency, (row) => row.credited),
      ],
      // Whoever sees the client but not this person's figure is not shown what is behind it.
      rows: label === null ? [] : lines,
    };
  },
);
