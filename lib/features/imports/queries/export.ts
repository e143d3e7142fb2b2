import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile, inParts } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { type ImportRow, listImports } from "../queries";
import { importsFilter, kindName } from "../schema";

const AT_ONCE = 1000;

/** The list of imports as a file. */
export const exportImports = exportFile(
  { name: "imports", ability: "import:run", filter: importsFilter },
  async (scope, filter): Promise<Exported<ImportRow>> => {
    const t = translator(scope.locale, "imports");
    const e = translator(scope.locale, "exports");
    const { text, number, moment } = exportFields<ImportRow>(scope);
    const kindOf = (row: ImportRow) => {
      const known = kindName.safeParse(row.kind).data;
      return known ? t(`kinds.${known}`) : row.kind;
    };
    return {
      title: e("imports"),
      fields: [
        text("file", e("file"), (row) => row.fileName, 36),
        text("kind", e("kind"), kindOf),
        text("status", e("status"), (row) => t(`statuses.${row.status}`)),
        text("by", e("by"), (row) => row.by, 24),
        moment("at", e("at"), (row) => row.createdAt),
        moment("at", e("finished"), (row) => row.finishedAt),
        number("file", e("size"), (row) => row.fileSize),
        number("rows", e("rows"), (row) => row.result?.rows ?? null),
        number("created", e("created"), (row) => row.result?.create ?? null),
        number("updated", e("changed"), (row) => row.result?.update ?? null),
        number("rows", e("same"), (row) => row.result?.same ?? null),
        number("faulty", e("faulty"), (row) => row.result?.faulty ?? null),
      ],
      rows: inParts(AT_ONCE, (page) => listImports(scope, AT_ONCE, { ...filter, page })),
    };
  },
);
