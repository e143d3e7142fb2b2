// `npm run migration -- name`: drafts prisma/migrations/<n>_<name> from the difference between the committed schema files
// and those in the tree. A draft is to be read and completed by hand: policies, checks and functions are not in Prisma's
// schema. Uses the embedded database; nothing is downloaded, and nothing is applied.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { draftMigration, listMigrations } from "@/lib/db/migrate";
import { startCluster } from "./postgres";
import { projectFolder } from "./project";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run migration -- name_in_small_letters");
  process.exit(1);
}

const git = (...args: string[]) =>
  execFileSync("git", args, { cwd: projectFolder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const isSchema = (path: string) => path.endsWith(".prisma");

const committed = git("ls-tree", "-r", "--name-only", "HEAD", "prisma").split("\n").filter(isSchema);
const before = committed.map((path) => ({ path, content: git("show", `HEAD:${path}`) }));
const present = ["prisma", "prisma/models"].flatMap((folder) =>
  readdirSync(join(projectFolder, folder)).map((file) => `${folder}/${file}`),
);
const after = present
  .filter(isSchema)
  .map((path) => ({ path, content: readFileSync(join(projectFolder, path), "utf8") }));

const cluster = await startCluster({ name: "main" });
const sql = await draftMigration(cluster.adminUrl, before.length > 0 ? before : null, after);
await cluster.stop();

if (sql.trim() === "" || sql.startsWith("-- This is an empty migration")) {
  console.log("The schema files say the same as the committed ones: write the migration by hand.");
}
const folder = join(projectFolder, "prisma/migrations");
const last = listMigrations(folder).at(-1);
const next = `${String(Number(last?.slice(0, 4) ?? 0) + 1).padStart(4, "0")}_${name}`;
mkdirSync(join(folder, next), { recursive: true });
writeFileSync(
  join(folder, next, "migration.sql"),
  `-- Say why; add isolation (app.isolate), checks and grants.\n${sql}`,
);
console.log(`Drafted prisma/migrations/${next}/migration.sql`);
