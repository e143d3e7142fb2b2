import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportMenu } from "@/components/exports/export-menu";
import { ImportsTable } from "@/components/imports/imports-table";
import { UploadButton } from "@/components/imports/upload-button";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { kindNames } from "@/lib/domain/import/kind-names";
import { loadImports } from "@/lib/features/imports/queries";
import { importsFilter } from "@/lib/features/imports/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ searchParams }: PageProps<"/admin/imports">) {
  const filter = importsFilter.parse(await searchParams);
  const { imports, total, zone, company } = await loadImports(filter);
  const t = await getTranslations("imports");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["imports"])}>
      <Page
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          <>
            <ExportMenu kinds={kindNames.map((name) => ({ name, label: t(`kinds.${name}`) }))} />
            <UploadButton company={company} />
          </>
        }
      >
        <ImportsTable rows={imports} total={total} filter={filter} zone={zone} company={company} />
      </Page>
    </MoreMessages>
  );
}
