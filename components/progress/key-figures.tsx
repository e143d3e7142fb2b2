import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Stat, StatRow } from "@/components/ui/stat";
import { Why } from "@/components/ui/why";
import { isFarBehind } from "@/lib/domain/plan-sum";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { clientLists } from "@/lib/features/progress/schema";
import { percent } from "@/lib/i18n/format";
import { progressHref } from "./progress-href";
import { RetentionFigures } from "./retention-figures";
import { useSums } from "./sums";
import { useTotalReasons } from "./total-reasons";

/** The total in figures; each says why and opens its rows. */
export function KeyFigures({ progress }: { progress: Progress }) {
  const t = useTranslations("progress");
  const locale = useLocale();
  const { state, total, currency, health } = progress;
  const { short, named, signed, full } = useSums(currency);
  const { standing } = total;
  const { fact, plan, attainment, deviation, forecast, required, growth } = standing;
  const why = useTotalReasons(progress);
  return (
    <div className="flex flex-col gap-3.5">
      <StatRow>
        {why.attainment && attainment.share !== null && plan !== null ? (
          <Stat
            size="large"
            value={
              <Why align="start" label={t("columnTitle.attainment")} reason={why.attainment}>
                {percent(attainment.share, locale)}
              </Why>
            }
            label={t("figures.attainment", { fact: short(fact), plan: named(plan) })}
          />
        ) : (
          <Stat
            size="large"
            title={full(fact)}
            value={
              <Why align="start" label={t("figures.fact")} reason={why.fact}>
                {named(fact)}
              </Why>
            }
            label={t("figures.fact")}
          />
        )}
        {why.deviation && deviation !== null && (
          <Stat
            size="large"
            tone={deviation >= 0n ? "ink" : isFarBehind(standing) ? "red" : "amber"}
            title={full(deviation)}
            value={
              <Why align="start" label={t("columnTitle.deviation")} reason={why.deviation}>
                {signed(deviation)}
              </Why>
            }
            label={t("figures.deviation")}
          />
        )}
      </StatRow>
      <StatRow className="grid-cols-1">
        {why.forecast &&
          forecast.value !== null &&
          forecast.low !== null &&
          forecast.high !== null &&
          forecast.method !== "fact" && (
            <Stat
              value={
                <Why align="start" className="text-left" label={t("columnTitle.forecast")} reason={why.forecast}>
                  {forecast.low === forecast.high
                    ? named(forecast.value)
                    : `${short(forecast.low)} – ${named(forecast.high)}`}
                </Why>
              }
              label={t("figures.forecast", { method: t(`figures.method.${forecast.method}`) })}
            />
          )}
      </StatRow>
      <StatRow>
        {why.required && required.state === "needed" && (
          <Stat
            title={full(required.perDay)}
            value={
              <Why align="start" label={t("columnTitle.required")} reason={why.required}>
                {named(required.perDay)}
              </Why>
            }
            label={t("figures.required", { days: progress.daysLeft })}
          />
        )}
        {why.growth && typeof growth === "number" && (
          <Stat
            value={
              <Why align="start" label={t("figures.growth")} reason={why.growth}>
                {percent(growth, locale, { sign: true })}
              </Why>
            }
            label={t("figures.growth")}
          />
        )}
        {health && <RetentionFigures health={health} currency={currency} />}
        {health &&
          clientLists.map((list) => (
            <Stat
              key={list}
              tone={list === "churned" && health.counts.churned > 0 ? "red" : "ink"}
              value={
                <Link
                  href={`${progressHref(state, { list })}#list`}
                  scroll
                  className={list === "churned" ? "hover:underline" : "link"}
                >
                  {health.counts[list]}
                </Link>
              }
              label={t(`figures.count.${list}`, { count: health.counts[list] })}
            />
          ))}
      </StatRow>
    </div>
  );
}
