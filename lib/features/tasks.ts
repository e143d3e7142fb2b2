import type { Task } from "@/lib/io/queue";
import { sweep } from "./account/jobs";
import { sealAudit } from "./audit/jobs";
import { unownedContracts } from "./contracts/jobs";
import { importApply, importCheck, importClose, importRevert, importSweep } from "./imports/jobs";
import { sendMail } from "./outbox/jobs";
import { planCredit } from "./plans/jobs";
import { lifeStages, lifeStagesDue } from "./sales/jobs";
import { emptyTouchBin } from "./touches/jobs";

/** Every job that the worker process runs, by its name in the queue. */
export const tasks: Record<string, Task> = {
  "send-mail": sendMail,
  "import-check": importCheck,
  "import-apply": importApply,
  "import-revert": importRevert,
  "import-close": importClose,
  "import-sweep": importSweep,
  "life-stages": lifeStages,
  "life-stages-due": lifeStagesDue,
  "plan-credit": planCredit,
  "seal-audit": sealAudit,
  sweep,
  "empty-touch-bin": emptyTouchBin,
  "unowned-contracts": unownedContracts,
};

/** When the clock starts which job: crontab lines, UTC. What was missed while nobody ran is made up for once. */
export const schedule = [
  "*/10 * * * * seal-audit ?fill=1h&jobKey=seal-audit",
  "*/15 * * * * life-stages-due ?fill=1h&jobKey=life-stages-due",
  "17 * * * * sweep ?fill=2h&jobKey=sweep",
  "*/5 * * * * import-close ?fill=10m&jobKey=import-close",
  // Every hour, since each company has its own midnight.
  "7 * * * * unowned-contracts ?fill=2h&jobKey=unowned-contracts",
  "37 * * * * import-sweep ?fill=2h&jobKey=import-sweep",
  "41 3 * * * empty-touch-bin ?fill=1d&jobKey=empty-touch-bin",
].join("\n");
