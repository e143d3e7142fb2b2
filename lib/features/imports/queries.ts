import { z } from "zod";
import { query } from "@/lib/access/doors";
import { forReader } from "@/lib/access/reader";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { currencies } from "@/lib/domain/currency";
import { decimalFrom, decimalText, times, trimmed } from "@/lib/domain/import/decimal";
import type { ImportFieldType } from "@/lib/domain/import/import-field";
import { importStatuses } from "@/lib/domain/import/kind-names";
import { currencyExponent, decimalOf } from "@/lib/domain/money";
import { day } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { readRun } from "./engine/run-row";
import { faultText, reasonText } from "./fault-text";
import { fieldLabel } from "./field-label";
import type { ImportKind, KindField } from "./kind";
import { kindOf } from "./kinds";
import { listQuestions } from "./questions";
import { type ImportsFilter, problemsFilter, runOptions, runResult } from "./schema";

export type { ConflictView } from "./conflicts";
export type { FileView } from "./inspection";

const PAGE = 50;

const row = z.object({
  id: z.string(),
  kind: z.string(),
  fileName: z.string(),
  fileSize: z.bigint().transform(Number),
  status: z.enum(importStatuses),
  result: runResult.nullable().catch(null),
  error: z.string().nullable(),
  by: z.string(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  progress: z.object({ step: z.string(), done: z.number(), total: z.number().nullable() }).nullable(),
  version: z.number(),
});
export type ImportRow = z.output<typeof row>;

/** The company's imports, newest first. */
export async function listImports(
  scope: Scope,
  atMost = 100,
  { q, kind, status, page }: Pick<ImportsFilter, "q" | "kind" | "status" | "page"> = {
    q: "",
    kind: [],
    status: [],
    page: 1,
  },
): Promise<ImportRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select i.id::text, i.kind, i.file_name as "fileName", i.file_size as "fileSize", i.status, i.result, i.error, m.name as by, i.created_at as "createdAt",
      i.finished_at as "finishedAt", case when p.step is not null then jsonb_build_object('step', p.step, 'done', p.done, 'total', p.total) end as progress, i.version
    from import_run i join member m on m.tenant_id = i.tenant_id and m.id = i.created_by
    left join stage.import_progress p on p.tenant_id = i.tenant_id and p.import_id = i.id and i.status in ('checking', 'running', 'reverting')
    where (${q} = '' or strpos(lower(i.file_name), lower(${q})) > 0) and (cardinality(${kind}::text[]) = 0 or i.kind = any(${kind}))
      and (cardinality(${status}::text[]) = 0 or i.status = any(${status}))
    order by i.created_at desc, i.id limit ${atMost} offset ${(page - 1) * atMost}`;
  return rows.map((one) => row.parse(one));
}

export const loadImports = query("import:run", async function loadImports(scope, filter: ImportsFilter) {
  const imports = await listImports(scope, filter.size, filter);
  const [count] = await scope.db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from import_run i where (${filter.q} = '' or strpos(lower(i.file_name), lower(${filter.q})) > 0)
      and (cardinality(${filter.kind}::text[]) = 0 or i.kind = any(${filter.kind})) and (cardinality(${filter.status}::text[]) = 0 or i.status = any(${filter.status}))`;
  return { imports, total: count?.total ?? 0, zone: scope.zone, company: scope.company.id };
});

export type KindView = {
  fields: { field: string; label: string; required: boolean; many: boolean; type: ImportFieldType }[];
  /** Groups of fields of which one is needed. */
  either: string[][];
  offers: { create: boolean; replace: boolean };
};

/** One import: its choices, how far it is, what was found, and a page of the rows that have faults. */
export const loadImport = query("import:run", async function loadImport(door, id: string, page: number) {
  const scope = await forReader(door);
  if (!z.uuid().safeParse(id).success) throw new Refusal("not-found");
  const run = await readRun(scope, id);
  const [of] = await scope.db.$queryRaw<unknown[]>`
    select i.id::text, i.kind, i.file_name as "fileName", i.file_size as "fileSize", i.status, i.result, i.error, m.name as by, i.created_at as "createdAt",
      i.finished_at as "finishedAt", case when p.step is not null then jsonb_build_object('step', p.step, 'done', p.done, 'total', p.total) end as progress, i.version,
      i.file_removed_at is null as "fileKept"
    from import_run i join member m on m.tenant_id = i.tenant_id and m.id = i.created_by
    left join stage.import_progress p on p.tenant_id = i.tenant_id and p.import_id = i.id where i.id = ${id}::uuid`;
  const read = row.extend({ fileKept: z.boolean() }).parse(of);
  const shows = ["checked", "running", "done", "reverting", "reverted"].includes(read.status) && read.result;
  const faults = shows && read.result?.faulty ? await listFaultyRows(scope, id, run.kind, PAGE, (page - 1) * PAGE) : [];
  return {
    ...read,
    options: runOptions.nullable().catch(null).parse(run.options),
    reason: reasonText(scope.locale, read.error),
    about: kindView(kindOf(run.kind), scope.locale),
    faults: { rows: faults, page, pageSize: PAGE },
    questions: read.status === "checked" && read.result?.questions ? await listQuestions(scope, run) : [],
    zone: scope.zone,
    currency: scope.company.currency,
    currencies: [...new Set([scope.company.currency, ...currencies])],
  };
});
export type ImportView = Awaited<ReturnType<typeof loadImport>>;
export type QuestionedCell = ImportView["questions"][number];
export type FaultyRow = ImportView["faults"]["rows"][number];

