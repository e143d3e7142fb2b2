import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProductTabs } from "@/components/products/product-tabs";
import { ProductsTable } from "@/components/products/products-table";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadProducts } from "@/lib/features/products/queries";
import { productFilter } from "@/lib/features/products/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products.tabs");
  return { title: t("products") };
}

export default async function ProductsPage({ searchParams }: PageProps<"/admin/products">) {
  const filter = productFilter.parse(await searchParams);
  const page = await loadProducts(filter);
  const t = await getTranslations("products");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["products"])}>
      <Page title={t("title")} subtitle={t("subtitle")} tabs={<ProductTabs active="products" />}>
        <ProductsTable page={page} filter={filter} />
      </Page>
    </MoreMessages>
  );
}
