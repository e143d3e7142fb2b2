import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TableExport } from "@/components/exports/table-export";
import { NoticeList } from "@/components/notices/notice-list";
import { NoticePages } from "@/components/notices/notice-pages";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadNotices } from "@/lib/features/notices/queries";
import { noticeFilter } from "@/lib/features/notices/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

export default async function NoticesPage({ searchParams }: PageProps<"/admin/notices">) {
  const filter = noticeFilter.parse(await searchParams);
  const { rows, total, zone } = await loadNotices(filter);
  const t = await getTranslations("notices");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["notices", "assignments"])}>
      <Page title={t("title")} subtitle={t("subtitle")} actions={total > 0 && <TableExport table="notices" />}>
        <div className="mb-2.5 flex gap-1.5">
          <ChipLink href="/admin/notices" active={!filter.resolved}>
            {t("open")}
          </ChipLink>
          <ChipLink href="/admin/notices?resolved=1" active={filter.resolved}>
            {t("resolved")}
          </ChipLink>
        </div>
        {rows.length > 0 ? (
          <div className="max-w-220">
            <NoticeList rows={rows} zone={zone} />
            <NoticePages state={filter} total={total} shown={rows.length} />
          </div>
        ) : (
          <Card className="p-0">
            <EmptyState title={t(filter.resolved ? "emptyDone" : "empty")}>
              {!filter.resolved && t("emptyText")}
            </EmptyState>
          </Card>
        )}
      </Page>
    </MoreMessages>
  );
}
