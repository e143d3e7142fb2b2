// Keeps a child process running until told to stop: a killed server or worker is back within a second.
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const GRACE = 15_000; // milliseconds that a child gets to finish what it is doing

/** The child ends by itself when this process is gone: its channel closes (see stopping.ts). */
export function supervise({ file, flags: own }, { env, flags = [], onStart, onMessage, onExit }) {
  let child;
  let stopping = false;
  const life = (async () => {
    for (let quick = 0; !stopping; ) {
      const started = Date.now();
      const why = await new Promise((resolve) => {
        child = fork(file, [], { env, execArgv: [...own, ...flags] });
        onStart?.(child.pid);
        child.on("message", (message) => onMessage?.(message));
        child.once("error", (error) => resolve(error.message));
        child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
      });
      if (stopping) return;
      onExit?.(why);
      quick = Date.now() - started > 5_000 ? 0 : quick + 1; // what dies at birth is tried ever more slowly
      await sleep(Math.min(10_000, 200 * 2 ** quick));
    }
  })();
  return {
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), GRACE);
      await life;
      clearTimeout(late);
    },
  };
}

export function isGone(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "ESRCH";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`).length === 0; // dead, and nobody has asked how it ended
  } catch {
    return false; // no /proc on this system
  }
}

/** Asks a process that is not our child to end, and waits until it has. */
export async function stopProcess(pid, signal) {
  if (!isGone(pid)) process.kill(pid, signal);
  for (let waited = 0; !isGone(pid) && waited < GRACE; waited += 20) await sleep(20);
}
