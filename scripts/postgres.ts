// The embedded PostgreSQL: made once, started at every start, found again after any kind of kill.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type PostgresFiles, postgresFiles } from "./postgres-files";
import { freePort, readOptional, writeFileAtomically } from "./project";

export type Cluster = {
  /** A superuser's address of database `postgres`: for setting up roles and databases, never for the app. */
  adminUrl: string;
  port: number;
  pid: number;
  /** False when another living process started it: that one stops it. */
  ours: boolean;
  /** Fast shutdown, if it is ours. */
  stop(): Promise<void>;
};

type Running = { pid: number; port: number; ready: boolean };

export type ClusterOptions = {
  /** Names the data folder: "main" for `npm start`, others for tests. */
  name: string;
  /** Extra server settings, e.g. { fsync: "off" } for tests that may lose everything. */
  settings?: Record<string, string>;
  /** The port to listen on; a free one by default. */
  port?: number;
};

/** Starts the cluster, or joins the one that is already running on the same data (after a kill of its starter). */
export async function startCluster({ name, settings = {}, port: wanted }: ClusterOptions): Promise<Cluster> {
  const files = await postgresFiles();
  const data = join(files.home, name);
  const password = initialise(files, data);
  const starter = `${data}.starter`;

  let running = await runningServer(data);
  // A script that starts the database for its parent names the parent.
  const self = Number(process.env.GRANGE_STARTER ?? process.pid);
  const holder = Number(readOptional(starter));
  const ours = !running || holder === self || !isAlive(holder, "node");
  for (let attempt = 0; !running; attempt++) {
    // After a kill -9 the old children may hold the shared memory for a moment: the server then refuses to start.
    if (attempt > 0) await sleep(Math.min(4000, 100 * 2 ** attempt));
    running = await launch(files, data, settings, wanted).catch((error: Error) => {
      if (attempt >= 8) throw error;
      return undefined;
    });
  }
  if (ours) writeFileAtomically(starter, String(self));
  const { pid, port } = running;
  const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  await untilAnswering(adminUrl);
  return { adminUrl, port, pid, ours, stop: async () => (ours ? stopServer(data) : undefined) };
}

/** Stops whatever server runs on the named data folder; true if there was one. */
export async function stopCluster(name: string): Promise<void> {
  const { home } = await postgresFiles();
  await stopServer(join(home, name));
}

/** Removes the named cluster with all its data. */
export async function removeCluster(name: string): Promise<void> {
  const { home } = await postgresFiles();
  const data = join(home, name);
  await stopServer(data);
  for (const path of [data, `${data}.password`, `${data}.log`, `${data}.starter`])
    rmSync(path, { recursive: true, force: true });
}

function initialise(files: PostgresFiles, data: string): string {
  const passwordFile = `${data}.password`;
  const kept = readOptional(passwordFile);
  if (kept && existsSync(join(data, "initialised"))) return kept;

  rmSync(data, { recursive: true, force: true }); // a first start that was killed half-way
  const password = randomBytes(24).toString("base64url");
  for (const ctype of ["C.UTF-8", "en_US.UTF-8", "UTF-8"]) {
    // The encoding and ICU make text right whatever LANG says; the character classes of pg_trgm come from LC_CTYPE.
    writeFileSync(passwordFile, password, { mode: 0o644 });
    const made = spawnSync(
      join(files.bin, "initdb"),
      [
        `--pgdata=${data}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
      ].concat(["--locale=C", `--lc-ctype=${ctype}`, "--locale-provider=icu", "--icu-locale=und", "--no-instructions"]),
      { ...files.as, cwd: files.home, env: environment(), encoding: "utf8" },
    );
    if (made.status === 0) {
      writeFileAtomically(passwordFile, password);
      writeFileSync(join(data, "initialised"), "");
      return password;
    }
    if (!/invalid locale name/.test(made.stderr))
      throw new Error(`PostgreSQL could not make its data folder:\n${made.stderr || made.error}`);
  }
  throw new Error("PostgreSQL found no UTF-8 locale on this machine.");
}

async function launch(
  files: PostgresFiles,
  data: string,
  settings: Record<string, string>,
  wanted?: number,
): Promise<Running> {
  const port = wanted ?? (await freePort());
  const all = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    jit: "off",
    ...settings,
  };
  const log = openSync(`${data}.log`, "w", 0o600);
  const child: ChildProcess = spawn(
    join(files.bin, "postgres"),
    ["-D", data, ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    // Detached: Ctrl-C in the terminal must reach our own graceful stop first, not the database.
    { ...files.as, cwd: files.home, env: environment(), stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  let ended = false;
  child.once("error", () => {
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  while (!ended) {
    const running = await runningServer(data);
    if (running && running.pid === child.pid && running.ready) return running;
    await sleep(30);
  }
  throw new Error(`PostgreSQL did not start:\n${readOptional(`${data}.log`) ?? ""}`);
}

/** postmaster.pid: line 1 process id, line 4 port, line 8 status. */
async function runningServer(data: string): Promise<Running | undefined> {
  const path = join(data, "postmaster.pid");
  const lines = readOptional(path)?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !pid) return undefined;
  if (!isAlive(pid, "postgres")) {
    // A reused process id would make the server refuse this stale lock for ever.
    if (isAlive(pid)) rmSync(path, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

function isAlive(pid: number, program?: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (!program) return true;
  const command = existsSync("/proc/self/cmdline")
    ? (readOptional(`/proc/${pid}/cmdline`) ?? "").split("\0")[0]
    : spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return (command ?? "").includes(program);
}

async function stopServer(data: string): Promise<void> {
  const running = await runningServer(data);
  if (!running) return;
  process.kill(running.pid, "SIGINT"); // fast shutdown: open transactions are rolled back
  for (let i = 0; i < 1000 && isAlive(running.pid, "postgres"); i++) await sleep(20);
  rmSync(`${data}.starter`, { force: true });
}

async function untilAnswering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt >= 100) throw error; // recovery after a kill may take some seconds
      await sleep(100);
    }
  }
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: "UTC", TMPDIR: process.env.TMPDIR, NODE_ENV: process.env.NODE_ENV };
}
