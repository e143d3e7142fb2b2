import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { YearScreen } from "@/components/targets/year/year-screen";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadTargetYear } from "@/lib/features/targets/queries/year";
import { yearFilter } from "@/lib/features/targets/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("targets.year"))("title") };
}

export default async function TargetYearRoute({ searchParams }: PageProps<"/targets/year">) {
  const page = await loadTargetYear(yearFilter.parse(await searchParams));
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["targets"])}>
      <YearScreen page={page} />
    </MoreMessages>
  );
}
