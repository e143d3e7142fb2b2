import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { HistoryPage } from "@/lib/features/targets/queries/history";
import { points } from "@/lib/i18n/pay-words";
import { cell, figure } from "../rows/table-look";
import { spanWords } from "../span-words";
import { historyHref } from "../target-href";
import { periodHeads } from "./period-head";

/** The scores of a team's people by period. */
export function MemberHistory({ page }: { page: HistoryPage }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const { filter, periods } = page;
  const heads = periodHeads(filter.span, periods, locale);
  return (
    <Section flush title={t("history.members")}>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead className="border-line border-b text-ink-3 text-xs">
            <tr>
              <th className={`${cell} sticky left-0 bg-sheet`}>{t("people")}</th>
              {periods.map((at, place) => (
                <th key={at} className={figure} title={spanWords({ span: filter.span, at }, locale)}>
                  {heads[place]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.members.map(({ id, name, scores }) => (
              <tr key={id} className="border-hair border-b last:border-b-0">
                <th scope="row" className={`${cell} sticky left-0 min-w-36 bg-sheet`}>
                  <Link href={historyHref(filter, { subject: "member", of: id })} className="hover:underline">
                    {name}
                  </Link>
                </th>
                {scores.map((score, place) => (
                  <td key={periods[place]} className={figure}>
                    {score === null ? t("noFact") : points(score, locale, 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
