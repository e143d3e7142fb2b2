// Applies prisma/migrations as the owner and keeps Prisma's `_prisma_migrations` table.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm";
import { withSchemaEngine } from "@/lib/db/schema-engine";

const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Names of the migrations on disk, in the order in which they apply. */
export function listMigrations(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
}

/** Applies what is new, all or nothing; returns the names. Throws when an applied file was edited afterwards. */
export async function applyMigrations(ownerUrl: string, folder: string): Promise<string[]> {
  const migrationsList = readMigrations(folder);
  return withSchemaEngine(ownerUrl, async (engine) => {
    const input = { migrationsList, optInToShadowDatabase: false, filters: NO_FILTER };
    const { editedMigrationNames: edited } = await engine.diagnoseMigrationHistory(input);
    if (edited.length > 0)
      throw new Error(`Applied migrations were edited: ${edited.join(", ")}. Add a new one instead.`);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return appliedMigrationNames;
  });
}

/** SQL that leads from one set of schema files to another; null stands for an empty database. Changes nothing. */
export async function draftMigration(
  url: string,
  from: SchemaContainer[] | null,
  to: SchemaContainer[],
): Promise<string> {
  return withSchemaEngine(url, async (engine) => {
    const diff = await engine.diff({
      from: from ? { tag: "schemaDatamodel", files: from } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return diff.stdout ?? "";
  });
}

function readMigrations(folder: string): MigrationList {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: listMigrations(folder).map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, path, "migration.sql"), "utf8") },
      },
    })),
  };
}
