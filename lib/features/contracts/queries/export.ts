import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { findClient } from "@/lib/features/clients/queries";
import { translator } from "@/lib/i18n/messages";
import { type ContractRow, listContracts } from "../queries";

const filter = z.object({ client: z.uuid().optional().catch(undefined) });

/** The contracts of one client as a file. Currencies may differ, so amounts stand in columns of their own. */
export const exportContracts = exportFile(
  { name: "contracts", ability: "client:read", filter },
  async (scope, { client }): Promise<Exported<ContractRow>> => {
    const found = client && (await findClient(scope, client));
    if (!client || !found) throw new Refusal("not-found");
    const rows = await listContracts(scope, client);
    const t = translator(scope.locale, "contracts");
    const { text, day, money } = exportFields<ContractRow>(scope);
    const currencies = [
      ...new Set(rows.flatMap(({ amount, currency }) => (amount !== null && currency ? [currency] : []))),
    ];
    return {
      title: `${t("title")} ${found.name}`,
      fields: [
        text("number", t("number"), (row) => row.number, 24),
        text("status", t("status.label"), (row) => t(`status.${row.status}`)),
        day("signedOn", t("signedOn"), (row) => row.signedOn),
        day("startsOn", t("startsOn"), (row) => row.startsOn),
        day("endsOn", t("endsOn"), (row) => row.endsOn),
        ...currencies.map((currency) =>
          money("amount", t("amount"), currency, (row) => (row.currency === currency ? row.amount : null)),
        ),
        text("note", t("note"), (row) => row.note, 40),
      ],
      rows,
    };
  },
);
