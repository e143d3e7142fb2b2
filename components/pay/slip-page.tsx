import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { payPeriodName } from "@/lib/domain/pay/pay-period";
import type { SlipView } from "@/lib/features/pay/queries/slip-view";
import { periodWords } from "@/lib/i18n/pay-words";
import { PackageCard } from "./package-card";
import { SlipCard } from "./slip-card";

/** One slip of one person, to read, to print and to take away. */
export function SlipPage({ slip, asOf }: { slip: SlipView; asOf: string }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const period = payPeriodName(slip.period);
  return (
    <Page
      back={
        <Link href={`/pay?period=${period}`} className="hover:underline" data-print="none">
          {t("title")}
        </Link>
      }
      title={slip.content.member}
      subtitle={[periodWords(slip.period, locale), slip.content.company, t("asOf", { moment: asOf })].join(" · ")}
      actions={<TableExport table="slip" also={{ member: slip.memberId, period }} />}
    >
      <div className="grid max-w-[900px] grid-cols-1 gap-3.5 pb-6">
        <SlipCard slip={slip} open />
        <PackageCard content={slip.content} />
      </div>
    </Page>
  );
}
