import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OwnPlan } from "@/components/progress/client-plan";
import { TodayView } from "@/components/today/today-view";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadToday } from "@/lib/features/today/queries";
import { clientMessages } from "@/lib/i18n/client-messages";
import { longDay } from "@/lib/i18n/format";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("today");
  return { title: t("title") };
}

export default async function TodayPage() {
  const view = await loadToday();
  const [t, locale] = [await getTranslations("today"), await getLocale()];
  const subtitle = `${longDay(view.today, locale)} · ${t("subtitle", { total: view.total, held: String(view.held) })}`;
  return (
    <MoreMessages messages={clientMessages(locale, ["touches"])}>
      <Page title={t("title")} subtitle={view.held > 0 ? subtitle : longDay(view.today, locale)}>
        {view.held === 0 ? (
          <EmptyState
            title={t("noBook")}
            action={
              <span className="flex flex-wrap justify-center gap-2">
                <Button asChild>
                  <Link href="/progress">{t("openProgress")}</Link>
                </Button>
                <Button asChild variant="outline">
                  <Link href="/book">{t("openBook")}</Link>
                </Button>
              </span>
            }
          >
            {t("noBookText")}
          </EmptyState>
        ) : (
          <TodayView view={view} plan={<OwnPlan marks={view.plan} currency={view.currency} today={view.today} />} />
        )}
      </Page>
    </MoreMessages>
  );
}
