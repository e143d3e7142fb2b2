// The process of an import that is measured: takes the file in, checks it, runs it, and says how long each took and how much memory it needed.
// node --import tsx --conditions=react-server tests/bench/import-process.ts COMPANY EMAIL FILE
import { findMember, memberDoor } from "@/lib/access/job";
import { closeDatabase } from "@/lib/db/client";
import { importFile, outcome } from "@/lib/features/imports/command";
import { applyRun } from "@/lib/features/imports/engine/apply-run";
import { moveRun } from "@/lib/features/imports/engine/run-row";

const [company = "", email = "", path = ""] = process.argv.slice(2);
const who = await findMember(company, email);
if (!who) throw new Error(`no ${email} in ${company}`);
const open = memberDoor({ name: "import", ability: "import:run", ...who });
const started = performance.now();
let staged = started;
const step = (name: string) => {
  if (name === "checking") staged = performance.now();
};
const { id } = await importFile(open, { kind: "sales", path, dryRun: true }, { step });
const checked = performance.now();
await open((scope) => moveRun(scope, id, ["checked"], { status: "running" }));
await applyRun(open, id);
const done = performance.now();
const { status, result, error } = await outcome(open, id);
await closeDatabase();
const figures = {
  status,
  error,
  rows: result?.create ?? 0,
  stage: (staged - started) / 1000,
  check: (checked - staged) / 1000,
  apply: (done - checked) / 1000,
  /** MiB at the most. */
  memory: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
