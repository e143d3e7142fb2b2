import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DictionaryTabs } from "@/components/dictionaries/dictionary-tabs";
import { TableExport } from "@/components/exports/table-export";
import { KindList } from "@/components/numbers/kind-list";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadNumberKinds } from "@/lib/features/numbers/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("numbers.kinds");
  return { title: t("tab") };
}

export default async function NumberKindsPage() {
  const kinds = await loadNumberKinds();
  const t = await getTranslations("dictionaries");
  const words = await getTranslations("numbers.kinds");
  const living = kinds.filter(({ archived }) => !archived).length;
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["dictionaries", "numbers"])}>
      <Page
        title={t("title")}
        subtitle={words("subtitle")}
        actions={kinds.length > 0 && <TableExport table="number-kinds" />}
        tabs={<DictionaryTabs active="numbers" counts={{ numbers: living }} />}
      >
        <KindList kinds={kinds} />
      </Page>
    </MoreMessages>
  );
}
