import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OutboxTable } from "@/components/outbox/outbox-table";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadOutbox } from "@/lib/features/outbox/queries";
import { outboxFilter } from "@/lib/features/outbox/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("outbox"))("title") };
}

export default async function OutboxPage({ searchParams }: PageProps<"/admin/outbox">) {
  const filter = outboxFilter.parse(await searchParams);
  const outbox = await loadOutbox(filter);
  const t = await getTranslations("outbox");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["outbox"])}>
      <Page title={t("title")} subtitle={t(outbox.server ? "withServer" : "withoutServer")}>
        <OutboxTable outbox={outbox} filter={filter} />
      </Page>
    </MoreMessages>
  );
}
