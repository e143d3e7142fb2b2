import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TableExport } from "@/components/exports/table-export";
import { ManyPlans } from "@/components/plans/many-plans";
import { NewPlan } from "@/components/plans/new-plan";
import { PlanTable } from "@/components/plans/plan-table";
import { YearSwitch } from "@/components/plans/year-switch";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadPlans } from "@/lib/features/plans/queries";
import { planFilter } from "@/lib/features/plans/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

export default async function PlansPage({ searchParams }: PageProps<"/plans">) {
  const plans = await loadPlans(planFilter.parse(await searchParams));
  const t = await getTranslations("plans");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["plans"])}>
      <Page
        title={t("title")}
        subtitle={plans.plans.length > 0 && t("list.people", { count: plans.plans.length })}
        actions={
          <>
            {plans.plans.length > 0 && <TableExport table="plans" />}
            <ManyPlans plans={plans} />
            {plans.may.edit && <NewPlan key={plans.year} plans={plans} />}
          </>
        }
      >
        <YearSwitch year={plans.year} current={plans.currentYear} />
        {plans.plans.length > 0 ? (
          <PlanTable plans={plans} />
        ) : (
          <EmptyState title={t("list.none")}>{t(plans.may.edit ? "list.noneText" : "list.noneReader")}</EmptyState>
        )}
      </Page>
    </MoreMessages>
  );
}
