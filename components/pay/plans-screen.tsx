import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Archived } from "@/components/ui/archived";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import type { PayPlanRow, PayPlansPage } from "@/lib/features/pay/queries/plans";
import { money } from "@/lib/i18n/format";
import { periodWords } from "@/lib/i18n/pay-words";
import { ArchivePlan } from "./archive-plan";
import { AssignButton } from "./assign-button";

const cell = "h-row px-2 py-1 text-left font-normal first:pl-3.5 last:pr-3.5";

/** Pay plans with their state, and who has which, today and next. */
export function PlansScreen({ page }: { page: PayPlansPage }) {
  const t = useTranslations("payPlans");
  const add = (
    <Button asChild>
      <Link href="/pay/plans/new">{t("add")}</Link>
    </Button>
  );
  return (
    <Page
      back={
        <Link href="/pay" className="hover:underline">
          {t("back")}
        </Link>
      }
      title={t("title")}
      subtitle={t("subtitle")}
      actions={page.plans.length > 0 && add}
    >
      <div className="grid max-w-[1040px] grid-cols-1 gap-3.5 pb-6">
        {page.plans.length === 0 ? (
          <Card>
            <EmptyState title={t("none")} action={add}>
              {t("noneText")}
            </EmptyState>
          </Card>
        ) : (
          <PlanTable plans={page.plans} />
        )}
        {page.archived.length > 0 && (
          <Archived title={t("archivedTitle", { count: String(page.archived.length) })}>
            <ul className="rounded-lg border border-line bg-sheet">
              {page.archived.map((plan) => (
                <li
                  key={plan.id}
                  className="flex min-h-row items-center gap-3 border-hair border-b px-3.5 py-1 last:border-b-0"
                >
                  <span className="min-w-0 flex-1 break-words">{plan.name}</span>
                  <ArchivePlan plan={plan} archived />
                </li>
              ))}
            </ul>
          </Archived>
        )}
        <HolderTable page={page} />
      </div>
    </Page>
  );
}

function PlanTable({ plans }: { plans: readonly PayPlanRow[] }) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  return (
    <Section flush title={t("title")} action={<TableExport table="pay-plans" />}>
      <div className="relative overflow-x-auto">
        <table className="w-full min-w-[560px] border-collapse">
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs">
              <th className={cell}>{t("name")}</th>
              <th className={cell}>{t("kind")}</th>
              <th className={cell}>{t("slip")}</th>
              <th className={cell}>{t("holdersCount")}</th>
              <th className={cell}>{t("state")}</th>
              <th className={cell}>
                <span className="sr-only">{t("archive")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => {
              const active = plan.versions.find(({ status }) => status === "active");
              const draft = plan.versions.find(({ status }) => status === "draft");
              return (
                <tr key={plan.id} className="border-hair border-b last:border-b-0">
                  <th scope="row" className={cell}>
                    <Link href={`/pay/plans/${plan.id}`} className="font-medium hover:underline">
                      {plan.name}
                    </Link>
                  </th>
                  <td className={`${cell} text-ink-2`}>{t(`kinds.${plan.kind}`)}</td>
                  <td className={`${cell} text-ink-2`}>{t(`months.${plan.months}`)}</td>
                  <td className={cell}>{t("people", { count: plan.people })}</td>
                  <td className={cell}>
                    <span className="flex flex-wrap items-center gap-1.5">
                      {active?.inForceFrom && (
                        <Badge tone="green">
                          {t("from", {
                            number: String(active.number),
                            month: periodWords({ startsOn: active.inForceFrom, months: 1 }, locale),
                          })}
                        </Badge>
                      )}
                      {draft && <Badge>{t("draftOf", { number: String(draft.number) })}</Badge>}
                    </span>
                  </td>
                  <td className={`${cell} w-9 text-right`}>{active && <ArchivePlan plan={plan} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function HolderTable({ page }: { page: PayPlansPage }) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const month = (startsOn: string) => periodWords({ startsOn, months: 1 }, locale);
  return (
    <Section flush title={t("holders")} action={<TableExport table="pay-holders" />}>
      <div className="relative overflow-x-auto">
        <table className="w-full min-w-[560px] border-collapse">
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs">
              <th className={cell}>{t("person")}</th>
              <th className={cell}>{t("current")}</th>
              <th className={cell}>{t("comes")}</th>
              <th className={cell}>
                <span className="sr-only">{t("change")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {page.people.map((holder) => {
              const { current, next } = holder;
              return (
                <tr key={holder.memberId} className="border-hair border-b last:border-b-0">
                  <th scope="row" className={cell}>
                    {holder.name}
                    {holder.jobTitle && <span className="ml-2 text-ink-3 text-xs">{holder.jobTitle}</span>}
                  </th>
                  <td className={cell}>
                    {current ? current.plan : <span className="text-ink-3">{t("nothing")}</span>}
                    {current && (
                      <span className="ml-2 text-ink-3 text-xs">
                        {[
                          t("since", { month: month(current.startsOn) }),
                          ...(current.base === null
                            ? []
                            : [t("ownBase", { base: money(current.base, page.currency, locale) })]),
                        ].join(" · ")}
                      </span>
                    )}
                  </td>
                  <td className={`${cell} text-ink-2`}>
                    {next &&
                      (next.plan
                        ? t("next", { plan: next.plan, month: month(next.startsOn) })
                        : t("nothingFrom", { month: month(next.startsOn) }))}
                  </td>
                  <td className={`${cell} text-right`}>
                    <AssignButton page={page} holder={holder} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
