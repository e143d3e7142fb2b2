import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DictionaryTabs } from "@/components/dictionaries/dictionary-tabs";
import { TableExport } from "@/components/exports/table-export";
import { CadenceForm } from "@/components/touches/cadence-form";
import { Section } from "@/components/ui/card";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadCadences } from "@/lib/features/touches/queries/cadences";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("touches.cadence");
  return { title: t("title") };
}

export default async function CadencesPage() {
  const cadences = await loadCadences();
  const t = await getTranslations("touches.cadence");
  const dictionaries = await getTranslations("dictionaries");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["dictionaries", "touches"])}>
      <Page
        title={dictionaries("title")}
        subtitle={t("text")}
        tabs={<DictionaryTabs active="cadences" />}
        actions={<TableExport table="cadences" />}
      >
        <Section title={t("title")} flush className="max-w-[760px]">
          {cadences.map((cadence) => (
            <CadenceForm key={`${cadence.tier} ${cadence.version}`} cadence={cadence} />
          ))}
        </Section>
      </Page>
    </MoreMessages>
  );
}
