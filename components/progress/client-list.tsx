import { useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { progressHref } from "./progress-href";
import { Amount } from "./sums";

/** The clients behind one of the counts. */
export function ClientList({ progress: { state, listed, currency, health } }: { progress: Progress }) {
  const t = useTranslations("progress.list");
  if (!state.list) return null;
  const count = health?.counts[state.list] ?? 0;
  return (
    <div id="list">
      <Section
        title={t(`title.${state.list}`)}
        flush
        action={
          <span className="flex items-center gap-2">
            {listed.length > 0 && <TableExport table="progress-clients" />}
            <Link href={progressHref(state, { list: null })} scroll={false} className="link text-xs">
              {t("close")}
            </Link>
          </span>
        }
      >
        {listed.length === 0 ? (
          <p className="px-3.5 py-3 text-ink-2">{t("empty")}</p>
        ) : (
          <div className="max-h-96 overflow-auto">
            <table className="w-full">
              <thead className="text-ink-3 text-xs">
                <tr>
                  <th className="px-3.5 py-1.5 text-left font-medium">{t("client")}</th>
                  <th className="px-2.5 py-1.5 text-right font-medium">{t("now")}</th>
                  <th className="px-3.5 py-1.5 text-right font-medium">{t("before")}</th>
                </tr>
              </thead>
              <tbody>
                {listed.map(({ id, name, turnover, before }) => (
                  <tr key={id} className="border-hair border-t">
                    <th scope="row" className="px-3.5 py-1.5 text-left font-normal">
                      <Link href={`/clients/${id}`} className="link">
                        {name}
                      </Link>
                    </th>
                    <td className="num px-2.5 text-right">
                      <Amount amount={turnover} currency={currency} />
                    </td>
                    <td className="num px-3.5 text-right text-ink-2">
                      <Amount amount={before} currency={currency} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {count > listed.length && (
              <p className="border-hair border-t px-3.5 py-2 text-ink-3">
                {t("more", { shown: String(listed.length), count })}
              </p>
            )}
          </div>
        )}
      </Section>
    </div>
  );
}
