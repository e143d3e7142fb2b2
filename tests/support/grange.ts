// A whole Grange of a test's own: `npm start` with its own embedded database, and handles to kill its parts.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { stopCluster } from "@/scripts/postgres";
import { readOptional } from "@/scripts/project";
import { roleNames } from "@/scripts/roles";
import { localSecrets } from "@/scripts/secrets";

export type Part = "server" | "worker" | "database" | "everything";

export type Grange = {
  url: string;
  /** The database as its owner sees it: every row of every company. The port may change with a restart. */
  ownerUrl(): string;
  /** What the server and the worker hold in memory, in MiB; 0 where the system does not say. */
  memory(): number;
  /** SIGKILL; "everything" takes the watching process too, so that nobody is left to repair. */
  kill(part: Part): void;
  /** Waits until /readyz answers 200; after "everything" it runs the start command first. */
  recover(): Promise<void>;
  stop(): Promise<void>;
};

/** What start.mjs writes down while it runs: process ids, and where things answer. */
type Process = "launcher" | "server" | "worker" | "database";
type Status = Record<Process, number> & { databasePort: number; url: string };

const parts: Process[] = ["launcher", "server", "worker", "database"];

/** Starts on an emptied database with the demo of `today`. `cluster` names its data folder, e.g. "kills". */
export async function startGrange(cluster: string, today: string): Promise<Grange> {
  /** What the last kill took. */
  let dead: Partial<Record<Process, number>> = {};
  let launcher = launch(cluster, today, ["--reset-demo"]);
  await launcher.ready;
  const { url } = statusOf(cluster);
  const { port } = new URL(url);
  await untilReady(url);
  return {
    url,
    ownerUrl: () => {
      const password = localSecrets().passwords.owner;
      return `postgresql://${roleNames().owner}:${password}@127.0.0.1:${statusOf(cluster).databasePort}/grange`;
    },
    memory: () => {
      const { server, worker } = statusOf(cluster);
      return [server, worker].reduce((sum, pid) => sum + residentOf(pid), 0);
    },
    kill: (part) => {
      const { launcher, server, worker, database } = statusOf(cluster);
      const running = { server, worker, database };
      // The watcher first, or it would begin to repair.
      dead = part === "everything" ? { launcher, ...running } : { [part]: running[part] };
      for (const pid of Object.values(dead)) killOne(pid);
    },
    recover: async () => {
      if (dead.launcher) {
        await launcher.ended;
        launcher = launch(cluster, today, [], port);
        await launcher.ready;
      }
      // As long as nobody has taken the dead one's place, /readyz may still speak of the dead one.
      await until("nobody took the place of what was killed", async () => {
        const now = statusOf(cluster);
        return parts.every((part) => dead[part] === undefined || now[part] !== dead[part]);
      });
      await untilReady(url);
      dead = {};
    },
    stop: async () => {
      launcher.child.kill("SIGTERM");
      await launcher.ended;
      if (dead.launcher) await stopCluster(cluster);
    },
  };
}

function launch(
  cluster: string,
  today: string,
  args: string[],
  port?: string,
): { child: ChildProcess; ready: Promise<void>; ended: Promise<unknown> } {
  const own = { GRANGE_CLUSTER: cluster, GRANGE_TODAY: today, GRANGE_LOG: "error", DATABASE_URL: "", MIGRATE_URL: "" };
  const env: NodeJS.ProcessEnv = { ...process.env, ...own };
  for (const name of ["VITEST", "TZ"]) delete env[name];
  if (port) env.PORT = port;
  const child = spawn(process.execPath, ["scripts/start.mjs", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const printed: Buffer[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        printed.push(chunk);
        if (Buffer.concat(printed).includes("Grange is ready")) resolve();
      });
    }
    child.once("exit", () => reject(new Error(`Grange did not start:\n${Buffer.concat(printed)}`)));
  });
  return { child, ready, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

function statusOf(cluster: string): Status {
  return JSON.parse(readFileSync(`.data/running-${cluster}.json`, "utf8"));
}

/** "everything" may catch a part that is just being started again: it ends with the watcher. */
function killOne(pid: number | undefined): void {
  try {
    if (pid) process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function residentOf(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readOptional(`/proc/${pid}/status`) ?? "");
  return Number(found?.[1] ?? 0) / 1024;
}

function untilReady(url: string): Promise<void> {
  return until("/readyz never answered 200", async () => {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) });
    return answer.status === 200;
  });
}

async function until(failure: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await isSo().catch(() => false)) return;
    await sleep(200);
  }
  throw new Error(`Grange did not recover: ${failure}.`);
}
