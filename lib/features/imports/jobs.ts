import "server-only";
import { z } from "zod";
import { houseJob, memberJob, type Open } from "@/lib/access/job";
import type { ErrorCode } from "@/lib/access/refusal";
import { localFiles } from "@/lib/io/files";
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

/** Removes files whose time is over, and what was staged of them: 30 days after their import has ended, a day after an upload that nothing took. */
export const importSweep = houseJob("importSweep", async (db) => {
  const files = localFiles();
  const [clock] = await db.$queryRaw<{ yesterday: Date }[]>`select now() - interval '1 day' as yesterday`;
  const old = clock ? await files.keysBefore(clock.yesterday) : [];
  const spent = await db.$queryRaw<{ key: string }[]>`select key from app.spent_files() key`;
  const known = await db.$queryRaw<{ key: string }[]>`select key from app.known_files(${old}::text[]) key`;
  const named = new Set(known.map(({ key }) => key));
  const orphans = old.filter((key) => !named.has(key));
  // The file first: should this transaction break, it is tried again, and a file that is gone already does no harm.
  for (const key of [...spent.map((one) => one.key), ...orphans]) await files.remove(key);
  await db.$executeRaw`select app.forget_files(${spent.map(({ key }) => key)}::text[]), app.sweep_stage()`;
});

/** Ends imports whose process is gone and whose job is not queued. */
export const importClose = houseJob("importClose", async (db) => {
  await db.$executeRaw`select app.close_stalled_imports()`;
});

/** Nobody will go on with it: a revert leaves the import done, everything else has failed. */
async function close(open: Open, { id }: { id: string }, why: ErrorCode): Promise<void> {
  await open(async ({ db }) => {
    await db.$executeRaw`
      update import_run set status = case status when 'reverting' then 'done' else 'failed' end, error = ${JSON.stringify({ code: why })}, finished_at = now()
      where id = ${id}::uuid and status in ('checking', 'running', 'reverting')`;
  });
}
