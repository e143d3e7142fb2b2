import { refusalFor } from "@/lib/access/database-errors";
import type { MemberDoor } from "@/lib/access/job";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { localFiles } from "@/lib/io/files";
import { type ImportStage, openImportStage } from "@/lib/io/import-stage";
import { fileDates } from "@/lib/io/spreadsheet/file-dates";
import { kindOf } from "../kinds";
import { leaveTraces } from "../sql/client-traces";
import { execute, select, stageRows } from "../sql/staged";
import { ended, type RunEvents } from "./ended";
import { moveRun, type RunRow, readRun } from "./run-row";
import { Cancelled, stageFile } from "./stage-file";
import { contextOf, examine, measure } from "./work";

/**
 * Writes what the check found good: one transaction with the member's own reach, the state of the import in it, so that it happened or it did
 * not. Rows are examined anew, because the company may have changed since.
 */
export async function applyRun(open: MemberDoor, id: string, events: RunEvents = {}): Promise<void> {
  const stage = await openImportStage({ tenant: open.tenant, run: id });
  try {
    if (!(await stage.claim())) return;
    const { run, company, staged } = await open(async (scope) => ({
      run: await readRun(scope, id),
      company: scope.company,
      staged: await stagedRows(scope, id),
    }));
    if (run.status !== "running" || !run.options || !run.result) return;
    if (staged !== run.result.rows) {
      const path = await localFiles().path(run.fileKey);
      const setup = { stage, path, kind: kindOf(run.kind), options: run.options, company: company.currency };
      await stageFile({ ...setup, language: company.locale, system: await fileDates(path) });
    }
    events.step?.("writing", run.result.rows);
    await stage.step("writing", null);
    await again(() => open((scope) => write(scope, stage, run)));
  } catch (error) {
    await ended(open, id, ["running"], error);
  } finally {
    await stage.close();
  }
}

async function write(scope: Scope, stage: ImportStage, run: RunRow): Promise<void> {
  const kind = kindOf(run.kind);
  const of = contextOf(scope, run);
  const watch = await cancelling(scope, stage);
  try {
    await lockImports(scope);
    const before = await readRun(scope, run.id, true);
    if (before.status !== "running" || !before.result) return;
    if (of.options.createMissing && kind.prepare) {
      await prepared(scope, run, () => kind.prepare?.(of) ?? Promise.resolve());
    }
    await examine(kind, of);
    const found = await measure(kind, of);
    if (of.options.replacePeriod && found.faulty > 0) throw new Refusal("import-faulty-rows");
    await kind.apply(of);
    await leaveTraces(scope, run);
    const update = of.options.update ? found.update : 0;
    const same = found.same + (of.options.update ? 0 : found.update);
    await moveRun(scope, run.id, ["running"], { status: "done", result: { ...before.result, ...found, update, same } });
    await scope.db
      .$queryRaw`select app.audit('importDone', jsonb_build_object('import', ${run.id}::text, 'kind', ${run.kind}::text,
      'create', ${found.create}::int, 'update', ${update}::int, 'remove', ${found.remove}::int))::text`;
  } catch (error) {
    throw watch.asked() ? new Cancelled() : error;
  } finally {
    watch.stop();
  }
}

// What is to be prepared is found among the rows that can be read; `examine` makes its own tables afterwards.
async function prepared(scope: Scope, run: RunRow, work: () => Promise<void>): Promise<void> {
  await stageRows(scope, run.id, kindOf(run.kind));
  await work();
  await execute(scope, "drop table staged");
}

/** Imports of a company write one after the other. */
export async function lockImports(scope: Scope): Promise<void> {
  await execute(scope, "select pg_advisory_xact_lock(hashtext('import'), hashtext($1))", scope.company.id);
}

/** While a statement of this transaction works, nobody else can tell it to stop: so another connection listens and interrupts it. */
export async function cancelling(scope: Scope, stage: ImportStage) {
  const [mine] = await select<{ pid: number }>(scope, "select pg_backend_pid() as pid");
  let asked = false;
  let busy = false;
  const timer = setInterval(() => {
    if (busy || asked) return;
    busy = true;
    stage
      .progress(0)
      .then(async (stop) => {
        asked = stop;
        if (stop && mine) await stage.interrupt(mine.pid);
      })
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, 500);
  return { asked: () => asked, stop: () => clearInterval(timer) };
}

async function stagedRows(scope: Scope, run: string): Promise<number> {
  const [row] = await select<{ rows: number }>(
    scope,
    "select count(*)::int as rows from stage.import_row where tenant_id = (select app.tenant()) and import_id = $1::uuid",
    run,
  );
  return row?.rows ?? 0;
}

/** Somebody may write the same code or period at the same moment: another look finds their row. */
async function again(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Cancelled || error instanceof Refusal ? null : refusalFor(error)?.code;
      if (
        tries >= 3 ||
        !code ||
        !["duplicate", "code-taken", "inn-taken-outside", "overlap", "name-taken"].includes(code)
      )
        throw error;
    }
  }
}
