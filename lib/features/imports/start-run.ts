import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { headerKey } from "@/lib/domain/import/normalise-header";
import type { StoredFile } from "@/lib/io/files";
import type { ImportKind } from "./kind";
import type { RunOptions } from "./schema";

/** An import of a file that lies in the store; nothing is read yet. Answers its id. */
export async function insertRun(scope: Scope, of: { kind: string; name: string; file: StoredFile }): Promise<string> {
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    insert into import_run (kind, file_name, file_key, file_size, file_sha256)
    values (${of.kind}, ${of.name}, ${of.file.key}, ${of.file.size}, ${of.file.sha256}) returning id::text`;
  if (!made) throw new Error("import_run answered nothing");
  return made.id;
}

/** Refuses a choice of columns with which no row could be read. */
export function checkColumns(kind: ImportKind, columns: RunOptions["columns"]): void {
  const chosen = columns.filter((field): field is string => field !== null);
  const known = new Map(kind.fields.map((field) => [field.field, field]));
  for (const [at, field] of chosen.entries()) {
    if (!known.has(field)) throw new Refusal("invalid", { fields: { columns: "not-a-choice" } });
    if (!known.get(field)?.many && chosen.indexOf(field) !== at) {
      throw new Refusal("invalid", { fields: { [field]: "column-twice" } });
    }
  }
  const missing = [
    ...kind.fields.filter(({ required, field }) => required && !chosen.includes(field)).map(({ field }) => field),
    ...(kind.either ?? [])
      .filter((group) => !group.some((field) => chosen.includes(field)))
      .map(([first = ""]) => first),
  ];
  if (missing.length > 0) {
    const fields = Object.fromEntries(missing.map((field) => [field, "import-columns-missing" as const]));
    throw new Refusal("invalid", { fields });
  }
}

/** What a header is remembered by. */
export function headerMemory(names: readonly string[]): string {
  return names.map(headerKey).join("|").slice(0, 4000);
}

/** Remembers what the columns of such a header mean. */
export async function rememberMapping(scope: Scope, kind: string, options: RunOptions): Promise<void> {
  if (options.names.length === 0) return;
  await scope.db.$executeRaw`
    insert into import_mapping (kind, header, mapping) values (${kind}, ${headerMemory(options.names)}, ${JSON.stringify(options.columns)}::jsonb)
    on conflict (tenant_id, kind, header) do update set mapping = excluded.mapping where import_mapping.mapping <> excluded.mapping`;
}

export async function findMapping(
  scope: Scope,
  kind: string,
  names: readonly string[],
): Promise<(string | null)[] | null> {
  const [row] = await scope.db.$queryRaw<{ mapping: unknown }[]>`
    select mapping from import_mapping where kind = ${kind} and header = ${headerMemory(names)}`;
  return z
    .array(z.string().nullable())
    .nullable()
    .catch(null)
    .parse(row?.mapping ?? null);
}

export async function dropMapping(scope: Scope, kind: string, names: readonly string[]): Promise<void> {
  await scope.db.$executeRaw`delete from import_mapping where kind = ${kind} and header = ${headerMemory(names)}`;
}
