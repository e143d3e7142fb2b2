import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HistoryScreen } from "@/components/targets/history/history-screen";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadTargetHistory } from "@/lib/features/targets/queries/history";
import { targetFilter } from "@/lib/features/targets/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("targets.history"))("title") };
}

export default async function TargetHistoryRoute({ searchParams }: PageProps<"/targets/history">) {
  const page = await loadTargetHistory(targetFilter.parse(await searchParams));
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["targets"])}>
      <HistoryScreen page={page} />
    </MoreMessages>
  );
}
