import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { Why } from "@/components/ui/why";
import type { LastTalk } from "@/lib/features/touches/queries/last-talk";
import { number } from "@/lib/i18n/format";

/** What the client took of our time (R23), and with how many of its people we are in touch (R86), over 90 days; each says why. */
export function Effort({ clientId, effort }: { clientId: string; effort: LastTalk["effort"] }) {
  const t = useTranslations("touches.effort");
  const locale = useLocale();
  const { minutes, touches, people, known } = effort;
  const spent =
    minutes < 90
      ? t("min", { minutes: number(minutes, locale) })
      : t("hours", { hours: number(minutes / 60, locale, { digits: 1 }) });
  const talks = { href: `/clients/${clientId}/timeline?kind=talks`, label: t("rows") };
  const figures = [
    { key: "touches", value: number(touches, locale), label: t("touches"), why: t("touchesWhy"), rows: talks },
    {
      key: "people",
      value: t("peopleOf", { people: number(people, locale), known: number(known, locale) }),
      label: t("people"),
      why: t("peopleWhy"),
      rows: { href: `/clients/${clientId}/people`, label: t("known") },
    },
    { key: "minutes", value: spent, label: t("minutes"), why: t("minutesWhy"), rows: talks },
  ];
  return (
    <Section title={t("title")}>
      <StatRow className="py-1">
        {figures.map(({ key, value, label, why, rows }) => (
          <Stat
            key={key}
            value={
              <Why align="start" label={`${label}: ${value}`} reason={{ definition: why, rows }}>
                {value}
              </Why>
            }
            label={label}
          />
        ))}
      </StatRow>
    </Section>
  );
}
