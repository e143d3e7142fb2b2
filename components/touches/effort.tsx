import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import type { LastTalk } from "@/lib/features/touches/queries/last-talk";
import { number } from "@/lib/i18n/format";

/** What the client took of our time (R23), and with how many of its people we are in touch (R86), over 90 days; each says why. */
export function Effort({ effort }: { effort: LastTalk["effort"] }) {
  const t = useTranslations("touches.effort");
  const locale = useLocale();
  const { minutes, touches, people, known } = effort;
  const spent =
    minutes < 90
      ? t("min", { minutes: number(minutes, locale) })
      : t("hours", { hours: number(minutes / 60, locale, { digits: 1 }) });
  return (
    <Section title={t("title")}>
      <StatRow className="py-1">
        <Stat value={number(touches, locale)} label={t("touches")} />
        <Stat
          value={t("peopleOf", { people: number(people, locale), known: number(known, locale) })}
          label={t("people")}
          title={t("peopleWhy")}
        />
        <Stat value={spent} label={t("minutes")} title={t("minutesWhy")} />
      </StatRow>
    </Section>
  );
}
