import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TableExport } from "@/components/exports/table-export";
import { GroupList } from "@/components/products/group-list";
import { ProductTabs } from "@/components/products/product-tabs";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadProductGroups } from "@/lib/features/products/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products.tabs");
  return { title: t("groups") };
}

export default async function GroupsPage() {
  const page = await loadProductGroups();
  const t = await getTranslations("products");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["products"])}>
      <Page
        title={t("title")}
        subtitle={t("subtitle")}
        tabs={<ProductTabs active="groups" />}
        actions={page.groups.length > 0 && <TableExport table="product-groups" />}
      >
        <GroupList {...page} />
      </Page>
    </MoreMessages>
  );
}
