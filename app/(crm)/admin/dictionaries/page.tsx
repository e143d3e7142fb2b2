import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DictionaryTabs } from "@/components/dictionaries/dictionary-tabs";
import { WordList } from "@/components/dictionaries/word-list";
import { TableExport } from "@/components/exports/table-export";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadDictionary } from "@/lib/features/dictionaries/queries";
import { dictionaryFilter } from "@/lib/features/dictionaries/schema";
import { clientMessages } from "@/lib/i18n/client-messages";
import { zoneChoices } from "@/lib/i18n/zones";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dictionaries");
  return { title: t("title") };
}

export default async function DictionariesPage({ searchParams }: PageProps<"/admin/dictionaries">) {
  const { of } = dictionaryFilter.parse(await searchParams);
  const page = await loadDictionary(of);
  const locale = await getLocale();
  const t = await getTranslations("dictionaries");
  const zones = of === "region" ? zoneChoices(locale, page.now).map(({ zone, label }) => ({ value: zone, label })) : [];
  return (
    <MoreMessages messages={clientMessages(locale, ["dictionaries"])}>
      <Page
        title={t("title")}
        subtitle={t("subtitle")}
        actions={<TableExport table="dictionaries" />}
        tabs={<DictionaryTabs active={of} counts={page.counts} />}
      >
        <WordList key={of} of={of} words={page.words} zones={zones} />
      </Page>
    </MoreMessages>
  );
}
