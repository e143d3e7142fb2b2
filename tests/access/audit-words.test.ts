// The journal is read by people: whatever the house writes into it has a name in both languages.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inner } from "@/lib/features/audit/queries";
import { messagesFor } from "@/lib/i18n/messages";
import { projectFolder } from "@/scripts/project";
import { testDatabase } from "@/tests/support/database-setup";
import { type Opened, openWorld } from "./world/open";

/** The names under which actions and jobs write. */
function actionNames(): string[] {
  const folder = join(projectFolder, "lib/features");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(
        /\/jobs?[/.]/.test(`/${file}`) ? /\bname: "(\w+)"/g : /\b(?:publicAction|action)\(\s*\{\s*name: "(\w+)"/g,
      ),
    ])
    .map(([, name = ""]) => name);
}

let opened: Opened;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
});
afterAll(() => opened.close());

describe.each(["en", "ru"] as const)("R54 the journal in %s", (locale) => {
  const { action, table, field } = messagesFor(locale).audit;
  it("names every action", () => {
    const names = actionNames();
    expect(names).toEqual(expect.arrayContaining(["logTouch", "importCheck"]));
    expect(names.filter((name) => !(name in action))).toEqual([]);
  });

  it("names every audited table and column", async () => {
    const { rows } = await opened.owner.query<{ table: string; columns: string[] }>(`
      select c.relname as table, array_agg(a.attname::text) as columns from pg_trigger g join pg_class c on c.oid = g.tgrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where g.tgname = 'audit_insert' and a.attname <> all ('{tenant_id,id,version,created_at,updated_at,token_hash}') group by 1`);
    expect(rows.map((row) => row.table)).toContain("touch");
    expect(rows.map((row) => row.table).filter((name) => !(name in table))).toEqual([]);
    const columns = new Set(rows.flatMap((row) => row.columns));
    expect([...columns].filter((name) => !(name in field) && !inner.has(name))).toEqual([]);
  });
});
