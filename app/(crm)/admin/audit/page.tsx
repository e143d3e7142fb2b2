import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { ChainState } from "@/components/audit/chain-state";
import { TableExport } from "@/components/exports/table-export";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadAudit } from "@/lib/features/audit/queries";
import { auditFilter } from "@/lib/features/audit/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const filter = auditFilter.parse(await searchParams);
  const audit = await loadAudit(filter);
  const t = await getTranslations("audit");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["audit"])}>
      <Page
        title={t("title")}
        subtitle={t("subtitle")}
        below={<ChainState chain={audit.chain} zone={audit.zone} />}
        actions={<TableExport table="audit" />}
      >
        <AuditFilters filter={filter} people={audit.people} today={audit.today} />
        {audit.rows.length > 0 ? (
          <AuditList rows={audit.rows} older={audit.older} paged={filter.before !== undefined} zone={audit.zone} />
        ) : (
          <div className="rounded-lg border border-line bg-sheet">
            <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
          </div>
        )}
      </Page>
    </MoreMessages>
  );
}
