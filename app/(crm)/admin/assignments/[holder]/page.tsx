import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HeldTable } from "@/components/assignments/held-table";
import { Link } from "@/components/ui/link";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadHolder } from "@/lib/features/assignments/queries";
import { holderFilter, holderId } from "@/lib/features/assignments/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignments");
  return { title: t("title") };
}

/** `none` in the address stands for nobody. */
export default async function HolderPage({ params, searchParams }: PageProps<"/admin/assignments/[holder]">) {
  const holder = holderId.safeParse((await params).holder);
  if (!holder.success) notFound();
  const filter = holderFilter.parse(await searchParams);
  const page = await loadHolder(holder.data, filter);
  const t = await getTranslations("assignments.holder");
  const words = await getTranslations("words");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["assignments"])}>
      <Page
        title={page.holder ? t("title", { name: page.holder.name }) : t("nobody")}
        subtitle={words("count.clients", { count: page.total })}
        back={<Link href="/admin/assignments">{t("back")}</Link>}
      >
        <HeldTable page={page} filter={filter} />
      </Page>
    </MoreMessages>
  );
}
