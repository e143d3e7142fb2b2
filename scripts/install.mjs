// The first step of both commands. Plain JavaScript without packages: it runs on a clone that has nothing but Node.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Makes node_modules what package-lock.json says; does nothing when it is. */
export function install({ withDevelopment }) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Grange needs Node 20.19 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  process.chdir(project);
  if (isInstalled(withDevelopment)) return;
  // `npm ci` begins by removing everything: a Grange that runs from this folder survives the addition of the tools.
  const adds = withDevelopment && isInstalled(false);
  const tools = withDevelopment ? "--include=dev" : "--omit=dev";
  const args = [...(adds ? ["install", "--no-save"] : ["ci"]), tools, "--no-fund", "--no-audit"];
  console.log(`Installing packages (npm ${args[0]})…`);
  const npm = process.env.npm_execpath;
  const options = {
    stdio: ["ignore", "inherit", "inherit"],
    // Older versions of npm run every package's install script; this one would fetch an engine that is never used.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  };
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error("The installation failed: see above.");
    process.exit(1);
  }
}

/** Compares npm's own record of what is installed with the lock file: dates change at every checkout. */
function isInstalled(withDevelopment) {
  const installed = packagesOf("node_modules/.package-lock.json");
  const wanted = packagesOf("package-lock.json");
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || (entry.dev && !withDevelopment)) return true;
    const found = installed[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(project, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}
