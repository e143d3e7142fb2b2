import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import type { RowsPage } from "@/lib/features/targets/queries/rows";
import { measureName, measureText } from "@/lib/i18n/measure-text";
import { spanWords } from "../span-words";
import { hrefOf } from "../target-href";
import { EnteredRows } from "./entered-rows";
import { FactRows } from "./fact-rows";
import { PartRows } from "./part-rows";

/** The rows behind one figure of a scorecard: clients, the parts of a formula, or what somebody wrote down. */
export function RowsScreen({ page }: { page: RowsPage }) {
  const t = useTranslations("targets.rows");
  const catalogue = useTranslations("targets.catalogue");
  const locale = useLocale();
  const { measure, content, filter } = page;
  const name = measureName(measure, locale);
  const value =
    page.value === null
      ? null
      : measureText(page.value, { unit: measure.unit, digits: page.digits }, page.currency, locale);
  const known = (
    ["revenue", "margin", "new_clients", "retention", "average_bill", "touches", "on_cadence"] as const
  ).find((code) => measure.kind === "computed" && code === measure.code);
  return (
    <Page
      title={`${name}: ${value ?? t("noValue")}`}
      subtitle={`${page.name} · ${spanWords(filter, locale)}`}
      actions={<TableExport table="target-rows" />}
      back={
        <Link href={hrefOf(filter, {})} className="link">
          {t("back")}
        </Link>
      }
    >
      <div className="grid gap-3 pb-6">
        {known && <p className="max-w-[760px] text-ink-2">{catalogue(`what.${known}`)}</p>}
        {content.kind === "parts" && <PartRows page={page} parts={content.parts} />}
        {content.kind === "entered" &&
          (content.figures.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneEntered")}</EmptyState>
          ) : (
            <EnteredRows page={page} figures={content.figures} />
          ))}
        {content.kind === "facts" &&
          (content.lines.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneFacts")}</EmptyState>
          ) : (
            <FactRows page={page} content={content} value={value} />
          ))}
      </div>
    </Page>
  );
}
