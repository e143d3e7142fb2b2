import type pg from "pg";
import { personalColumns } from "@/lib/access/personal";
import { loginFindings } from "./forgotten";
import { functionFindings } from "./functions";
import { grantFindings } from "./grants";
import { keyFindings } from "./keys";
import { policyFindings } from "./policies";
import { personalFindings, tableFindings } from "./tables";

/** Everything that isolation.md asks of the schema, by topic. A superuser's or the owner's connection sees it all. */
export const CATALOGUE: Readonly<Record<string, (client: pg.Client) => Promise<string[]>>> = {
  "every table went through app.isolate, and its keys and indexes name the tenant first": tableFindings,
  "foreign keys carry the tenant, and between tables of clients the client": keyFindings,
  "grants: nothing for the login, rows for the reach roles, named columns for guests, nothing for PUBLIC":
    grantFindings,
  "policies: one per reach role and command, of the form that fits the reach": policyFindings,
  "SECURITY DEFINER functions are those that are named, closed to others, with a fixed search path": functionFindings,
  "roles can do no more than they must": loginFindings,
  "personal columns are those of lib/access/personal": (client) => personalFindings(client, personalColumns),
};

export async function catalogueFindings(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const check of Object.values(CATALOGUE)) found.push(...(await check(client)));
  return found;
}

export async function tenantTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations' order by 1",
  );
  return rows.map((row) => row.name);
}
