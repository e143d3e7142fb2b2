import "server-only";
import { z } from "zod";
import { searchParamsOf } from "@/lib/domain/search-params";
import type { Locale } from "@/lib/i18n/locale";
import { log } from "@/lib/io/log";
import { type Spooled, spool } from "@/lib/io/spool";
import type { ExportColumn, ExportRow, ExportValue } from "@/lib/io/spreadsheet/export-column";
import { writeCsv } from "@/lib/io/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/io/spreadsheet/write-xlsx";
import { callerOf, isSameOrigin, sessionHash } from "./caller";
import { refusalFor } from "./database-errors";
import { marked } from "./doors";
import { disposition } from "./download";
import type { Ability } from "./policy";
import { forReader } from "./reader";
import { Refusal, type Result } from "./refusal";
import type { Scope } from "./scope";
import { asMember } from "./transaction";

/** A column of the file. `id` is the one of the table on the screen: hidden there, it is left out here; several may share it. */
export type ExportField<Row> = ExportColumn & {
  id: string;
  value: (row: Row) => ExportValue;
  /** Stands in every file, whatever the screen shows. */
  always?: true;
};

export type Exported<Row> = {
  /** What the file is called, in the reader's language, without day and ending. */
  title: string;
  fields: readonly ExportField<Row>[];
  /** All rows that fit, on all pages, taken as they are written. */
  rows: AsyncIterable<Row> | Iterable<Row>;
};

const asked = z.strictObject({
  /** The company that the page was rendered for. */
  company: z.uuid(),
  format: z.enum(["csv", "xlsx"]),
  /** The address's search string: the state of the table. */
  query: z.string().max(20_000),
  /** Ids of the columns in sight; absent for all. */
  columns: z.array(z.string().max(60)).max(100).optional(),
});

const media = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The POST of a route that gives a table as a file: every row that the caller reaches and the address asks for, in one snapshot. The file is
 * finished, counted and written into the audit trail before its first byte leaves, so none is cut short in silence and none leaves unrecorded; a slow
 * reader then holds a file on disk and no connection of the database. A person exports one table at a time.
 */
export function exportFile<F extends z.ZodType, Row>(
  of: { name: string; ability: Ability; filter: F },
  read: (scope: Scope, filter: z.output<F>) => Promise<Exported<Row>>,
) {
  const post = async (request: Request): Promise<Response> => {
    const from = callerOf(request.headers);
    // A transaction that is tried again makes a new file.
    const kept: { file?: Spooled } = {};
    try {
      if (!(await isSameOrigin())) throw new Refusal("same-origin");
      const wanted = asked.safeParse(await request.json().catch(() => null));
      if (!wanted.success) throw new Refusal("invalid");
      const { company, format, query, columns } = wanted.data;
      const params = searchParamsOf(query);
      const session = await sessionHash();
      const entry = { name: of.name, ability: of.ability, mode: "export", session, request: from.request } as const;
      const { file, name, rows } = await asMember({ ...entry, company }, async (member) => {
        await kept.file?.discard();
        kept.file = undefined;
        await oneAtATime(member);
        const scope = await forReader(member);
        const { title, fields, rows } = await read(scope, of.filter.parse(params));
        const shown = fields.filter(({ id, always }) => always || !columns || columns.includes(id));
        const counted = { rows: 0 };
        const lines = linesOf(rows, shown, counted);
        const file = await spool(written(lines, shown, format, title, scope.locale), request.signal);
        kept.file = file;
        await record(scope, { exported: of.name, format, rows: counted.rows, ...said(params) });
        return { file, name: `${title} ${scope.today}.${format}`, rows: counted.rows };
      });
      return fileAnswer(file, name, format, rows);
    } catch (error) {
      await kept.file?.discard();
      const refusal = refusalFor(error);
      if (refusal) return answer({ ok: false, code: refusal.code, ...refusal.more });
      if (request.signal.aborted) return answer({ ok: false, code: "offline" });
      log.error({ err: error, door: of.name, request: from.request }, "export failed");
      return answer({ ok: false, code: "bug", request: from.request });
    }
  };
  return marked(post, { kind: "query", ability: of.ability });
}

/** Rows of a reader that gives them in parts; the first part shorter than `size` is the last. */
export async function* inParts<Row>(size: number, read: (page: number) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let page = 1; ; page++) {
    const rows = await read(page);
    yield* rows;
    if (rows.length < size) return;
  }
}

async function oneAtATime({ db, member }: Scope): Promise<void> {
  const [lock] = await db.$queryRaw<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('export'), hashtext(${member.id})) as taken`;
  if (!lock?.taken) throw new Refusal("export-running");
}

async function* linesOf<Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  fields: readonly ExportField<Row>[],
  counted: { rows: number },
): AsyncGenerator<ExportRow> {
  for await (const row of rows) {
    counted.rows++;
    yield fields.map(({ value }) => value(row));
  }
}

function written(
  lines: AsyncGenerator<ExportRow>,
  columns: readonly ExportColumn[],
  format: "csv" | "xlsx",
  name: string,
  locale: Locale,
): ReadableStream<Uint8Array> {
  return format === "csv" ? writeCsv(lines, columns, locale) : writeXlsx(lines, columns, { name, locale });
}

/** What was asked for, a word for each parameter; how the screen showed it says nothing of the rows. */
function said(params: Record<string, string | string[]>): Record<string, string> {
  const shape = new Set(["cols", "page", "size", "view"]);
  const filled = Object.entries(params).filter(([key, value]) => !shape.has(key) && value.length > 0);
  return Object.fromEntries(
    filled.map(([key, value]) => [key.slice(0, 40), (Array.isArray(value) ? value.join(", ") : value).slice(0, 300)]),
  );
}

async function record(scope: Scope, detail: Record<string, string | number>): Promise<void> {
  await scope.db.$executeRaw`select app.audit('exportTable', ${JSON.stringify(detail)}::jsonb)`;
}

function fileAnswer(file: Spooled, name: string, format: "csv" | "xlsx", rows: number): Response {
  return new Response(file.stream(), {
    headers: {
      "Content-Type": media[format],
      "Content-Length": String(file.size),
      "Content-Disposition": disposition(name),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Grange-Rows": String(rows),
    },
  });
}

const statuses: Partial<Record<string, number>> = {
  "signed-out": 401,
  forbidden: 403,
  "same-origin": 403,
  bug: 500,
  busy: 503,
};

function answer(result: Result<never>): Response {
  const status = result.ok ? 200 : (statuses[result.code] ?? 400);
  return Response.json(result, { status, headers: { "Cache-Control": "no-store" } });
}
