import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Fact, FactName } from "@/lib/features/targets/queries/facts";
import type { FactLine, RowsPage } from "@/lib/features/targets/queries/rows";
import { money, number, percent } from "@/lib/i18n/format";
import { periodWords } from "@/lib/i18n/pay-words";
import { lineHref } from "./line-href";
import { cell, figure } from "./table-look";

type Content = Extract<RowsPage["content"], { kind: "facts" }>;
type Column = { id: string; head: string; text: (facts: Partial<Record<FactName, Fact>>, ofOne: boolean) => string };

const SHOWN = 500;

/** A line for each client (or month), and below what they add up to. */
export function FactRows({ page, content, value }: { page: RowsPage; content: Content; value: string | null }) {
  const t = useTranslations("targets.rows");
  const locale = useLocale();
  const columns = useColumns(page, content.facts);
  const { lines, total } = content;
  const members = lines.some(({ member }) => member);
  const name = (line: FactLine) =>
    line.month ? periodWords({ startsOn: line.month, months: 1 }, locale) : (line.client?.label ?? t("away"));
  return (
    <section className="overflow-x-auto rounded-lg border border-line bg-sheet" aria-label={t("title")}>
      <table className="w-full border-collapse">
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            <th className={cell}>{t(lines[0]?.month ? "month" : "client")}</th>
            {members && <th className={cell}>{t("member")}</th>}
            {columns.map(({ id, head }) => (
              <th key={id} className={figure}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, SHOWN).map((line) => {
            const href = lineHref(page, line);
            return (
              <tr key={line.key} className="border-hair border-t first:border-t-0">
                <td className={cell}>
                  {href ? (
                    <Link href={href} className="link">
                      {name(line)}
                    </Link>
                  ) : (
                    <span className="text-ink-2">{name(line)}</span>
                  )}
                </td>
                {members && <td className={`${cell} text-ink-2`}>{line.member?.name}</td>}
                {columns.map(({ id, text }) => (
                  <td key={id} className={figure}>
                    {text(line.facts, true)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <tfoot className="border-line border-t bg-paper font-semibold">
          <tr>
            <th scope="row" className={`${cell} font-semibold`} colSpan={members ? 2 : 1}>
              {t("total", { count: lines.length })}
              {content.facts[0] !== page.measure.code && value !== null && (
                <span className="block font-normal text-ink-3 text-xs">= {value}</span>
              )}
            </th>
            {columns.map(({ id, text }) => (
              <td key={id} className={figure}>
                {text(total, false)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {lines.length > SHOWN && <p className="px-3.5 py-2 text-ink-3 text-xs">{t("more", { shown: String(SHOWN) })}</p>}
    </section>
  );
}

function useColumns(page: RowsPage, facts: readonly FactName[]): Column[] {
  const t = useTranslations("targets.rows");
  const locale = useLocale();
  const sum = (one: bigint | undefined) => money(one ?? 0n, page.currency, locale);
  const share = ({ top, bottom }: Fact) =>
    bottom === 0n ? t("noValue") : percent(Number(top) / Number(bottom), locale, { digits: 2 });
  const empty = { top: 0n, bottom: 0n };
  return facts.flatMap((fact): Column[] => {
    if (fact === "revenue" || fact === "margin")
      return [{ id: fact, head: t(`facts.${fact}`), text: (of) => sum(of[fact]?.top) }];
    if (fact === "retention")
      return [
        { id: "before", head: t("facts.before"), text: (of) => sum(of.retention?.bottom) },
        { id: "kept", head: t("facts.kept"), text: (of) => sum(of.retention?.top) },
        { id: "share", head: t("facts.share"), text: (of) => share(of.retention ?? empty) },
      ];
    if (fact === "on_cadence")
      return [
        {
          id: fact,
          head: t("facts.on_cadence"),
          text: (of, ofOne) => {
            const { top, bottom } = of.on_cadence ?? empty;
            if (ofOne && bottom === 1n) return t(top === 1n ? "inTime" : "late");
            return t("ofAll", { some: number(top, locale), all: number(bottom, locale) });
          },
        },
      ];
    return [{ id: fact, head: t(`facts.${fact}`), text: (of) => number(of[fact]?.top ?? 0n, locale) }];
  });
}
