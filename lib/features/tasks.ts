import type { Task } from "@/lib/io/queue";
import { sweep } from "./account/jobs";
import { sealAudit } from "./audit/jobs";
import { importApply, importCheck, importRevert } from "./imports/jobs";
import { sendMail } from "./outbox/jobs";
import { emptyTouchBin } from "./touches/jobs";

/** Every job that the worker process runs, by its name in the queue. */
export const tasks: Record<string, Task> = {
  "send-mail": sendMail,
  "import-check": importCheck,
  "import-apply": importApply,
  "import-revert": importRevert,
  "seal-audit": sealAudit,
  sweep,
};

/** When the clock starts which job: crontab lines, UTC. What was missed while nobody ran is made up for once. */
export const schedule = [
  "*/10 * * * * seal-audit ?fill=1h&jobKey=seal-audit",
  "empty-touch-bin": emptyTouchBin,
  "17 * * * * sweep ?fill=2h&jobKey=sweep",
].join("\n");
  "41 3 * * * empty-touch-bin ?fill=1d&jobKey=empty-touch-bin",
