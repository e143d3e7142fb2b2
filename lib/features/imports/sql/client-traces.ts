import type { Scope } from "@/lib/access/scope";
import type { RunRow } from "../engine/run-row";
import { execute } from "./staged";

const ofTable = (table: string) =>
  `select t.client_id from import_undo u join ${table} t on t.tenant_id = u.tenant_id and t.id = u.row_id where u.import_id = $1::uuid and u.table_name = '${table}'`;

/** Leaves a line in the story of every client of which this import wrote something: what, from which file, how many rows. */
export async function leaveTraces(scope: Scope, run: Pick<RunRow, "id" | "kind" | "fileName">): Promise<void> {
  await execute(
    scope,
    `insert into client_import (client_id, import_id, kind, file_name, rows, at)
     select c.id, $1::uuid, $2, $3, count(*), $4::timestamptz from (
       select client_id from sale_line where import_id = $1::uuid
       union all select u.row_id from import_undo u where u.import_id = $1::uuid and u.table_name = 'client'
       union all ${["contact", "contract", "assignment"].map(ofTable).join(" union all ")}) x
     join client c on c.tenant_id = (select app.tenant()) and c.id = x.client_id group by c.id on conflict do nothing`,
    run.id,
    run.kind,
    run.fileName,
    scope.now,
  );
}

/** A reverted import never was. */
export async function removeTraces(scope: Scope, run: string): Promise<void> {
  await execute(scope, "delete from client_import where import_id = $1::uuid", run);
}
