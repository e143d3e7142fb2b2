import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DictionaryTabs } from "@/components/dictionaries/dictionary-tabs";
import { TableExport } from "@/components/exports/table-export";
import { MeasureList } from "@/components/targets/catalogue/measure-list";
import { Link } from "@/components/ui/link";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadMeasures } from "@/lib/features/targets/queries/measures";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("targets.catalogue"))("title") };
}

export default async function MeasuresPage() {
  const { measures, may } = await loadMeasures();
  const t = await getTranslations("targets.catalogue");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["targets"])}>
      <Page
        title={t("title")}
        subtitle={t("text")}
        actions={measures.length > 0 && <TableExport table="measures" />}
        back={
          <Link href="/targets" className="link">
            {t("back")}
          </Link>
        }
        tabs={may.dictionaries && <DictionaryTabs active="measures" />}
      >
        <MeasureList measures={measures} edits={may.edit} />
      </Page>
    </MoreMessages>
  );
}
