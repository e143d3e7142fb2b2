import type { MemberDoor } from "@/lib/access/job";
import { openImportStage } from "@/lib/io/import-stage";
import { removeTraces } from "../sql/client-traces";
import { execute } from "../sql/staged";
import { undoImport } from "../sql/undo";
import { cancelling, lockImports } from "./apply-run";
import { ended } from "./ended";
import { moveRun, readRun } from "./run-row";
import { Cancelled } from "./stage-file";

/** Undoes an import in one transaction. Asked to stop, it leaves the import as it was. */
export async function revertRun(open: MemberDoor, id: string, chosen: readonly string[]): Promise<void> {
  const stage = await openImportStage({ tenant: open.tenant, run: id });
  try {
    if (!(await stage.claim())) return;
    await stage.step("reverting", null);
    await open(async (scope) => {
      const watch = await cancelling(scope, stage);
      try {
        await execute(scope, "select set_config('work_mem', '96MB', true)");
        await lockImports(scope);
        const run = await readRun(scope, id, true);
        if (run.status !== "reverting" || !run.result) return;
        await removeTraces(scope, id);
        const reverted = await undoImport(scope, id, chosen);
        await moveRun(scope, id, ["reverting"], { status: "reverted", result: { ...run.result, reverted } });
        await scope.db
          .$queryRaw`select app.audit('importReverted', jsonb_build_object('import', ${id}::text, 'removed', ${reverted.removed}::int,
          'restored', ${reverted.restored}::int, 'kept', ${reverted.kept}::int))::text`;
      } catch (error) {
        throw watch.asked() ? new Cancelled() : error;
      } finally {
        watch.stop();
      }
    });
  } catch (error) {
    if (error instanceof Cancelled) await open((scope) => moveRun(scope, id, ["reverting"], { status: "done" }));
    else await ended(open, id, ["reverting"], error);
  } finally {
    await stage.close();
  }
}
