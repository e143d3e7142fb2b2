"use server";
import { action, lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { localFiles } from "@/lib/io/files";
import { FileFault } from "@/lib/io/spreadsheet/file-fault";
import { moveRun, type RunRow, readRun } from "./engine/run-row";
import { kindOf } from "./kinds";
import { mendStaged } from "./mend";
import { inspectInput, mendInput, optionsInput, revertInput, runIdInput, startInput } from "./schema";
import { execute } from "./sql/staged";
import { countUndoable, listConflicts } from "./sql/undo";
import { checkColumns, findMapping, insertRun, rememberMapping } from "./start-run";
import { inspectFor, suggestOptions } from "./suggest";

const ability = "import:run";

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
export const inspectImport = lookup({ ability, input: inspectInput }, async (scope, { id, ...reading }) => {
  const run = await readRun(scope, id);
  const kind = kindOf(run.kind);
  try {
    const seen = await inspectFor(kind, await localFiles().path(run.fileKey), reading);
    const suggested = suggestOptions(kind, seen, scope.company.locale);
    const remembered = await findMapping(scope, run.kind, suggested.names);
    const columns = remembered?.length === suggested.columns.length ? remembered : suggested.columns;
    const { preview, sheets, encoding, delimiter, rows, merged, formulas, errorCells, totals } = seen;
    return {
      fault: null,
      options: { ...suggested, columns },
      remembered: remembered !== null,
      file: {
        sheets,
        encoding,
        delimiter,
        rows,
        merged: merged.length,
        formulas,
        errorCells,
        totals: totals.length,
        preview: preview.slice(0, 12),
      },
    };
  } catch (error) {
    if (error instanceof FileFault) return { fault: error.fault, options: null, remembered: false, file: null };
    throw error;
  }
});

/** Keeps the choices and lets the check begin; also a new check of an import that was checked before. */
export const saveOptions = action(
  { name: "saveImportOptions", ability, input: optionsInput },
  async (scope, { id, version, options }) => {
    const run = await locked(scope, id, ["uploaded", "checked", "failed", "cancelled"]);
    if (run.version !== version) throw new Refusal("conflict", { values: { theirs: run.options, mine: options } });
    if (run.result && "reverted" in run.result) throw new Refusal("import-not-now");
    checkColumns(kindOf(run.kind), options.columns);
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

/** What a revert would do: counts, and the rows that have changed since with both values. */
export const previewRevert = lookup({ ability, input: runIdInput }, async (scope, { id }) => {
  await readRun(scope, id);
  return { ...(await countUndoable(scope, id)), conflicts: await listConflicts(scope, id) };
});

export const revertImport = action(
  { name: "revertImport", ability, input: revertInput },
  async (scope, { id, version, chosen }) => {
    const run = await locked(scope, id, ["done"]);
    if (run.version !== version) throw new Refusal("conflict");
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
