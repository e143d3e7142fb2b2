import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/company/settings-form";
import { Section } from "@/components/ui/card";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadCompany } from "@/lib/features/company/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("company"))("title") };
}

export default async function CompanyPage() {
  const { settings, zones, currencies } = await loadCompany();
  const t = await getTranslations("company");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["company"])}>
      <Page title={t("title")} subtitle={settings.name}>
        <Section title={t("settings")} className="max-w-140">
          <SettingsForm key={JSON.stringify(settings)} settings={settings} zones={zones} currencies={currencies} />
        </Section>
      </Page>
    </MoreMessages>
  );
}
