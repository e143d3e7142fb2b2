// `npm start`: from a fresh clone to a running Grange. Plain JavaScript: it begins before any package is installed, and
// stays as the small process that watches over the server, the worker and the embedded database.
import { fork } from "node:child_process";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { install } from "./install.mjs";
import { isGone, stopProcess, supervise } from "./supervise.mjs";

const development = process.argv.includes("--dev");
const cluster = process.env.GRANGE_CLUSTER ?? "main";
const status = `.data/running-${cluster}.json`;
let stopping = false;
let preparation;
// V8 tidies up the later the more it may take, and on a large machine it may take gigabytes. Neither process needs a tenth of this.
const HEAP = "--max-old-space-size=512";
const told = new Promise((resolve) => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    process.on(signal, () => {
      stopping = true;
      preparation?.kill("SIGTERM");
      resolve(signal);
    });
  }
});

install({ withDevelopment: false });
if (existsSync(".env")) process.loadEnvFile(".env"); // what the environment says already is stronger
const ready = await prepare(process.argv.slice(2));
if (!ready) process.exit(1); // it has said why
const database = ready.database;
// glibc keeps a heap per thread, up to eight for each core: two are enough for Node, and hold a fifth less memory after load.
const env = { MALLOC_ARENA_MAX: "2", ...process.env, ...ready.env };
delete env.MIGRATE_URL; // the running app must not be able to become the owner

const running = { launcher: process.pid, database: database?.pid, databasePort: database?.port };
// A second Grange on the same database leaves the record to the first.
const recorded = database?.ours !== false;
const record = (part) => {
  Object.assign(running, part);
  if (!recorded) return;
  writeFileSync(`${status}.new`, JSON.stringify(running), { mode: 0o600 });
  renameSync(`${status}.new`, status);
};
const complain = (what) => (why) => stopping || console.error(`The ${what} ended (${why}): starting it again.`);

const server = supervise(program("serve"), {
  env,
  onStart: (pid) => record({ server: pid }),
  onMessage: ({ port, failure }) => {
    if (failure) {
      console.error(`\n${failure}`);
      process.exitCode = 1;
      process.kill(process.pid, "SIGTERM");
    }
    if (!port || running.url) return;
    env.PORT = String(port); // a restarted server is found at the same address
    record({ url: `http://localhost:${port}` });
    console.log(["", `Grange is ready: ${env.GRANGE_URL ?? running.url}`, ...ready.welcome, ""].join("\n"));
  },
  onExit: complain("server"),
});
const worker = supervise(program("worker"), {
  env,
  // Modules marked `server-only` are for this process too: the condition tells them so.
  flags: ["--conditions=react-server"],
  onStart: (pid) => record({ worker: pid }),
  onExit: complain("worker"),
});
const watch = database && setInterval(watchDatabase, 500);

console.log(`\nStopping (${await told})…`);
clearInterval(watch);
await Promise.all([server.stop(), worker.stop()]);
if (database?.ours) await stopProcess(database.pid, "SIGINT"); // PostgreSQL's fast shutdown
if (recorded) rmSync(status, { force: true });
process.exit();

/** Runs prepare.ts to its end; answers what it found out, or undefined when it failed. */
async function prepare(args) {
  if (stopping) return undefined;
  return new Promise((resolve) => {
    let answer;
    const options = { env: { ...process.env, GRANGE_STARTER: String(process.pid) }, execArgv: ["--import", "tsx"] };
    preparation = fork(new URL("prepare.ts", import.meta.url), args, options);
    preparation.on("message", (message) => {
      answer = message;
    });
    preparation.once("exit", (code) => {
      preparation = undefined;
      resolve(code === 0 ? answer : undefined);
    });
  });
}

async function watchDatabase() {
  if (preparation || stopping || !isGone(database.pid)) return;
  console.error("The embedded database is gone: starting it again.");
  const again = await prepare(["--only-database", `--port=${database.port}`]);
  if (again?.database) record({ database: Object.assign(database, again.database).pid });
}

/** The built program, or its source in development. */
function program(name) {
  return development
    ? { file: `scripts/${name}.ts`, flags: ["--import", "tsx"] }
    : { file: `.next/programs/${name}.mjs`, flags: ["--enable-source-maps", HEAP] };
}
