"use server";
import { action, lookup } from "@/lib/access/doors";
import { forReader } from "@/lib/access/reader";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { FileFault } from "@/lib/io/spreadsheet/file-fault";
import { conflictViews } from "./conflicts";
import { fileOf, moveRun, type RunRow, readRun } from "./engine/run-row";
import { fileFaultText, fileView } from "./inspection";
import { kindOf } from "./kinds";
import { acceptStaged, mendStaged } from "./mend";
import {
  acceptInput,
  forgetInput,
  inspectInput,
  mendInput,
  optionsInput,
  revertInput,
  runIdInput,
  startInput,
  watched,
} from "./schema";
import { listNewerImports } from "./sql/newer-imports";
import { execute } from "./sql/staged";
import { countUndoable, listConflicts } from "./sql/undo";
import { checkColumns, dropMapping, findMapping, insertRun, rememberMapping } from "./start-run";
import { inspectFor, suggestOptions } from "./suggest";

const ability = "import:run";
/** Rows that a person's look at a file reads: enough for its header and its first values, whatever its size. */
const LOOK = 2000;

/** Begins an import of an uploaded file. */
export const startImport = action(
  { name: "startImport", ability, input: startInput },
  async (scope, { file, kind }) => {
    const stored = await scope.db.storedFile.findFirst({ where: { id: file } });
    if (!stored) throw new Refusal("not-found");
    const { key, name, size, sha256 } = stored;
    return {
      id: await insertRun(scope, { kind, name, file: { key, size: Number(size), sha256: new Uint8Array(sha256) } }),
    };
  },
);

/** What the file holds when it is read so, and what its columns probably mean: as last time for such a header, else by their names. */
export const inspectImport = lookup({ ability, input: inspectInput }, async (scope, { id, headerRow, ...reading }) => {
  const run = await readRun(scope, id);
  const kind = kindOf(run.kind);
  const locale = scope.company.locale;
  try {
    const seen = await inspectFor(kind, await fileOf(run), { ...reading, atMost: LOOK });
    const suggested = suggestOptions(kind, seen, locale, headerRow);
    const remembered = await findMapping(scope, run.kind, suggested.names);
    const fits = remembered?.length === suggested.columns.length;
    const options = { ...suggested, columns: fits && remembered ? remembered : suggested.columns };
    return { fault: null, options, remembered: fits, file: fileView(kind, seen, options, locale) };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { row } = error.fault;
    const fault = { text: fileFaultText((await forReader(scope)).locale, error.fault), row: row ?? null };
    return { fault, options: null, remembered: false, file: null };
  }
});

/** How far an import is; light enough to be asked every second. */
export const watchImport = lookup({ ability, input: runIdInput }, async (scope, { id }) => {
  const [row] = await scope.db.$queryRaw<unknown[]>`
    select i.status, i.version, p.step, p.done::int as done, p.total::int as total, coalesce(p.cancel_asked, false) as stopping from import_run i
    left join stage.import_progress p on p.tenant_id = i.tenant_id and p.import_id = i.id where i.id = ${id}::uuid`;
  if (!row) throw new Refusal("not-found");
  return watched.parse(row);
});

/** Such a header is to be mapped by its names again. */
export const forgetMapping = action(
  { name: "forgetImportMapping", ability, input: forgetInput },
  async (scope, { id, names }) => {
    const run = await readRun(scope, id);
    await dropMapping(scope, run.kind, names);
    return { id };
  },
);

/** Keeps the choices and lets the check begin; also a new check of an import that was checked before. */
export const saveOptions = action(
  { name: "saveImportOptions", ability, input: optionsInput },
  async (scope, { id, version, options }) => {
    const run = await locked(scope, id, ["uploaded", "checked", "failed", "cancelled"]);
    if (run.version !== version) throw new Refusal("conflict", { values: { theirs: run.options, mine: options } });
    if (run.result && "reverted" in run.result) throw new Refusal("import-not-now");
    checkColumns(kindOf(run.kind), options.columns);
    await fileOf(run);
    await scope.db
      .$executeRaw`update import_run set options = ${JSON.stringify(options)}::jsonb where id = ${id}::uuid`;
    await rememberMapping(scope, run.kind, options);
    return begin(scope, run, "checking", "import-check");
  },
);

/** Writes what the check found good. */
export const runImport = action({ name: "runImport", ability, input: runIdInput }, async (scope, { id }) => {
  const run = await locked(scope, id, ["checked"]);
  if (run.options?.replacePeriod && run.result && run.result.faulty > 0) throw new Refusal("import-faulty-rows");
  return begin(scope, run, "running", "import-apply");
});

/** Asks a check, a run or a revert to stop; nothing half-done stays. */
export const cancelImport = action({ name: "cancelImport", ability, input: runIdInput }, async (scope, { id }) => {
  await locked(scope, id, ["uploaded", "checking", "checked", "running", "reverting"]);
  if (await moveRun(scope, id, ["uploaded", "checked"], { status: "cancelled" })) return { id };
  await scope.db.$executeRaw`
    insert into stage.import_progress (import_id, step, cancel_asked) values (${id}::uuid, 'waiting', true)
    on conflict (tenant_id, import_id) do update set cancel_asked = true`;
  return { id };
});

/** New values for a row of the file, read like its columns. Answers what is still wrong with the row. */
export const mendRow = action(
  { name: "mendImportRow", ability, input: mendInput },
  async (scope, { id, row, texts }) => {
    const run = await locked(scope, id, ["checked"]);
    return { problems: await mendStaged(scope, run, row, texts) };
  },
);

/** Cells that look like typing errors are right as they stand. */
export const acceptCells = action(
  { name: "acceptImportCells", ability, input: acceptInput },
  async (scope, { id, cell }) => {
    const run = await locked(scope, id, ["checked"]);
    return { accepted: await acceptStaged(scope, run, cell) };
  },
);

/** What a revert would do: counts, the rows that have changed since with both values, and newer imports that must go back first. */
export const previewRevert = lookup({ ability, input: runIdInput }, async (scope, { id }) => {
  await readRun(scope, id);
  const conflicts = await listConflicts(scope, id);
  return {
    ...(await countUndoable(scope, id)),
    conflicts: await conflictViews(await forReader(scope), conflicts),
    newer: await listNewerImports(scope, id),
  };
});

export const revertImport = action(
  { name: "revertImport", ability, input: revertInput },
  async (scope, { id, version, chosen }) => {
    const run = await locked(scope, id, ["done"]);
    if (run.version !== version) throw new Refusal("conflict");
    if ((await listNewerImports(scope, id)).length > 0) throw new Refusal("import-newer-first");
    return begin(scope, run, "reverting", "import-revert", { chosen });
  },
);

async function locked(scope: Scope, id: string, states: readonly RunRow["status"][]): Promise<RunRow> {
  const run = await readRun(scope, id, true);
  if (!states.includes(run.status)) throw new Refusal("import-not-now");
  return run;
}

async function begin(
  scope: Scope,
  run: RunRow,
  status: RunRow["status"],
  task: string,
  more: object = {},
): Promise<{ id: string }> {
  await moveRun(scope, run.id, [run.status], { status });
  await execute(
    scope,
    "delete from stage.import_progress where tenant_id = (select app.tenant()) and import_id = $1::uuid",
    run.id,
  );
  const payload = JSON.stringify({ id: run.id, member: scope.member.id, ...more });
  await scope.db.$queryRaw`select app.enqueue(${task}, ${payload}::jsonb, ${`import:${run.id}`})::text`;
  return { id: run.id };
}
