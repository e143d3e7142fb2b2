import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import type { CreditLines } from "@/lib/features/progress/queries/credit-lines";
import { money, number, percent, shortDay } from "@/lib/i18n/format";
import { monthLabel } from "./progress-words";

/** The sale lines behind a person's figure of a client; they add up to it. */
export function CreditLinesView({ found }: { found: CreditLines }) {
  const t = useTranslations("progress.lines");
  const words = useTranslations("words");
  const locale = useLocale();
  const { client, label, credited, lines, count, total, currency, today, state } = found;
  const sum = (amount: bigint) => money(amount, currency, locale);
  if (credited === null || label === null) return <Page title={t("nothing")}>{null}</Page>;
  const back = new URLSearchParams({ by: "month", member: state.member, client: state.client });
  return (
    <Page
      title={t("title", { name: label })}
      subtitle={t("subtitle", { member: found.member ?? words("unassigned"), month: monthLabel(state.from, locale) })}
      back={
        <Link href={`/progress?${back}`} className="link">
          {t("back")}
        </Link>
      }
      actions={lines.length > 0 && <TableExport table="credit-lines" />}
    >
      {client === null ? (
        <EmptyState title={label}>{t("away", { sum: sum(credited) })}</EmptyState>
      ) : (
        <>
          <p className="mb-3">
            <Link href={`/clients/${client.id}`} className="link">
              {client.name}
            </Link>
          </p>
          <section className="overflow-x-auto rounded-lg border border-line bg-sheet">
            <table className="w-full">
              <thead className="border-line border-b text-ink-3 text-xs">
                <tr>
                  {(["day", "document", "product", "group"] as const).map((head) => (
                    <th key={head} className="px-2.5 py-2 text-left font-medium">
                      {t(head)}
                    </th>
                  ))}
                  {(["amount", "share", "credited"] as const).map((head) => (
                    <th key={head} className="px-2.5 py-2 text-right font-medium">
                      {t(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.id} className="h-9 border-hair border-t first:border-t-0">
                    <td className="whitespace-nowrap px-2.5">{shortDay(line.soldOn, locale, today)}</td>
                    <td className="px-2.5">{line.document}</td>
                    <td className="px-2.5">{line.product}</td>
                    <td className="px-2.5 text-ink-2">{line.group}</td>
                    <td className="num whitespace-nowrap px-2.5 text-right">{sum(line.amount)}</td>
                    <td className="num px-2.5 text-right text-ink-2">
                      {line.share === null ? null : percent(line.share / 100, locale, { digits: 2 })}
                    </td>
                    <td className="num whitespace-nowrap px-2.5 text-right">{sum(line.credited)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot className="border-line border-t bg-paper font-semibold">
                <tr className="h-9">
                  <th scope="row" colSpan={6} className="px-2.5 text-left">
                    {t("total", { count })}
                  </th>
                  <td className="num whitespace-nowrap px-2.5 text-right">{sum(total)}</td>
                </tr>
              </tfoot>
            </table>
          </section>
          {total !== credited && <p className="mt-2 text-ink-2">{t("differs", { sum: sum(credited) })}</p>}
          {count > lines.length && (
            <p className="mt-2 text-ink-3">{t("more", { shown: number(lines.length, locale) })}</p>
          )}
        </>
      )}
    </Page>
  );
}
