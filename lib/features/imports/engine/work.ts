import type { Scope } from "@/lib/access/scope";
import type { ImportKind, KindContext, Question } from "../kind";
import type { RunResult } from "../schema";
import { execute, select, stageRows } from "../sql/staged";
import type { RunRow } from "./run-row";

export function contextOf(scope: Scope, run: RunRow): KindContext {
  const options = run.options;
  if (!options) throw new Error("an import without options");
  const mapped = new Set(options.columns.filter((field): field is string => field !== null));
  return { scope, run: run.id, mapped, options };
}

/**
 * Holds the staged rows against what the company has, now: makes `staged` and `good`, and writes down what is wrong with rows. Nothing but the
 * stage is written. `only` looks at one row.
 */
export async function examine(kind: ImportKind, of: KindContext, only?: number): Promise<void> {
  const { scope, run } = of;
  await execute(scope, "select set_config('work_mem', '96MB', true)");
  await execute(
    scope,
    "delete from stage.import_problem where tenant_id = (select app.tenant()) and import_id = $1::uuid and checked and ($2::int is null or row_no = $2::int)",
    run,
    only ?? null,
  );
  await stageRows(scope, run, kind, only);
  await kind.resolve(of);
  for (const problem of kind.problems(of)) {
    await execute(
      scope,
      `insert into stage.import_problem (import_id, row_no, field, code, value, checked)
       select $1::uuid, p.row_no, p.field, p.code, left(p.value, 500), true from (${problem}) p(row_no, field, code, value) on conflict do nothing`,
      run,
    );
  }
  if (kind.questions) await ask(of, await kind.questions(of));
  await execute(
    scope,
    `delete from good g using stage.import_problem p where p.tenant_id = (select app.tenant()) and p.import_id = $1::uuid and p.row_no = g.row_no and not p.question`,
    run,
  );
}

/** What somebody has found right as it stands is not asked about again. */
async function ask({ scope, run }: KindContext, questions: readonly Question[]): Promise<void> {
  if (questions.length === 0) return;
  await execute(
    scope,
    `insert into stage.import_problem (import_id, row_no, field, code, value, detail, checked, question)
     select $1::uuid, q."row", q.field, q.code, q.value, q.detail, true, true
     from jsonb_to_recordset($2::jsonb) q("row" int, field text, code text, value text, detail jsonb)
     where not exists (select from stage.import_mend m where m.tenant_id = (select app.tenant()) and m.import_id = $1::uuid and m.row_no = q."row"
       and m.accepted ->> q.field = q.value) on conflict do nothing`,
    run,
    JSON.stringify(questions),
  );
}

export type Found = Omit<RunResult, "rows" | "skipped" | "styles">;

export async function measure(kind: ImportKind, of: KindContext): Promise<Found> {
  const counts = await kind.counts(of);
  const [found] = await select<{ rows: number; questions: number }>(
    of.scope,
    `select (count(distinct row_no) filter (where not question))::int as rows, (count(*) filter (where question))::int as questions
     from stage.import_problem where tenant_id = (select app.tenant()) and import_id = $1::uuid`,
    of.run,
  );
  return { ...counts, faulty: found?.rows ?? 0, questions: found?.questions ?? 0, ...(await kind.totals(of)) };
}
