// A whole Grange of a test's own: `npm start` with its own embedded database, and handles to kill its parts.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { stopCluster } from "@/scripts/postgres";
import { roleNames } from "@/scripts/roles";
import { localSecrets } from "@/scripts/secrets";

export type Part = "server" | "worker" | "database" | "everything";

export type Grange = {
  url: string;
  /** The database as its owner sees it: every row of every company. The port may change with a restart. */
  ownerUrl(): string;
  /** SIGKILL; "everything" takes the watching process too, so that nobody is left to repair. */
  kill(part: Part): void;
  /** Waits until /readyz answers 200; after "everything" it runs the start command first. */
  recover(): Promise<void>;
  stop(): Promise<void>;
};

/** What start.mjs writes down while it runs: process ids, and where things answer. */
type Status = { launcher: number; server: number; worker: number; database: number; databasePort: number; url: string };

/** Starts on an emptied database with the demo of `today`. `cluster` names its data folder, e.g. "kills". */
export async function startGrange(cluster: string, today: string): Promise<Grange> {
  let gone = false;
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
    kill: (part) => {
      const pids = statusOf(cluster);
      // The watcher first, or it would begin to repair.
      const order = part === "everything" ? (["launcher", "server", "worker", "database"] as const) : ([part] as const);
      for (const name of order) process.kill(pids[name], "SIGKILL");
      gone = part === "everything";
    },
    recover: async () => {
      if (gone) {
        await launcher.ended;
        gone = false;
        launcher = launch(cluster, today, [], port);
        await launcher.ready;
      }
      await untilReady(url);
    },
    stop: async () => {
      launcher.child.kill("SIGTERM");
      await launcher.ended;
      if (gone) await stopCluster(cluster);
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

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const status = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) })
      .then((answer) => answer.status)
      .catch(() => 0);
    if (status === 200) return;
    await sleep(200);
  }
  throw new Error("Grange did not recover: /readyz never answered 200.");
}
