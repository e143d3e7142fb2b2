import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { currencyExponent, decimalOf } from "@/lib/domain/money";
import { money } from "@/lib/i18n/format";
import type { RunRow } from "./engine/run-row";
import { faultText } from "./fault-text";
import { kindOf } from "./kinds";

/** As many as a person looks at in one go; the count names them all. */
const SHOWN = 100;

const asked = z.object({
  row: z.number(),
  field: z.string(),
  code: z.string(),
  value: z.string(),
  detail: z.object({ next: z.string(), times: z.number() }),
  cells: z.array(z.string().nullable()),
});

/** Cells that look like typing errors, in the order of the file: what their row is of, what they say, and why they are asked about. */
export async function listQuestions(scope: Scope, run: RunRow) {
  const { fields } = kindOf(run.kind);
  const { names = [], columns = [] } = run.options ?? {};
  const rows = await scope.db.$queryRaw<unknown[]>`
    select p.row_no as row, p.field, p.code, p.value, p.detail, r.cells from stage.import_problem p
    join stage.import_row r on r.tenant_id = p.tenant_id and r.import_id = p.import_id and r.row_no = p.row_no
    where p.tenant_id = (select app.tenant()) and p.import_id = ${run.id}::uuid and p.question order by p.row_no, p.field limit ${SHOWN}`;
  const { currency } = scope.company;
  const sum = (minor: string) => money(BigInt(minor), currency, scope.locale);
  return rows.map((one) => {
    const { row, field, code, value, detail, cells } = asked.parse(one);
    const text = decimalOf(BigInt(value), currencyExponent(currency)).replace(/\.0+$/, "");
    return {
      row,
      field,
      // What the file calls its column says the year too.
      label: names[columns.indexOf(field)]?.trim() || field,
      of: fields.flatMap(({ type }, at) => (["text", "identifier", "month"].includes(type) ? (cells[at] ?? []) : [])),
      text: scope.locale === "ru" ? text.replace(".", ",") : text,
      reason: faultText(scope.locale, {
        code,
        value: sum(value),
        detail: { next: sum(detail.next), times: detail.times },
      }),
    };
  });
}
