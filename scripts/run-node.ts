import { spawn } from "node:child_process";
import { projectFolder } from "./project";

/** Runs a Node program to its end; what it printed is shown only when it fails (or as it comes, with `loud`). */
export function runNode(args: string[], env: Record<string, string> = {}, { loud = false } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      stdio: loud ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => printed.push(chunk));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(printed));
      reject(new Error(`${args[0]?.replace(projectFolder, ".")} ended with ${signal ?? `code ${code}`}.`));
    });
  });
}
