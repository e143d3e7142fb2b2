import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TableExport } from "@/components/exports/table-export";
import { ComparisonTable } from "@/components/plans/comparison-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { loadPlanComparison } from "@/lib/features/plans/queries";
import { comparisonFilter } from "@/lib/features/plans/schema";
import { money } from "@/lib/i18n/format";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

export default async function ComparePage({ params, searchParams }: PageProps<"/plans/[versionId]/compare">) {
  const { versionId } = await params;
  const other = comparisonFilter.parse(await searchParams).with;
  if (!other) notFound();
  const comparison = await loadPlanComparison(versionId, other);
  const t = await getTranslations("plans");
  const locale = await getLocale();
  const { before, after, currency } = comparison;
  const figure = (amount: bigint) => money(amount, currency, locale, { short: true });
  return (
    <Page
      back={
        <Link
          href={`/plans/${versionId}`}
        >{`${t("year", { year: String(comparison.year) })} · ${after.memberName}`}</Link>
      }
      actions={comparison.rows.length > 0 && <TableExport table="plan-comparison" also={{ plan: versionId }} />}
      title={t("compare.title", { before: String(before.number), after: String(after.number) })}
      subtitle={[
        t("compare.from", { before: figure(before.figure), after: figure(after.figure) }),
        comparison.same > 0 && t("compare.same", { count: comparison.same }),
        after.reason,
      ]
        .filter(Boolean)
        .join(" · ")}
    >
      {comparison.rows.length > 0 ? (
        <ComparisonTable comparison={comparison} />
      ) : (
        <EmptyState title={t("compare.none")} />
      )}
    </Page>
  );
}
