import type { MemberDoor } from "@/lib/access/job";
import { localFiles } from "@/lib/io/files";
import { openImportStage } from "@/lib/io/import-stage";
import { fileDates } from "@/lib/io/spreadsheet/file-dates";
import { kindOf } from "../kinds";
import { ended, type RunEvents } from "./ended";
import { moveRun, readRun } from "./run-row";
import { stageFile } from "./stage-file";
import { contextOf, examine, measure } from "./work";

/**
 * The dry run: reads the file into the stage, holds it against the company's rows and says what a run would do. It may be killed anywhere and
 * done again: it begins by emptying the stage.
 */
export async function checkRun(open: MemberDoor, id: string, events: RunEvents = {}): Promise<void> {
  const stage = await openImportStage({ tenant: open.tenant, run: id });
  try {
    if (!(await stage.claim())) return;
    const { run, company } = await open(async (scope) => ({ run: await readRun(scope, id), company: scope.company }));
    if (run.status !== "checking" || !run.options) return;
    const kind = kindOf(run.kind);
    const path = await localFiles().path(run.fileKey);
    const staged = await stageFile({
      stage,
      path,
      kind,
      options: run.options,
      company: company.currency,
      language: company.locale,
      system: await fileDates(path),
    });
    events.step?.("checking", staged.rows);
    await stage.step("checking", null);
    await open(async (scope) => {
      const of = contextOf(scope, run);
      await examine(kind, of);
      const result = { ...staged, ...(await measure(kind, of)) };
      if (await stage.progress(0)) return moveRun(scope, id, ["checking"], { status: "cancelled" });
      return moveRun(scope, id, ["checking"], { status: "checked", result });
    });
  } catch (error) {
    await ended(open, id, ["checking"], error);
  } finally {
    await stage.close();
  }
}
