// The project's folder, its private .data folder, and the small file habits that all scripts share.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, relative } from "node:path";

/** Every command runs in the project's folder: npm, vitest and start.mjs see to that. */
export const projectFolder = process.cwd();

/** What this copy of the project remembers between starts. */
export const dataFolder = join(projectFolder, ".data");
mkdirSync(dataFolder, { recursive: true, mode: 0o700 });

/** A kill in the middle leaves the old file or the new one, never half of it. */
export function writeFileAtomically(path: string, content: string, mode = 0o600): void {
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, content, { mode });
  renameSync(draft, path);
}

export function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** One hash of the names and contents of all files under the given paths (relative to the project). */
export function hashOf(paths: string[], also = ""): string {
  const hash = createHash("sha256").update(also);
  for (const path of paths) {
    for (const file of filesUnder(join(projectFolder, path))) {
      hash
        .update(`${relative(projectFolder, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Runs `work`, which makes the file `result`, unless that is there and the remembered `hash` of its sources is the same. */
export async function whenChanged(
  name: string,
  result: string,
  hash: string,
  work: () => Promise<void>,
): Promise<void> {
  const path = join(dataFolder, "done", name);
  if (existsSync(join(projectFolder, result)) && readOptional(path) === hash) return;
  rmSync(path, { force: true });
  await work();
  mkdirSync(dirname(path), { recursive: true });
  writeFileAtomically(path, hash);
}

/** The first free port from `first` up, on `host`; 0 lets the system choose. */
export async function freePort(first = 0, host = "127.0.0.1"): Promise<number> {
  for (let port = first; port < first + 200; port++) {
    const found = await new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(undefined));
      server.listen({ port, host, exclusive: true }, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
      });
    });
    if (found) return found;
  }
  throw new Error(`No free port from ${first} up.`);
}
