import { useLocale, useTranslations } from "next-intl";
import { PlanBullet } from "@/components/charts/plan-bullet";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Why } from "@/components/ui/why";
import { isFarBehind } from "@/lib/domain/plan-sum";
import type { PlanMark, PlanMarks } from "@/lib/features/progress/queries/client-plans";
import { percent, shortDay } from "@/lib/i18n/format";
import { monthLabel } from "./progress-words";
import { useSums } from "./sums";

/** A client's plan of the year and of the month, on its overview. */
export function ClientPlan(props: { clientId: string; marks: PlanMarks | null; currency: string; today: string }) {
  const { clientId, marks, currency, today } = props;
  const t = useTranslations("progress.client");
  return (
    <Section
      title={t("title")}
      action={
        marks?.year.plan == null ? undefined : (
          <Link href={`/progress?by=month&client=${clientId}&view=owner`} className="link text-xs">
            {t("all")}
          </Link>
        )
      }
    >
      {marks?.year.plan == null ? (
        <p className="text-ink-3">{t("none", { year: String(marks?.fiscalYear ?? today.slice(0, 4)) })}</p>
      ) : (
        <Marks marks={marks} currency={currency} today={today} />
      )}
    </Section>
  );
}

/** The caller's own plan, on the screen of the day. */
export function OwnPlan({ marks, currency, today }: { marks: PlanMarks | null; currency: string; today: string }) {
  const t = useTranslations("progress.client");
  return (
    <Section
      title={t("mine")}
      action={
        <Link href="/progress" className="link text-xs">
          {t("progress")}
        </Link>
      }
    >
      {marks ? (
        <Marks marks={marks} currency={currency} today={today} width={84} />
      ) : (
        <p className="py-1 text-ink-3">{t("mineNone")}</p>
      )}
    </Section>
  );
}

type Told = { currency: string; today: string; width?: number };

function Marks({ marks, ...told }: Told & { marks: PlanMarks }) {
  const t = useTranslations("progress.client");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-1.5">
      <Mark mark={marks.year} name={t("year", { year: String(marks.fiscalYear) })} {...told} />
      <Mark mark={marks.month} name={monthLabel(marks.runs, locale)} {...told} />
    </div>
  );
}

function Mark({ mark, name, currency, today, width = 110 }: Told & { mark: PlanMark; name: string }) {
  const t = useTranslations("progress");
  const words = useTranslations("words");
  const locale = useLocale();
  const { named, signed, full } = useSums(currency);
  const { fact, plan, toDate, deviation, forecast, share } = mark;
  const label =
    plan === null
      ? t("bulletNoPlan", { fact: named(fact) })
      : t("bullet", {
          fact: named(fact),
          plan: named(plan),
          toDate: named(toDate ?? 0n),
          forecast: forecast === null ? words("noValue") : named(forecast),
        });
  const said = t("client.text", {
    percent: share === null ? words("noValue") : percent(share, locale),
    deviation: deviation === null ? words("noValue") : signed(deviation),
  });
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="w-17 shrink-0 text-ink-2">{name}</span>
      <span title={label}>
        <PlanBullet
          fact={fact}
          plan={plan ?? 0n}
          toDate={toDate}
          forecast={forecast}
          label={`${name}: ${label}`}
          width={width}
        />
      </span>
      <span className={isFarBehind(mark) ? "text-red" : undefined}>
        <Why
          label={`${name}: ${said}`}
          reason={{
            definition: t("client.why"),
            formula:
              toDate === null ? undefined : t("figures.deviationFormula", { fact: full(fact), toDate: full(toDate) }),
            asOf: shortDay(today, locale, today),
          }}
        >
          {said}
        </Why>
      </span>
    </div>
  );
}
