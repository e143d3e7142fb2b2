import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { SheetRow } from "@/lib/domain/import/cell";
import { localFiles } from "@/lib/io/files";
import { readRowBatches } from "@/lib/io/spreadsheet/read-rows";
import type { RunRow } from "./engine/run-row";
import { readOptions } from "./engine/stage-file";
import { contextOf, examine, type Found, measure } from "./engine/work";
import { kindOf } from "./kinds";
import { rowReader } from "./reading/row-reader";
import type { RunOptions } from "./schema";
import { execute, select } from "./sql/staged";

const problem = z.object({ field: z.string(), code: z.string(), value: z.string().nullable() });
export type MendedProblem = z.output<typeof problem>;

/**
 * Puts other values into a staged row and looks at that row anew. What was typed is kept, so that a stage that is built anew has it too; whether
 * the row goes together with all the others is asked again when the import runs.
 */
export async function mendStaged(
  scope: Scope,
  run: RunRow,
  row: number,
  texts: Record<string, string>,
): Promise<MendedProblem[]> {
  const kind = kindOf(run.kind);
  const of = contextOf(scope, run);
  if (!run.result) throw new Refusal("import-not-now");
  const known = new Set(kind.fields.map(({ field }) => field));
  if (Object.keys(texts).some((field) => !known.has(field))) throw new Refusal("invalid");
  const [staged] = await select<{ texts: Record<string, string> | null }>(
    scope,
    `select m.texts from stage.import_row r left join stage.import_mend m using (tenant_id, import_id, row_no)
     where r.tenant_id = (select app.tenant()) and r.import_id = $1::uuid and r.row_no = $2::int`,
    run.id,
    row,
  );
  if (!staged) throw new Refusal("not-found");
  // From the file and not from the stage, which has rounded what it could read: so a stage that is built anew says the same.
  const line = await fileRow(await localFiles().path(run.fileKey), of.options, row);
  const typed = { ...staged.texts, ...texts };
  const reader = rowReader({ kind, options: of.options, styles: run.result.styles, company: scope.company.currency });
  const mended = reader.read(line, typed);
  await execute(
    scope,
    "delete from stage.import_problem where tenant_id = (select app.tenant()) and import_id = $1::uuid and row_no = $2::int",
    run.id,
    row,
  );
  await execute(
    scope,
    "update stage.import_row set cells = $3::text[] where tenant_id = (select app.tenant()) and import_id = $1::uuid and row_no = $2::int",
    run.id,
    row,
    mended.staged.cells,
  );
  for (const one of mended.problems) {
    await execute(
      scope,
      "insert into stage.import_problem (import_id, row_no, field, code, value, detail) values ($1::uuid, $2::int, $3, $4, $5, $6::jsonb)",
      run.id,
      row,
      one.field,
      one.code,
      one.value,
      one.detail && JSON.stringify(one.detail),
    );
  }
  await execute(
    scope,
    `insert into stage.import_mend (import_id, row_no, texts) values ($1::uuid, $2::int, $3::jsonb)
     on conflict (tenant_id, import_id, row_no) do update set texts = excluded.texts`,
    run.id,
    row,
    JSON.stringify(typed),
  );
  await examine(kind, of, kind.questions ? undefined : row);
  const left = await select<unknown>(
    scope,
    "select field, code, value from stage.import_problem where tenant_id = (select app.tenant()) and import_id = $1::uuid and row_no = $2::int and not question order by field, code",
    run.id,
    row,
  );
  await recount(scope, run, kind.questions ? await measure(kind, of) : null);
  return left.map((one) => problem.parse(one));
}

/** All that the check counts where all of it was looked at anew, else the rows with faults. */
async function recount(scope: Scope, run: RunRow, found: Found | null): Promise<void> {
  await execute(
    scope,
    `update public.import_run set result = result || coalesce($2::jsonb, jsonb_build_object('faulty', (select count(distinct row_no) from stage.import_problem
       where tenant_id = (select app.tenant()) and import_id = $1::uuid and not question))) where id = $1::uuid`,
    run.id,
    found && JSON.stringify(found),
  );
}

/** These cells are right as they stand: they are asked about no more, unless they come to say something else. Answers how many. */
export async function acceptStaged(scope: Scope, run: RunRow, cell?: { row: number; field: string }): Promise<number> {
  const accepted = await execute(
    scope,
    `with gone as (delete from stage.import_problem where tenant_id = (select app.tenant()) and import_id = $1::uuid and question
         and ($2::int is null or (row_no = $2::int and field = $3)) returning row_no, field, value)
     insert into stage.import_mend (import_id, row_no, accepted) select $1::uuid, row_no, jsonb_object_agg(field, value) from gone group by row_no
     on conflict (tenant_id, import_id, row_no) do update set accepted = import_mend.accepted || excluded.accepted`,
    run.id,
    cell?.row ?? null,
    cell?.field ?? null,
  );
  await execute(
    scope,
    `update public.import_run set result = jsonb_set(result, '{questions}', (select to_jsonb(count(*)) from stage.import_problem
       where tenant_id = (select app.tenant()) and import_id = $1::uuid and question)) where id = $1::uuid`,
    run.id,
  );
  return accepted;
}

async function fileRow(path: string, options: RunOptions, row: number): Promise<SheetRow> {
  for await (const batch of readRowBatches(path, { ...readOptions(options), afterRow: row - 1 })) {
    const [line] = batch;
    if (line?.row === row) return line;
    break;
  }
  throw new Refusal("not-found");
}
