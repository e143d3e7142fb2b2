import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { deviationOf, type PlanSum } from "@/lib/domain/plan-sum";
import { ratio } from "@/lib/domain/rounding";
import type { Book } from "@/lib/features/book/queries";
import { money, percent } from "@/lib/i18n/format";
import { ConcentrationNote } from "./concentration-note";

/** "98 clients · A 7, B 9, C 82 · 182 M in 12 months, +8 % · top 5 make 41 %": the whole book in a line, whatever is filtered below. */
export function BookTitle({
  book,
}: {
  book: Pick<Book, "facets" | "concentration" | "standing" | "currency" | "year">;
}) {
  const t = useTranslations("book");
  const locale = useLocale();
  const { facets, concentration } = book;
  const tiers = facets.tier
    .filter(({ value }) => value !== "none")
    .map(({ value, count }) => t("tierCount", { tier: value, count: String(count) }))
    .join(", ");
  const sum = money(concentration.turnover, book.currency, locale, { short: true });
  const growth = concentration.growth;
  const sales =
    typeof growth === "number"
      ? t("concentration.line", { sum, growth: percent(growth, locale, { sign: true }) })
      : t("concentration.lineOnly", { sum });
  const { year, currency } = book;
  const parts: Record<string, ReactNode> = {
    clients: t("clients", { count: facets.total }),
    tiers,
    plan: book.standing.year.plan !== null && <PlanPart sum={book.standing.year} currency={currency} />,
    sales: concentration.turnover > 0n && (
      <span title={money(concentration.turnover, book.currency, locale)}>{sales}</span>
    ),
    top: concentration.top && facets.total > 5 && (
      <ConcentrationNote book={{ concentration, currency, year, facets }} />
    ),
    lonely: facets.lonely > 0 && t("lonelyCount", { count: facets.lonely }),
  };
  return Object.entries(parts)
    .filter(([, part]) => Boolean(part))
    .map(([key, part], at) => (
      <Fragment key={key}>
        {at > 0 && " · "}
        {part}
      </Fragment>
    ));
}

function PlanPart({ sum, currency }: { sum: PlanSum; currency: string }) {
  const t = useTranslations("book.plan");
  const words = useTranslations("words");
  const locale = useLocale();
  const { fact, plan } = sum;
  const share = plan === null ? null : ratio(fact, plan);
  const title = t("lineTitle", {
    fact: money(fact, currency, locale),
    plan: money(plan ?? 0n, currency, locale),
    deviation: money(deviationOf(sum) ?? 0n, currency, locale, { sign: true }),
  });
  return (
    <span title={title}>{t("line", { percent: share === null ? words("noValue") : percent(share, locale) })}</span>
  );
}
