import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SlipPage } from "@/components/pay/slip-page";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadSlip } from "@/lib/features/pay/queries";
import { slipAddress } from "@/lib/features/pay/schema";
import { clientMessages } from "@/lib/i18n/client-messages";
import { moment } from "@/lib/i18n/format";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pay"))("slip") };
}

export default async function SlipRoute({ params }: PageProps<"/pay/[member]/[period]">) {
  const address = slipAddress.safeParse(await params);
  if (!address.success) notFound();
  const { member, period } = address.data;
  const { slip, now, zone } = await loadSlip({ memberId: member, period });
  const locale = await getLocale();
  return (
    <MoreMessages messages={clientMessages(locale, ["pay"])}>
      <SlipPage slip={slip} asOf={moment(now, zone, locale)} />
    </MoreMessages>
  );
}
