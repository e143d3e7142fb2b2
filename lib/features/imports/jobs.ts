import "server-only";
import { z } from "zod";
import { memberJob, type Open } from "@/lib/access/job";
import type { ErrorCode } from "@/lib/access/refusal";
import { applyRun } from "./engine/apply-run";
import { checkRun } from "./engine/check-run";
import { revertRun } from "./engine/revert-run";

// Each may be killed anywhere and run again: see the engine.

const payload = z.object({ id: z.uuid() });
const of = { ability: "import:run", closing: "import:close" } as const;

/** The dry run of an import. */
export const importCheck = memberJob(
  { ...of, name: "importCheck", payload },
  (open, { id }) => checkRun(open, id),
  close,
);

/** Writes what a check found good. */
export const importApply = memberJob(
  { ...of, name: "importApply", payload },
  (open, { id }) => applyRun(open, id),
  close,
);

/** Puts back what an import did; `chosen` are rows changed since that go back all the same. */
export const importRevert = memberJob(
  { ...of, name: "importRevert", payload: payload.extend({ chosen: z.array(z.string()) }) },
  (open, { id, chosen }) => revertRun(open, id, chosen),
  close,
);

/** Nobody will go on with it: a revert leaves the import done, everything else has failed. */
async function close(open: Open, { id }: { id: string }, why: ErrorCode): Promise<void> {
  await open(async ({ db }) => {
    await db.$executeRaw`
      update import_run set status = case status when 'reverting' then 'done' else 'failed' end, error = ${JSON.stringify({ code: why })}, finished_at = now()
      where id = ${id}::uuid and status in ('checking', 'running', 'reverting')`;
  });
}
