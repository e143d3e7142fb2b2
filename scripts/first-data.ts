// What an empty database gets: the demo companies (embedded, or GRANGE_DEMO=1), or else a code for the first-run page.
import { createHash, randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import type { Database } from "./database";
import { projectFolder } from "./project";

type Demo = {
  /** Fills an empty database, as the owner, inside a transaction; today is "YYYY-MM-DD". */
  seedDemo(client: pg.Client, today: string): Promise<void>;
  demoLogins?: { who: string; email: string; password: string }[];
};

/** Answers the lines to show at the end of the start. */
export async function fillDatabase({ ownerUrl, cluster }: Database): Promise<string[]> {
  const wantsDemo = process.env.GRANGE_DEMO ? process.env.GRANGE_DEMO === "1" : Boolean(cluster);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rowCount: companies } = await owner.query("select from identity.tenant limit 1");
    const demo = wantsDemo ? await loadDemo() : undefined;
    if (demo && !companies) {
      console.log("Making the demo companies…");
      await inTransaction(owner, () => demo.seedDemo(owner, process.env.GRANGE_TODAY ?? localDay()));
    }
    if (demo) return describeLogins(demo);
    return companies
      ? []
      : [`First run: open the address and enter this one-time code: ${await makeFirstRunCode(owner)}`];
  } finally {
    await owner.end();
  }
}

async function loadDemo(): Promise<Demo | undefined> {
  const path = join(projectFolder, "prisma/seed/demo.ts");
  return existsSync(path) ? import(pathToFileURL(path).href) : undefined;
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

function describeLogins({ demoLogins = [] }: Demo): string[] {
  const width = Math.max(...demoLogins.map(({ email }) => email.length));
  return demoLogins.map(({ who, email, password }) => `  ${email.padEnd(width)}  ${password}  ${who}`);
}

/** The code itself is only ever on this screen; the database knows its SHA-256. Earlier unused codes end. */
async function makeFirstRunCode(owner: pg.Client): Promise<string> {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that look alike
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  const code = [group(), group(), group(), group()].join("-");
  await owner.query("delete from identity.first_run where used_at is null");
  await owner.query("insert into identity.first_run (code_hash) values ($1)", [
    createHash("sha256").update(code).digest(),
  ]);
  return code;
}

function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
