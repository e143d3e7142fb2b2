import "server-only";
import { download } from "@/lib/access/download";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { cellText, columnLetter } from "@/lib/domain/import/cell";
import { translator } from "@/lib/i18n/messages";
import type { ExportColumn, ExportRow } from "@/lib/io/spreadsheet/export-column";
import { readRowBatches } from "@/lib/io/spreadsheet/read-rows";
import { writeCsv } from "@/lib/io/spreadsheet/write-csv";
import { fileOf, readRun } from "./engine/run-row";
import { readOptions } from "./engine/stage-file";
import { faultText, type RowFault } from "./fault-text";
import { fieldLabel } from "./field-label";
import { faultFileInput, type RunOptions } from "./schema";

/** As many rows as a person can mend in a spreadsheet. */
const MOST = 50_000;

type Faulty = { said: string; texts: Record<string, string> | null };

/** The rows of an import's file that have faults, as the file has them, with what is wrong behind them: to be put right and imported again. */
export const giveFaultFile = download(
  { name: "importFaultFile", ability: "import:run", input: faultFileInput },
  async (scope, { importId }) => {
    const run = await readRun(scope, importId);
    const { options } = run;
    if (!options) throw new Refusal("not-found");
    const path = await fileOf(run);
    const faulty = await faultsByRow(scope, importId);
    const t = translator(scope.locale, "imports");
    const names = options.columns.map((_, at) => options.names[at]?.trim() || columnLetter(at));
    const columns: ExportColumn[] = [...names, t("faultColumn")].map((header) => ({ header, type: "text" }));
    return {
      name: `${run.fileName.replace(/\.\w{1,5}$/, "")} ${t("faultFile")}.csv`,
      type: "text/csv; charset=utf-8",
      body: writeCsv(faultyRows(path, options, faulty), columns, scope.locale),
    };
  },
);

async function faultsByRow(scope: Scope, run: string): Promise<Map<number, Faulty>> {
  const rows = await scope.db.$queryRaw<(RowFault & { row: number; field: string; texts: Faulty["texts"] })[]>`
    select p.row_no as row, p.field, p.code, p.value, p.detail, m.texts from stage.import_problem p
    left join stage.import_mend m on m.tenant_id = p.tenant_id and m.import_id = p.import_id and m.row_no = p.row_no
    where p.tenant_id = (select app.tenant()) and p.import_id = ${run}::uuid and not p.question order by p.row_no, p.field, p.code limit ${MOST}`;
  const byRow = new Map<number, { said: string[]; texts: Faulty["texts"] }>();
  for (const { row, field, texts, ...fault } of rows) {
    const said = `${field && `${fieldLabel(scope.locale, field)}: `}${faultText(scope.locale, fault)}`;
    const known = byRow.get(row);
    if (known) known.said.push(said);
    else byRow.set(row, { said: [said], texts });
  }
  return new Map([...byRow].map(([row, { said, texts }]) => [row, { said: said.join(" "), texts }]));
}

/** Read as it is sent, after the transaction: the file alone is asked. */
async function* faultyRows(
  path: string,
  options: RunOptions,
  faulty: ReadonlyMap<number, Faulty>,
): AsyncGenerator<ExportRow> {
  let left = faulty.size;
  for await (const batch of readRowBatches(path, readOptions(options))) {
    for (const { row, cells } of batch) {
      const found = faulty.get(row);
      if (!found) continue;
      left--;
      const mended = (at: number) => found.texts?.[options.columns[at] ?? ""];
      yield [...options.columns.map((_, at) => mended(at) ?? cellText(cells[at])), found.said];
    }
    if (left === 0) return;
  }
}
