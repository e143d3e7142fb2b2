// Finds every place through which a browser reaches the server's code.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type DoorMark, doorMark } from "@/lib/access/doors";
import { projectFolder } from "@/scripts/project";

export type Found = { name: string; value: unknown; mark: DoorMark };

/** What is no door, because it asks and tells nothing of a company: sign-in, which makes sessions, and whether the house stands. */
const EXEMPT = ["app/api/auth/", "app/api/healthz/", "app/api/readyz/", "lib/features/health/"];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Exports that must be doors, and all others that are. */
export async function discoverDoors(files = sources()): Promise<{ doors: Found[]; findings: string[] }> {
  const findings: string[] = [];
  const doors: Found[] = [];
  for (const file of files) {
    const text = readFileSync(join(projectFolder, file), "utf8");
    const isActions = /^(\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*["']use server["']/.test(text);
    if (!isActions && /^\s+["']use server["']/m.test(text))
      findings.push(`${file}: an action inside a function is no door`);
    if (EXEMPT.some((folder) => file.startsWith(folder))) continue;
    const isRoute = /^app\/.*\/route\.tsx?$/.test(file);
    const isFeature = file.startsWith("lib/features/") && file.endsWith(".ts");
    if (!isActions && !isRoute && !isFeature) continue;
    for (const [name, value] of Object.entries(await load(file))) {
      const mark = doorMark(value);
      const must =
        isActions || (isRoute && METHODS.includes(name)) || (/\/queries[/.]/.test(file) && /^load[A-Z]/.test(name));
      if (must && !mark) findings.push(`${file}#${name} is not made by a door`);
      // A door that is handed on by another file is the same door.
      if (mark && !doors.some((door) => door.value === value)) doors.push({ name: `${file}#${name}`, value, mark });
    }
  }
  return { doors, findings };
}

async function load(file: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ join(projectFolder, file));
}

/** The project's own modules that may hold doors, from the root. */
function sources(): string[] {
  return ["lib", "app", "components"]
    .flatMap((folder) => readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith("lib/db/generated/"))
    .sort();
}
