import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { currencyExponent } from "@/lib/domain/money";
import type { ImportView } from "@/lib/features/imports/queries";
import type { RunResult } from "@/lib/features/imports/schema";
import { money, number } from "@/lib/i18n/format";
import { exactMinor } from "./exact-minor";

/** Counts and control totals: of the check what would be done, of a finished import what was. */
export function FoundFigures({ view, result }: { view: ImportView; result: RunResult }) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const done = ["done", "reverting", "reverted"].includes(view.status);
  const updates = done || view.options?.update;
  const figures = [
    { value: result.rows, label: t("found.rows") },
    { value: result.create, label: t("found.create"), tone: result.create > 0 ? ("green" as const) : undefined },
    { value: result.update, label: t(done ? "found.update" : updates ? "found.willUpdate" : "found.differ") },
    { value: result.same, label: t("found.same") },
    ...(result.remove > 0 ? [{ value: result.remove, label: t("found.remove"), tone: "amber" as const }] : []),
    { value: result.faulty, label: t("found.faulty"), tone: result.faulty > 0 ? ("amber" as const) : undefined },
    ...(result.questions > 0 ? [{ value: result.questions, label: t("found.questions"), tone: "amber" as const }] : []),
  ];
  const total = (value: string, currency: string | null) => {
    const code = currency ?? view.currency;
    const minor = exactMinor(value, currencyExponent(code));
    return minor === null ? `${value} ${code}` : money(minor, code, locale);
  };
  const word = (field: string) => view.about.fields.find((one) => one.field === field)?.label ?? field;
  return (
    <Section title={t(done ? "found.done" : "found.title")}>
      <StatRow>
        {figures.map(({ value, label, tone }) => (
          <Stat key={label} value={number(value, locale)} label={label} tone={tone} />
        ))}
      </StatRow>
      {result.totals.length > 0 && (
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 border-hair border-t pt-2.5">
          <dt className="text-ink-3">{t("found.totals")}</dt>
          {result.totals.map(({ field, currency, value }) => (
            <dd key={`${field} ${currency}`}>
              <span className="text-ink-2">{word(field)}</span>{" "}
              <span className="num font-medium">{field === "quantity" ? value : total(value, currency)}</span>
            </dd>
          ))}
        </dl>
      )}
      {(result.rounding !== "0" || result.skipped > 0) && (
        <p className="mt-2 flex flex-wrap gap-x-6 text-ink-2">
          {result.rounding !== "0" && <span>{t("found.rounding", { value: result.rounding })}</span>}
          {result.skipped > 0 && <span>{t("found.skipped", { count: result.skipped })}</span>}
        </p>
      )}
    </Section>
  );
}
