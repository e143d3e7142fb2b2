import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CalendarForm } from "@/components/calendar/calendar-form";
import { YearView } from "@/components/calendar/year-view";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadCalendar } from "@/lib/features/calendar/queries";
import { calendarFilter } from "@/lib/features/calendar/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

export default async function CalendarPage({ searchParams }: PageProps<"/admin/calendar">) {
  const calendar = await loadCalendar(calendarFilter.parse(await searchParams));
  const t = await getTranslations("calendar");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["calendar"])}>
      <Page title={t("title")} subtitle={t("subtitle")} actions={<TableExport table="calendar" />}>
        <div className="flex flex-col items-start gap-4 pb-6 xl:flex-row">
          <YearView calendar={calendar} />
          <Section title={t("settings")} className="w-full shrink-0 xl:w-76">
            <CalendarForm key={calendar.settings.version} calendar={calendar} />
          </Section>
        </div>
      </Page>
    </MoreMessages>
  );
}
