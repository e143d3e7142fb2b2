import type { MemberDoor } from "@/lib/access/job";
import { translator } from "@/lib/i18n/messages";
import { faultText, type RowFault } from "./fault-text";

/** What is wrong with an import's rows, a line each, in the company's language. */
export function listFaults(open: MemberDoor, run: string, atMost: number): Promise<string[]> {
  return open(async (scope) => {
    const rows = await scope.db.$queryRaw<(RowFault & { row: number; field: string })[]>`
      select row_no as row, field, code, value, detail from stage.import_problem where tenant_id = (select app.tenant()) and import_id = ${run}::uuid
      order by row_no, field, code limit ${atMost}`;
    const locale = scope.company.locale;
    const t = translator(locale, "imports");
    return rows.map(
      ({ row, field, ...fault }) => `${t("row", { row })}${field && `, ${field}`}: ${faultText(locale, fault)}`,
    );
  });
}
