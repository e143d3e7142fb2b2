import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { chipLook } from "@/components/ui/chip";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { shortDay } from "@/lib/i18n/format";
import { KeptFields } from "./period-bar";
import { Amount, useSums } from "./sums";

/** What moved since Monday, or since a day that the viewer names: who bought, and who stopped. */
export function MoversCard({ progress: { movers, state, today, currency } }: { progress: Progress }) {
  const t = useTranslations("progress.movers");
  const behind = useTranslations("progress.behind");
  const locale = useLocale();
  const { named } = useSums(currency);
  if (!movers) return null;
  const day = shortDay(movers.since, locale, today);
  return (
    <Section
      title={t("title", { day })}
      action={
        <>
          <form action="/progress" data-print="none" className="flex items-center gap-1.5">
            <KeptFields state={state} without={["since", "page"]} />
            <Field label={t("from")} hideLabel>
              <DateInput name="since" defaultValue={movers.since} today={today} max={today} className="max-w-36" />
            </Field>
            <button type="submit" className={chipLook()}>
              {t("show")}
            </button>
          </form>
          <TableExport table="progress-movers" label={t("title", { day })} />
        </>
      }
    >
      <div>
        {movers.bought === 0 && movers.late.length === 0 ? (
          <p className="text-ink-2">{t("none")}</p>
        ) : (
          <>
            <p>{t("since", { day, sum: named(movers.amount), lines: movers.lines, clients: movers.bought })}</p>
            <div className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {movers.clients.length > 0 && (
                <div>
                  <h3 className="text-ink-3 text-xs">{t("sold")}</h3>
                  <ul>
                    {movers.clients.map((one) => (
                      <li key={one.clientId} className="flex justify-between gap-3 py-0.5">
                        <Link href={`/clients/${one.clientId}/sales`} className="link min-w-0 truncate">
                          {one.name}
                        </Link>
                        <span className="num">
                          <Amount amount={one.amount} currency={currency} sign />
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              {movers.late.length > 0 && (
                <div>
                  <h3 className="text-ink-3 text-xs">{t("late")}</h3>
                  <ul>
                    {movers.late.map((one) => (
                      <li key={one.id} className="py-0.5">
                        <Link href={`/clients/${one.id}`} className="link">
                          {one.name}
                        </Link>
                        <span className="block text-ink-3 text-xs">
                          {behind("rhythmTitle", { days: one.silentFor, usual: String(one.usual) })}
                        </span>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
          </>
        )}
        <p className="mt-2 text-ink-3 text-xs">{t("note")}</p>
      </div>
    </Section>
  );
}
