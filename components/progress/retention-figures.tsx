import { useLocale, useTranslations } from "next-intl";
import { Stat } from "@/components/ui/stat";
import { Why } from "@/components/ui/why";
import { addMonths } from "@/lib/domain/calendar-date";
import type { BookHealth } from "@/lib/features/progress/queries/progress";
import { percent } from "@/lib/i18n/format";
import { monthLabel } from "./progress-words";
import { useSums } from "./sums";

/** NRR and GRR of the clients in reach (R20). */
export function RetentionFigures({ health: { retention, year }, currency }: { health: BookHealth; currency: string }) {
  const t = useTranslations("progress.figures");
  const locale = useLocale();
  const { named } = useSums(currency);
  const asOf = t("reachAsOf", { from: monthLabel(year.from, locale), to: monthLabel(addMonths(year.to, -1), locale) });
  const parts = {
    start: named(retention.start),
    expansion: named(retention.expansion),
    contraction: named(retention.contraction),
    churn: named(retention.churn),
  };
  return (["nrr", "grr"] as const).map((kind) => {
    const share = retention[kind];
    return share === null ? null : (
      <Stat
        key={kind}
        value={
          <Why
            align="start"
            label={t(kind)}
            reason={{ definition: t(`${kind}Why`), formula: t(`${kind}Formula`, parts), asOf }}
          >
            {percent(share, locale)}
          </Why>
        }
        label={t(kind)}
      />
    );
  });
}
