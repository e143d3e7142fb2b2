import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportBody } from "@/components/imports/import-body";
import { ImportSteps, stepOf } from "@/components/imports/import-steps";
import { kindWord, sizeText } from "@/components/imports/import-words";
import { StateBadge } from "@/components/imports/state-badge";
import { Link } from "@/components/ui/link";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadImport } from "@/lib/features/imports/queries";
import { importFilter } from "@/lib/features/imports/schema";
import { clientMessages } from "@/lib/i18n/client-messages";
import { moment } from "@/lib/i18n/format";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params, searchParams }: PageProps<"/admin/imports/[importId]">) {
  const { page, edit } = importFilter.parse(await searchParams);
  const view = await loadImport((await params).importId, page);
  const t = await getTranslations("imports");
  const locale = await getLocale();
  const editing = edit === "1" && view.status === "checked";
  return (
    <MoreMessages messages={clientMessages(locale, ["imports", "importSteps"])}>
      <Page
        title={<span className="break-all">{view.fileName}</span>}
        badges={<StateBadge state={view.status} />}
        subtitle={t("summary", {
          kind: kindWord(t, view.kind),
          size: sizeText(t, view.fileSize, locale),
          who: view.by,
          when: moment(view.createdAt, view.zone, locale),
        })}
        below={<ImportSteps at={stepOf(view.status, editing)} />}
        back={<Link href="/admin/imports">{t("back")}</Link>}
      >
        <ImportBody view={view} editing={editing} />
      </Page>
    </MoreMessages>
  );
}
