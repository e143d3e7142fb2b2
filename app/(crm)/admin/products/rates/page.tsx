import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProductTabs } from "@/components/products/product-tabs";
import { RatesTable } from "@/components/products/rates-table";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadRates } from "@/lib/features/products/queries";
import { rateFilter } from "@/lib/features/products/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products.tabs");
  return { title: t("rates") };
}

export default async function RatesPage({ searchParams }: PageProps<"/admin/products/rates">) {
  const filter = rateFilter.parse(await searchParams);
  const page = await loadRates(filter);
  const t = await getTranslations("products");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["products"])}>
      <Page title={t("title")} subtitle={t("subtitle")} tabs={<ProductTabs active="rates" />}>
        <RatesTable page={page} filter={filter} />
      </Page>
    </MoreMessages>
  );
}
