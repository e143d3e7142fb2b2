import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TableExport } from "@/components/exports/table-export";
import { NewPartner } from "@/components/partners/partner-buttons";
import { PartnerList } from "@/components/partners/partner-list";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadPartners } from "@/lib/features/partners/queries";
import { partnerFilter } from "@/lib/features/partners/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners");
  return { title: t("title") };
}

export default async function PartnersPage({ searchParams }: PageProps<"/partners">) {
  const filter = partnerFilter.parse(await searchParams);
  const list = await loadPartners(filter);
  const t = await getTranslations("partners");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["partners"])}>
      <Page
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          list.partners.length > 0 && (
            <>
              <TableExport table="partners" />
              {list.may.edit && <NewPartner />}
            </>
          )
        }
      >
        <PartnerList list={list} filter={filter} />
      </Page>
    </MoreMessages>
  );
}
