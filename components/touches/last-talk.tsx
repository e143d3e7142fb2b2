import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { daysBetween } from "@/lib/domain/calendar-date";
import type { LastTalk as Talk } from "@/lib/features/touches/queries/last-talk";
import { moment, relativeDays, shortDay } from "@/lib/i18n/format";
import { FoldedText } from "./folded-text";

type Props = { clientId: string; heard: Talk; today: string; zone: string };

/** What was said last, with whom, and what else was talked about lately: what one reads before the next call (R88). */
export function LastTalk({ clientId, heard, today, zone }: Props) {
  const t = useTranslations("touches");
  const locale = useLocale();
  const { talk, topics } = heard;
  return (
    <Section
      title={t("last.title")}
      action={
        <Link href={`/clients/${clientId}/timeline`} className="link text-xs">
          {t("last.all")}
        </Link>
      }
    >
      {talk ? (
        <div className="py-1">
          <p className="text-ink-3 text-xs" title={moment(new Date(talk.at), zone, locale)}>
            {t(`kind.${talk.kind}`)} · {relativeDays(daysBetween(today, talk.onDay), locale)}
            {talk.contacts.length > 0 && ` · ${talk.contacts.map(({ name }) => name).join(", ")}`}
            {talk.minutes !== null && ` · ${t("last.minutes", { minutes: talk.minutes })}`}
            {` · ${t("last.by", { name: talk.author })}`}
          </p>
          {talk.subject && <p className="mt-0.5 font-medium">{talk.subject}</p>}
          {talk.text && <FoldedText text={talk.text} more={t("last.more")} className="mt-0.5" />}
        </div>
      ) : (
        <p className="py-1 text-ink-3">
          {t("last.none")} {t("last.noneText")}
        </p>
      )}
      {topics.length > 0 && (
        <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
          <span className="text-ink-3 text-xs">{t("last.topics")}</span>
          {topics.slice(0, 8).map(({ topic, onDay, contact }) => (
            <Badge
              key={topic}
              title={t("last.topicSince", { day: shortDay(onDay, locale, today), contact: contact ?? "none" })}
            >
              {topic}
            </Badge>
          ))}
        </div>
      )}
    </Section>
  );
}
