import { z } from "zod";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { translator } from "@/lib/i18n/messages";
import { dataExports } from "../data/data-export";
import { type DataRow, dataFields } from "../data/data-fields";
import { dataRows } from "../data/data-rows";
import { kinds } from "../kinds";
import { kindName } from "../schema";

/** Everything of one kind of import, as that import takes it: what went out can be changed and taken in again. */
export const exportData = exportFile(
  { name: "data", ability: "import:run", filter: z.object({ kind: kindName.optional().catch(undefined) }) },
  async (scope, { kind: name }): Promise<Exported<DataRow>> => {
    if (!name) throw new Refusal("not-found");
    const of = await dataExports[name](scope);
    return {
      title: translator(scope.locale, "imports")(`kinds.${name}`),
      fields: dataFields(kinds[name], of, scope.locale),
      rows: dataRows(scope, of),
    };
  },
);
