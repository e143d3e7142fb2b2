import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Button } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { payPeriodName } from "@/lib/domain/pay/pay-period";
import type { PayPage } from "@/lib/features/pay/queries";
import { money } from "@/lib/i18n/format";
import { periodWords } from "@/lib/i18n/pay-words";
import { PackageCard } from "./package-card";
import { PeopleTable } from "./people-table";
import { ScenarioRow } from "./scenario-row";
import { SlipCard } from "./slip-card";

/** The own slip with what it may become, and for who leads the slips of the people. */
export function PayScreen({ page }: { page: PayPage }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const current = payPeriodName(page.period);
  return (
    <Page
      title={t("title")}
      subtitle={page.people ? t("subtitleLead") : t("subtitle")}
      actions={
        page.may.edit && (
          <Button asChild variant="outline">
            <Link href="/pay/plans">{t("plans")}</Link>
          </Button>
        )
      }
      below={
        <nav aria-label={t("period")} className="flex flex-wrap gap-1.5">
          {page.periods.map((period) => (
            <ChipLink key={period.name} href={`/pay?period=${period.name}`} active={period.name === current}>
              {periodWords(period, locale)}
            </ChipLink>
          ))}
        </nav>
      }
    >
      <div className="grid grid-cols-1 gap-3.5 pb-6">
        {page.people && page.people.length > 0 && <PeopleTable page={page} />}
        {page.mine ? (
          <div className="grid grid-cols-1 items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
            <SlipCard slip={page.mine} link />
            <div className="grid min-w-0 grid-cols-1 gap-3.5">
              <ScenarioRow scenarios={page.scenarios} whatIf={page.whatIf} currency={page.currency} />
              <History page={page} />
              <PackageCard content={page.mine.content} />
            </div>
          </div>
        ) : (
          (!page.people || page.people.length === 0) && (
            <Card>
              <EmptyState title={t(page.may.edit ? "nonePeople" : "none")}>
                {t(page.may.edit ? "nonePeopleText" : "noneText")}
              </EmptyState>
            </Card>
          )
        )}
      </div>
    </Page>
  );
}

function History({ page }: { page: PayPage }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  return (
    <Section
      title={t("history")}
      action={page.history.length > 0 && <TableExport table="pay-history" label={t("history")} />}
    >
      {page.history.length === 0 && <p className="text-ink-3">{t("historyNone")}</p>}
      <ul>
        {page.history.map((one) => (
          <li key={one.period} className="flex items-baseline gap-2 border-hair border-b py-1.5 last:border-b-0">
            <Link href={`/pay/${page.me}/${one.period}`} className="flex-1 hover:underline">
              {periodWords(one, locale)}
            </Link>
            {!one.closed && <span className="text-ink-3 text-xs">{t("states.approved")}</span>}
            <span className="num">{money(one.payout, page.currency, locale)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
