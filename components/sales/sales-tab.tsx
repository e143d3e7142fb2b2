import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TableExport } from "@/components/exports/table-export";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { ClientSales } from "@/lib/features/sales/queries/client-sales";
import { money, percent } from "@/lib/i18n/format";
import { FiguresRow } from "./figures-row";
import { GroupTable } from "./group-table";
import { MonthsCard } from "./months-card";
import { RhythmCard } from "./rhythm-card";
import { linesHref } from "./sales-words";
import { StageCard } from "./stage-card";

/** All that a client buys: how much, what, how often, where it comes from, and what stage that makes. */
export function SalesTab(props: {
  clientId: string;
  sales: ClientSales;
  mayEdit: boolean;
  /** What is asked of the client this year. */
  targets: ReactNode;
}) {
  const { clientId, sales, mayEdit } = props;
  const t = useTranslations("sales");
  const stage = <StageCard clientId={clientId} stages={sales.stages} today={sales.today} mayEdit={mayEdit} />;
  if (!sales.rhythm && sales.months.every(({ amount, before }) => amount === 0n && before === 0n))
    return (
      <div className="grid grid-cols-1 gap-3.5">
        <Card>
          <EmptyState title={t("none")} />
        </Card>
        {props.targets}
        {stage}
      </div>
    );
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <FiguresRow clientId={clientId} sales={sales} />
      <div className="grid grid-cols-1 items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 grid-cols-1 gap-3.5">
          <MonthsCard clientId={clientId} sales={sales} />
          <GroupTable clientId={clientId} sales={sales} />
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-3.5">
          {props.targets}
          <RhythmCard sales={sales} />
          {stage}
          <Sources clientId={clientId} sales={sales} />
        </div>
      </div>
    </div>
  );
}

function Sources({ clientId, sales }: { clientId: string; sales: ClientSales }) {
  const t = useTranslations("sales.sources");
  const locale = useLocale();
  return (
    <Section
      title={t("title")}
      action={<TableExport table="client-sources" also={{ client: clientId }} label={t("title")} />}
    >
      <ul>
        {sales.sources.map(({ source, amount, share }) => (
          <li key={source} className="border-hair border-b py-1.5 last:border-b-0">
            <span className="flex items-baseline gap-2">
              <span className="flex-1">{t(source)}</span>
              <Link
                href={linesHref(clientId, { ...sales.year, source })}
                className="num hover:underline"
                title={money(amount, sales.currency, locale)}
              >
                {money(amount, sales.currency, locale, { short: true, bare: true })}
              </Link>
              <span className="num w-11 text-right text-ink-2">{share !== null && percent(share, locale)}</span>
            </span>
            <span className="block text-ink-3 text-xs">{t(`${source}Hint`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
