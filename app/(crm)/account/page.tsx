import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/account/password-form";
import { ProfileForm } from "@/components/account/profile-form";
import { Sessions } from "@/components/account/sessions";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { LocaleSwitch } from "@/components/ui/locale-switch";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { saveLocale } from "@/lib/features/account/actions";
import { loadAccount } from "@/lib/features/account/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const account = await loadAccount();
  const t = await getTranslations("account");
  const role = await getTranslations("words.role");
  const badges = account.roles.map((held) => <Badge key={held}>{role(held)}</Badge>);
  const look = "flex min-h-9 items-center justify-between gap-3";
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["account", "signUp"])}>
      <Page title={t("title")} badges={badges} subtitle={account.company.name}>
        <div className="grid max-w-260 items-start gap-3.5 lg:grid-cols-2">
          <Section title={t("profile.title")}>
            <ProfileForm
              key={account.profile.version}
              profile={account.profile}
              zones={account.zones}
              readOnly={!account.mayEdit}
            />
          </Section>
          <div className="flex flex-col gap-3.5">
            <Section title={t("look.title")}>
              <div className={look}>
                {t("look.language")}
                <LocaleSwitch save={saveLocale} />
              </div>
              <div className={look}>
                {t("look.theme")}
                <ThemeToggle />
              </div>
            </Section>
            <Section title={t("password.title")}>
              <PasswordForm email={account.profile.email} />
            </Section>
          </div>
          <Section title={t("sessions.title")} className="lg:col-span-2">
            <Sessions sessions={account.sessions} zone={account.zone} />
          </Section>
        </div>
      </Page>
    </MoreMessages>
  );
}
