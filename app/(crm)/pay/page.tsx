import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PayScreen } from "@/components/pay/pay-screen";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadPay } from "@/lib/features/pay/queries";
import { payFilter } from "@/lib/features/pay/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pay"))("title") };
}

export default async function PayRoute({ searchParams }: PageProps<"/pay">) {
  const page = await loadPay(payFilter.parse(await searchParams));
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["pay"])}>
      <PayScreen page={page} />
    </MoreMessages>
  );
}
