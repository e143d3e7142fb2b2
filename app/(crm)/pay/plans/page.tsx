import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlansScreen } from "@/components/pay/plans-screen";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadPayPlans } from "@/lib/features/pay/queries/plans";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payPlans"))("title") };
}

export default async function PayPlansRoute() {
  const page = await loadPayPlans();
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["payPlans"])}>
      <PlansScreen page={page} />
    </MoreMessages>
  );
}
