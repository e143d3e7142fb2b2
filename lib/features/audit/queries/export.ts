import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import type { Scope } from "@/lib/access/scope";
import { translator } from "@/lib/i18n/messages";
import { type AuditChange, type AuditRow, listEntries, withNames } from "../queries";
import { type AuditFilter, auditFilter } from "../schema";

const AT_ONCE = 1000;

/** The audit trail as a file: everything that the filter finds, not only the page in sight. Names of actions and columns stay the house's own. */
export const exportAudit = exportFile(
  { name: "audit", ability: "audit:read", filter: auditFilter },
  async (scope, filter): Promise<Exported<AuditRow>> => {
    const t = translator(scope.locale, "audit");
    const e = translator(scope.locale, "exports");
    const { text, moment } = exportFields<AuditRow>(scope);
    return {
      title: t("title"),
      fields: [
        text("id", "№", (row) => row.id, 10),
        moment("at", t("column.at"), (row) => row.at),
        text("member", t("column.member"), (row) => row.member ?? t("system"), 24),
        text("action", t("column.action"), (row) => row.action, 24),
        text("op", e("op"), (row) => t(`op.${row.op}`), 10),
        text("table", e("table"), (row) => row.table, 16),
        text("client", e("client"), (row) => row.client?.name ?? null, 30),
        text("changes", t("column.changes"), (row) => row.changes.map((one) => said(one, e("hidden"))).join("\n"), 60),
        text("request", t("column.request"), (row) => row.request, 24),
      ],
      rows: rowsOf(scope, { ...filter, before: undefined }),
    };
  },
);

async function* rowsOf(scope: Scope, filter: AuditFilter): AsyncGenerator<AuditRow> {
  for (let before = filter.before; ; ) {
    const rows = await listEntries(scope, { ...filter, before }, AT_ONCE);
    yield* await withNames(scope, rows);
    before = rows.at(-1)?.id;
    if (rows.length < AT_ONCE) return;
  }
}

function said({ column, before, after, masked }: AuditChange, hidden: string): string {
  if (masked) return `${column}: ${hidden}`;
  return before === null ? `${column}: ${plain(after)}` : `${column}: ${plain(before)} → ${plain(after)}`;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return "—";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
