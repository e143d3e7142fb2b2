import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { MeasureRow } from "@/lib/features/targets/queries/measures";
import { formulaWords } from "@/lib/i18n/formula-words";
import { measureName } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";

const computed = ["revenue", "margin", "new_clients", "retention", "average_bill", "touches", "on_cadence"] as const;

/** One measure in a line: its name, how it comes about, its unit, direction and weight. */
export function MeasureLine({ measure, all }: { measure: MeasureRow; all: readonly MeasureRow[] }) {
  const t = useTranslations("targets.catalogue");
  const locale = useLocale();
  const known = computed.find((code) => code === measure.code);
  const how =
    measure.kind === "formula"
      ? formulaWords(measure.formula ?? "", all, locale)
      : measure.kind === "computed" && known
        ? t(`what.${known}`)
        : t(`kinds.${measure.kind}`);
  return (
    <>
      <span className="min-w-0 flex-[2_1_260px] break-words">
        {measureName(measure, locale)} {measure.direction === "less" && <Badge>{t("lessIsBetter")}</Badge>}
        <span className="block text-ink-3 text-xs">{how}</span>
      </span>
      <code className="flex-[0_1_130px] break-all text-ink-3 text-xs">{measure.code}</code>
      <span className="flex-[0_1_150px] text-ink-3 text-xs">
        {t(`units.${measure.unit}`)} · {t(`gatherings.${measure.gathering}`)}
      </span>
      <span className="num flex-[0_1_80px] text-right text-ink-2 text-xs">
        {t("weightShort", { weight: points(measure.weight, locale) })}
      </span>
    </>
  );
}
