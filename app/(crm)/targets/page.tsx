import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TargetScreen } from "@/components/targets/target-screen";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadTargets } from "@/lib/features/targets/queries";
import { targetFilter } from "@/lib/features/targets/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("targets"))("title") };
}

export default async function TargetsRoute({ searchParams }: PageProps<"/targets">) {
  const page = await loadTargets(targetFilter.parse(await searchParams));
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["targets"])}>
      <TargetScreen page={page} />
    </MoreMessages>
  );
}