function kindView(kind: ImportKind, locale: Locale): KindView {
  return {
    fields: kind.fields.map(({ field, required, many, type }) => ({
      field,
      label: fieldLabel(locale, field),
      required,
      many: many ?? false,
      type,
    })),
    either: (kind.either ?? []).map((group) => [...group]),
    offers: { create: kind.offers?.create ?? false, replace: kind.offers?.replace ?? false },
  };
}

const faulty = z.object({
  row: z.number(),
  /** As staged; as the file says it where that could not be read; as somebody typed it. */
  staged: z.record(z.string(), z.string().nullable()),
  said: z.record(z.string(), z.string().nullable()),
  typed: z.record(z.string(), z.string()),
  faults: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      value: z.string().nullable(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
    }),
  ),
});

/** The rows of an import that have faults, a page of them: what they say by field, and what is wrong in the reader's language. */
export const loadFaultyRows = query(
  "import:run",
  async function loadFaultyRows(door, filter: z.input<typeof problemsFilter>) {
    const scope = await forReader(door);
    const { id, page } = problemsFilter.parse(filter);
    const run = await readRun(scope, id);
    return { rows: await listFaultyRows(scope, run.id, run.kind, PAGE, (page - 1) * PAGE), pageSize: PAGE };
  },
);

export async function listFaultyRows(scope: Scope, id: string, kind: string, atMost: number, from: number) {
  const { fields: all } = kindOf(kind);
  const fields = all.map(({ field }) => field);
  const rows = await scope.db.$queryRaw<unknown[]>`
    with wrong as (select row_no, jsonb_agg(jsonb_build_object('field', field, 'code', code, 'value', value, 'detail', detail) order by field, code) as faults,
        coalesce(jsonb_object_agg(field, value) filter (where field <> ''), '{}') as said
      from stage.import_problem where tenant_id = (select app.tenant()) and import_id = ${id}::uuid and not question group by row_no order by row_no limit ${atMost} offset ${from})
    select w.row_no as row, w.faults, w.said, coalesce(m.texts, '{}') as typed,
      coalesce((select jsonb_object_agg(f.field, r.cells[f.place]) from unnest(${fields}::text[]) with ordinality f(field, place)), '{}') as staged
    from wrong w left join stage.import_row r on r.tenant_id = (select app.tenant()) and r.import_id = ${id}::uuid and r.row_no = w.row_no
    left join stage.import_mend m on m.tenant_id = (select app.tenant()) and m.import_id = ${id}::uuid and m.row_no = w.row_no order by w.row_no`;
  return rows
    .map((one) => faulty.parse(one))
    .map(({ row: number, staged, said, typed, faults }) => ({
      row: number,
      texts: { ...readable(scope, all, staged), ...said, ...typed },
      faults: faults.map((fault) => ({ field: fault.field, code: fault.code, text: faultText(scope.locale, fault) })),
    }));
}

// The stage holds what the database takes: minor units, fractions, ISO days.
function readable(scope: Scope, fields: readonly KindField[], staged: Record<string, string | null>) {
  const currency = staged.currency ?? scope.company.currency;
  const exponent = currencyExponent(/^[A-Z]{3}$/.test(currency) ? currency : scope.company.currency);
  const written = (type: ImportFieldType, text: string): string => {
    if (type === "day" && /^\d{4}-\d\d-\d\d$/.test(text)) return day(text, scope.locale);
    if (type === "money" && /^-?\d+$/.test(text))
      return decimalOf(BigInt(text), exponent).replace(".", scope.locale === "ru" ? "," : ".");
    const exact = type === "percent" ? decimalFrom(text) : null;
    return exact ? `${decimalText(trimmed(times(exact, { units: 100n, scale: 0 })))}%` : text;
  };
  return Object.fromEntries(
    fields.map(({ field, type }) => {
      const text = staged[field] ?? null;
      return [field, text === null ? null : written(type, text)];
    }),
  );
}
