// The process of an export that is measured: writes so many sale lines of a company into a file, and says how long it took and how much memory it needed.
// node --import tsx --conditions=react-server tests/bench/export-process.ts COMPANY EMAIL csv|xlsx LINES
import { findMember, memberDoor } from "@/lib/access/job";
import { closeDatabase } from "@/lib/db/client";
import { dataExports } from "@/lib/features/imports/data/data-export";
import { type DataRow, dataFields } from "@/lib/features/imports/data/data-fields";
import { dataRows } from "@/lib/features/imports/data/data-rows";
import { kinds } from "@/lib/features/imports/kinds";
import { spool } from "@/lib/io/spool";
import { writeCsv } from "@/lib/io/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/io/spreadsheet/write-xlsx";

const [company = "", email = "", format = "csv", lines = "0"] = process.argv.slice(2);
const who = await findMember(company, email);
if (!who) throw new Error(`no ${email} in ${company}`);
const open = memberDoor({ name: "export", ability: "import:run", ...who });
const started = performance.now();
let rows = 0;
const size = await open(async (scope) => {
  const of = await dataExports.sales(scope);
  const fields = dataFields(kinds.sales, of, "ru");
  const cells = cellsOf(dataRows(scope, of), (row) => fields.map(({ value }) => value(row)));
  const file = await spool(
    format === "csv" ? writeCsv(cells, fields, "ru") : writeXlsx(cells, fields, { name: "sales", locale: "ru" }),
  );
  await file.discard();
  return file.size;
});
await closeDatabase();
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`${JSON.stringify({ rows, size, seconds, memory: process.resourceUsage().maxRSS / 1024 })}\n`);

async function* cellsOf<Cells>(found: AsyncIterable<DataRow>, cells: (row: DataRow) => Cells): AsyncGenerator<Cells> {
  for await (const row of found) {
    yield cells(row);
    if (++rows >= Number(lines)) return;
  }
}
