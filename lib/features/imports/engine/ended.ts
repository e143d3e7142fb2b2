import { refusalFor } from "@/lib/access/database-errors";
import type { MemberDoor } from "@/lib/access/job";
import { log } from "@/lib/io/log";
import { FileFault } from "@/lib/io/spreadsheet/file-fault";
import { moveRun, type RunRow } from "./run-row";
import { Cancelled } from "./stage-file";

/** What a program that waits for an import wants to hear. */
export type RunEvents = { step?(name: string, rows: number): void };

/**
 * An import that could not go on says why: a message key, for a fault of the file with its row and values behind it as JSON. What another try may
 * mend (a lost connection) is thrown on to the queue.
 */
export async function ended(
  open: MemberDoor,
  id: string,
  from: readonly RunRow["status"][],
  error: unknown,
): Promise<void> {
  if (error instanceof Cancelled)
    return void (await open((scope) => moveRun(scope, id, from, { status: "cancelled" })));
  const reason = reasonOf(error);
  if (!reason) throw error;
  log.warn({ run: id, reason }, "import failed");
  await open((scope) => moveRun(scope, id, from, { status: "failed", error: reason }));
}

function reasonOf(error: unknown): string | null {
  if (error instanceof FileFault) return JSON.stringify(error.fault);
  const refusal = refusalFor(error);
  if (!refusal || refusal.code === "busy") return null;
  return JSON.stringify({ code: refusal.code });
}
