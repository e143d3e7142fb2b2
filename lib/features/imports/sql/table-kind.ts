import type { Counts, ImportKind, KindContext } from "../kind";
import { joinReference, type Reference, referenceProblems, resolveReference } from "./reference";
import { execute, select } from "./staged";

/** A column that an import of rows fills. `value` speaks of s (a staged row) and ref_<name>; it is written when one of `from` is mapped. */
export type Target = { column: string; from: readonly string[]; value: string; whenNew?: string };

export type TableKind = Pick<ImportKind, "name" | "fields" | "hidden" | "either" | "finish"> & {
  table: string;
  /** The table is closed to plain statements: app.import_rows writes it. */
  closed?: true;
  references: readonly Reference[];
  /** References whose missing rows can be made: { reference: the column of its table that takes the name }. */
  makes?: Readonly<Record<string, string>>;
  /** An id of the row that is meant, or null for a new one; speaks of s and ref_<name>. */
  existing: string;
  /** What a row is called within the file: two rows of one name are a mistake. */
  fileKey: string;
  targets: readonly Target[];
  /** More faults: select row_no, field, code, value. */
  problems?(of: KindContext): string[];
  /** More names that can be made, besides `makes`; what `prepare` of a kind does. */
  prepare?(of: KindContext): Promise<void>;
  /** What must make room for the rows, before they are written. */
  before?(of: KindContext): Promise<void>;
  /** More to write, after the rows themselves. `good` has staged's row_no. */
  after?(of: KindContext): Promise<void>;
  /** A table without versions tells its rows apart by what they hold. */
  unversioned?: true;
};

/** An import of rows of one table, each known by a natural key. An empty cell changes nothing: it does not wipe out what is there. */
export function tableKind(kind: TableKind): ImportKind {
  const { references, makes = {}, table } = kind;
  const made = (of: KindContext, name: string) => of.options.createMissing && name in makes;
  return {
    ...kind,
    offers: { create: Object.keys(makes).length > 0 },
    async prepare(of) {
      const { scope, run } = of;
      for (const reference of references.filter(({ name }) => name in makes)) {
        await resolveReference(scope, reference);
        const { name, column } = reference;
        await execute(
          scope,
          `with made as (insert into public.${reference.table} (${makes[name]}) select distinct on (lower(s."${column}")) s."${column}" from staged s
             left join ref_${name} r on r.value = s."${column}" where s."${column}" is not null and r.id is null order by lower(s."${column}"), s.row_no returning id)
           insert into public.import_undo (import_id, table_name, row_id, before, version_after) select $1::uuid, '${reference.table}', id, null, 1 from made`,
          run,
        );
        await execute(scope, `drop table ref_${name}`);
      }
      await kind.prepare?.(of);
    },
    async resolve(of) {
      for (const reference of references) await resolveReference(of.scope, reference);
      const targets = written(kind, of);
      const values = kind.targets.map((one) => `(${one.value}) as "${one.column}"`);
      const differs = targets.map(
        ({ column }) => `coalesce(x."${column}", e."${column}") is distinct from e."${column}"`,
      );
      await execute(
        of.scope,
        `create temp table good on commit drop as
         with x as (select s.row_no, (${kind.existing}) as existing, (${kind.fileKey}) as file_key, ${values.join(", ")}
           from staged s ${references.map(joinReference).join(" ")})
         select x.*, coalesce(x.existing, gen_random_uuid()) as id, x.existing is null as is_new,
           x.existing is not null and (${differs.join(" or ") || "false"}) as changed
         from x left join public.${table} e on e.tenant_id = (select app.tenant()) and e.id = x.existing`,
      );
      await execute(of.scope, "analyze good");
    },
    problems: (of) => [
      ...references.flatMap((reference) => referenceProblems(reference, made(of, reference.name))),
      `select g.row_no, '${kind.fields[0]?.field}', 'duplicate-in-file', g.file_key from
         (select row_no, file_key, row_number() over (partition by file_key order by row_no) as nth from good where file_key is not null) g where g.nth > 1`,
      `select g.row_no, '${kind.fields[0]?.field}', 'duplicate-in-file', g.file_key from
         (select row_no, file_key, row_number() over (partition by existing order by row_no) as nth from good where existing is not null) g where g.nth > 1`,
      ...(kind.problems?.(of) ?? []),
    ],
    counts: (of) => countRows(of),
    totals: async () => ({ totals: [], rounding: "0" }),
    async apply(of) {
      await kind.before?.(of);
      await writeRows(kind, of);
      await kind.after?.(of);
    },
  };
}

