import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanEditor } from "@/components/pay/plan-editor";
import { Link } from "@/components/ui/link";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadPayPlan } from "@/lib/features/pay/queries/plans";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payPlans"))("title") };
}

/** "new" is a plan that nobody has saved yet. */
export default async function PayPlanRoute({ params }: PageProps<"/pay/plans/[planId]">) {
  const { planId } = await params;
  const page = await loadPayPlan(planId === "new" ? null : planId);
  const t = await getTranslations("payPlans");
  const active = page.plan?.versions.filter(({ status }) => status === "active").length ?? 0;
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["payPlans"])}>
      <Page
        back={
          <Link href="/pay/plans" className="hover:underline">
            {t("title")}
          </Link>
        }
        title={page.plan?.name ?? t("newTitle")}
        subtitle={page.plan && t("people", { count: page.plan.people })}
      >
        <PlanEditor key={`${page.plan?.id} ${active}`} page={page} />
      </Page>
    </MoreMessages>
  );
}
