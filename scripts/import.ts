// npm run import -- --company NAME --as EMAIL --kind sales FILE [--map "Header=field" …] [--update] [--create-products] [--replace-period] [--dry-run]
// The engine of the import page, in this process. docs/imports.md describes it.
import { parseArgs } from "node:util";
import { findMember, memberDoor } from "@/lib/access/job";
import { Refusal } from "@/lib/access/refusal";
import { closeDatabase } from "@/lib/db/client";
import { kindNames } from "@/lib/domain/import/kind-names";
import { importFile, type Outcome } from "@/lib/features/imports/command";
import { listFaults } from "@/lib/features/imports/command-report";
import { runOptions } from "@/lib/features/imports/schema";
import { FileFault } from "@/lib/io/spreadsheet/file-fault";

const usage = `npm run import -- --company NAME --as EMAIL --kind ${kindNames.join("|")} FILE
  --map "Header=field"   which column fills which field (again for each); "Header=" leaves a column aside
  --update               change rows that are there already
  --create-products      add products, groups and other names that the file knows and Grange does not
  --replace-period       sales: take away lines of the file's period that it does not have
  --sheet N, --encoding NAME, --delimiter CHAR, --currency CODE, --decimal , or ., --dates dmy or mdy
  --dry-run              check only`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      company: { type: "string" },
      as: { type: "string" },
      kind: { type: "string" },
      map: { type: "string", multiple: true },
      update: { type: "boolean", default: false },
      "create-products": { type: "boolean", default: false },
      "replace-period": { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      sheet: { type: "string" },
      encoding: { type: "string" },
      delimiter: { type: "string" },
      currency: { type: "string" },
      decimal: { type: "string" },
      dates: { type: "string" },
    },
  });
  const [path] = positionals;
  if (!path || !values.company || !values.as || !values.kind) {
    console.error(usage);
    return 2;
  }
  const who = await findMember(values.company, values.as);
  if (!who) {
    console.error(`There is no ${values.as} in a company called "${values.company}".`);
    return 2;
  }
  const open = memberDoor({ name: "import", ability: "import:run", ...who });
  const map =
    values.map &&
    Object.fromEntries(
      values.map.map((one) => [one.slice(0, one.lastIndexOf("=")), one.slice(one.lastIndexOf("=") + 1)]),
    );
  const chosen = {
    sheet: values.sheet === undefined ? undefined : Number(values.sheet) - 1,
    encoding: values.encoding,
    delimiter: values.delimiter === "tab" ? "\t" : values.delimiter,
    currency: values.currency,
    decimal: values.decimal,
    dayOrder: values.dates,
    update: values.update,
    createMissing: values["create-products"],
    replacePeriod: values["replace-period"],
  };
  const options = runOptions
    .partial()
    .parse(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)));
  const step = (name: string, rows: number) => console.log(`  ${name}: ${rows} rows`);
  const outcome = await importFile(
    open,
    { kind: values.kind, path, map, options, dryRun: values["dry-run"] },
    { step },
  );
  await report(outcome);
  return outcome.status === "done" || (values["dry-run"] && outcome.status === "checked") ? 0 : 1;

  async function report({ id, status, error, result }: Outcome): Promise<void> {
    console.log(`import ${id}: ${status}${error ? ` (${error})` : ""}`);
    if (!result) return;
    const { rows, skipped, faulty, create, update, same, remove, rounding, totals } = result;
    console.table({ rows, "totals rows left out": skipped, faulty, create, update, same, remove });
    for (const { field, currency, value } of totals) console.log(`  ${field}: ${value} ${currency ?? ""}`);
    if (rounding !== "0") console.log(`  rounding: ${rounding}`);
    for (const line of await listFaults(open, id, 50)) console.log(`  ${line}`);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof FileFault || error instanceof Refusal;
  console.error(
    known ? `${error.message} ${JSON.stringify(error instanceof Refusal ? error.more : error.fault)}` : error,
  );
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
