import type { Scope } from "@/lib/access/scope";
import type { ImportFieldType } from "@/lib/domain/import/import-field";
import type { ImportKind } from "../kind";

const sqlTypes: Record<ImportFieldType, string> = {
  text: "text",
  lines: "text",
  identifier: "text",
  // Minor units by the time they are staged.
  money: "bigint",
  quantity: "numeric",
  percent: "numeric",
  day: "date",
  month: "date",
  boolean: "boolean",
};

/**
 * Makes the temporary table `staged`: the import's rows that could be read, a typed column per field. Names and types come from the kind's own
 * declaration; values only ever travel as parameters or out of the stage.
 */
export async function stageRows(scope: Scope, run: string, kind: ImportKind, only?: number): Promise<void> {
  const fields = [
    ...kind.fields.map(({ field, type }) => ({ field, type: sqlTypes[type] })),
    ...(kind.hidden ?? []).map(({ field, type }) => ({ field, type: type === "number" ? "numeric" : "text" })),
  ];
  const columns = fields.map(({ field, type }, at) => `r.cells[${at + 1}]::${type} as "${field}"`);
  await execute(
    scope,
    `create temp table staged on commit drop as select r.row_no, ${columns.join(", ")} from stage.import_row r
     where r.tenant_id = (select app.tenant()) and r.import_id = $1::uuid and ($2::int is null or r.row_no = $2::int)
       and not exists (select from stage.import_problem p where p.tenant_id = r.tenant_id and p.import_id = r.import_id and p.row_no = r.row_no and not p.question)`,
    run,
    only ?? null,
  );
  await execute(scope, "analyze staged");
}

/** A statement that a kind's declaration wrote: its text never holds what a file or a person said. */
export async function execute(scope: Scope, text: string, ...values: unknown[]): Promise<number> {
  return scope.db.$executeRawUnsafe(text, ...values);
}

export async function select<T>(scope: Scope, text: string, ...values: unknown[]): Promise<T[]> {
  return scope.db.$queryRawUnsafe<T[]>(text, ...values);
}
