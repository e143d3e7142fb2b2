import type { Scope } from "@/lib/access/scope";
import { select } from "./staged";

export type NewerImport = { id: string; fileName: string; kind: string };

/** Imports that were done later and changed or took away rows of this one: they must be reverted first (domain.md 13.14). */
export async function listNewerImports(scope: Scope, run: string): Promise<NewerImport[]> {
  return select<NewerImport>(
    scope,
    `with newer as (select n.id, n.file_name, n.kind, n.finished_at from public.import_run i join public.import_run n
         on n.tenant_id = i.tenant_id and n.status = 'done' and n.finished_at > i.finished_at and n.id <> i.id
       where i.tenant_id = (select app.tenant()) and i.id = $1::uuid)
     select n.id::text, n.file_name as "fileName", n.kind from newer n where exists (
       select from public.import_undo u where u.tenant_id = (select app.tenant()) and u.import_id = n.id and u.before is not null
         and (u.before ->> 'import_id' = $1::uuid::text or exists (select from public.import_undo m where m.tenant_id = u.tenant_id and m.import_id = $1::uuid
           and m.table_name = u.table_name and m.row_id = u.row_id)))
     order by n.finished_at desc limit 20`,
    run,
  );
}