function written(kind: TableKind, { mapped }: KindContext): readonly Target[] {
  return kind.targets.filter(({ from }) => from.some((field) => mapped.has(field)));
}

async function countRows({ scope }: KindContext): Promise<Counts> {
  const [row] = await select<Omit<Counts, "remove">>(
    scope,
    `select (count(*) filter (where is_new))::int as create, (count(*) filter (where changed))::int as update,
       (count(*) filter (where not is_new and not changed))::int as same from good`,
  );
  return { create: 0, update: 0, same: 0, ...row, remove: 0 };
}

/** Undo first, then the changed rows, then the new ones, all as sets. */
async function writeRows(kind: TableKind, of: KindContext): Promise<void> {
  const { scope, run, options } = of;
  const { table } = kind;
  const targets = written(kind, of).map(({ column }) => column);
  const all = kind.targets.map(({ column }) => column);
  if (options.update && targets.length > 0) {
    await execute(
      scope,
      `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
       select $1::uuid, '${table}', e.id, to_jsonb(e), ${kind.unversioned ? "0" : "e.version + 1"} from public.${table} e join good g on g.changed and g.id = e.id
       where e.tenant_id = (select app.tenant())`,
      run,
    );
    const merged = targets.map((column) => `coalesce(g."${column}", e."${column}") as "${column}"`).join(", ");
    const rows = `select e.id, ${merged} from good g join public.${table} e on e.tenant_id = (select app.tenant()) and e.id = g.id where g.changed`;
    if (kind.closed) await throughFunction(of, table, "update", targets, rows);
    else {
      const sets = targets.map((column) => `"${column}" = n."${column}"`).join(", ");
      await execute(
        scope,
        `update public.${table} t set ${sets} from (${rows}) n where t.tenant_id = (select app.tenant()) and t.id = n.id`,
      );
    }
  }
  const fresh = kind.targets.map(({ column, whenNew }) =>
    whenNew ? `coalesce(g."${column}", ${whenNew}) as "${column}"` : `g."${column}"`,
  );
  const rows = `select g.id, ${fresh.join(", ")} from good g where g.is_new`;
  if (kind.closed) await throughFunction(of, table, "insert", all, rows);
  else
    await execute(scope, `insert into public.${table} (id, ${all.map((column) => `"${column}"`).join(", ")}) ${rows}`);
  await recordMade(of, table, "select id from good where is_new", kind.unversioned);
  if (kind.unversioned) {
    await execute(
      scope,
      `update public.import_undo u set version_after = hashtext(to_jsonb(e)::text) from public.${table} e
       where u.import_id = $1::uuid and u.table_name = '${table}' and e.tenant_id = (select app.tenant()) and e.id = u.row_id`,
      run,
    );
  }
}

/** Remembers rows that this import made; `ids` selects their id. */
export async function recordMade(
  { scope, run }: KindContext,
  table: string,
  ids: string,
  unversioned?: true,
): Promise<void> {
  await execute(
    scope,
    `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
     select $1::uuid, '${table}', e.id, null, ${unversioned ? "hashtext(to_jsonb(e)::text)" : "e.version"} from public.${table} e
     where e.tenant_id = (select app.tenant()) and e.id in (${ids})`,
    run,
  );
}

export async function throughFunction(
  { scope }: KindContext,
  table: string,
  op: string,
  columns: readonly string[],
  rows: string,
): Promise<void> {
  await select(
    scope,
    `select app.import_rows($1, $2, $3::text[], coalesce(jsonb_agg(to_jsonb(r)), '[]'))::text from (${rows}) r`,
    table,
    op,
    [...columns],
  );
}
