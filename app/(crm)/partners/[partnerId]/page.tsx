import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DocumentTitle } from "@/components/clients/document-title";
import { PartnerButtons } from "@/components/partners/partner-buttons";
import { PartnerFacts } from "@/components/partners/partner-facts";
import { PartnerPeople } from "@/components/partners/partner-people";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadPartner } from "@/lib/features/partners/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners");
  return { title: t("title") };
}

export default async function PartnerPage({ params }: PageProps<"/partners/[partnerId]">) {
  const partner = await loadPartner((await params).partnerId);
  const t = await getTranslations("partners");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["partners"])}>
      <Page
        title={partner.name}
        back={
          <Link href="/partners" className="hover:underline">
            {t("back")}
          </Link>
        }
        badges={
          <>
            {partner.archived && <Badge tone="amber">{t("archived")}</Badge>}
            <Badge>{t(`kind.${partner.kind}`)}</Badge>
          </>
        }
        below={<DocumentTitle name={partner.name} />}
        actions={<PartnerButtons partner={partner} mayArchive={partner.may.archive} />}
      >
        <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_360px]">
          <PartnerPeople partner={partner} />
          <PartnerFacts partner={partner} />
        </div>
      </Page>
    </MoreMessages>
  );
}
