import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { importStatuses } from "@/lib/domain/import/kind-names";
import { localFiles } from "@/lib/io/files";
import { type RunResult, runOptions, runResult } from "../schema";

const runRow = z.object({
  id: z.string(),
  kind: z.string(),
  fileName: z.string(),
  fileKey: z.string(),
  status: z.enum(importStatuses),
  options: z.unknown().transform((value) => runOptions.safeParse(value).data ?? null),
  result: runResult.nullable().catch(null),
  version: z.number(),
  createdBy: z.string(),
});
export type RunRow = z.output<typeof runRow>;

/** Where the file lies. Files of imports that are long over are swept. */
export async function fileOf(run: Pick<RunRow, "fileKey">): Promise<string> {
  try {
    return await localFiles().path(run.fileKey);
  } catch {
    throw new Refusal("import-file-gone");
  }
}

/** The import as it stands; locked for a writer, so that two of them see each other. */
export async function readRun(scope: Scope, id: string, lock = false): Promise<RunRow> {
  const rows = lock
    ? await scope.db.$queryRaw<unknown[]>`
        select id::text, kind, file_name as "fileName", file_key as "fileKey", status, options, result, version, created_by::text as "createdBy"
        from import_run where id = ${id}::uuid for update`
    : await scope.db.$queryRaw<unknown[]>`
        select id::text, kind, file_name as "fileName", file_key as "fileKey", status, options, result, version, created_by::text as "createdBy"
        from import_run where id = ${id}::uuid`;
  if (!rows[0]) throw new Refusal("not-found");
  return runRow.parse(rows[0]);
}

export type RunChange = { status: RunRow["status"]; result?: RunResult; error?: string | null };

/** Only from one of these states: a job that comes late, or twice, changes nothing. Answers whether it did. */
export async function moveRun(
  scope: Scope,
  id: string,
  from: readonly RunRow["status"][],
  to: RunChange,
): Promise<boolean> {
  const result = to.result === undefined ? null : JSON.stringify(to.result);
  const ends = ["done", "failed", "cancelled", "reverted"].includes(to.status);
  const count = await scope.db.$executeRaw`
    update import_run set status = ${to.status}, result = coalesce(${result}::jsonb, result), error = ${to.error ?? null},
      started_at = case when ${to.status} in ('checking', 'running', 'reverting') then now() else started_at end,
      finished_at = case when ${ends} then now() else finished_at end, reverted_at = case when ${to.status} = 'reverted' then now() else reverted_at end
    where id = ${id}::uuid and status = any(${[...from]})`;
  return count > 0;
}
