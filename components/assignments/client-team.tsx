import { useLocale, useTranslations } from "next-intl";
import { addDays } from "@/lib/domain/calendar-date";
import type { StoryEntry } from "@/lib/features/assignments/queries/story";
import { day, shortDay } from "@/lib/i18n/format";

/** One line for a client's header: who owns it and since when, who stands in, who helps, and what is ordered for later. */
export function ClientTeam({ entries, today }: { entries: readonly StoryEntry[]; today: string }) {
  const t = useTranslations("assignments.team");
  const locale = useLocale();
  const short = (date: string) => shortDay(date, locale, today);
  const now = entries.filter(({ when }) => when === "current");
  const owner = now.find(({ role }) => role === "primary");
  const next = entries.find(({ role, when }) => role === "primary" && when === "future");
  const parts = [
    owner ? (
      <span key="owner" className="text-ink">
        {t("primary", { name: owner.name, date: day(owner.startsOn, locale) })}
      </span>
    ) : (
      <span key="owner" className="text-amber">
        {t("none")}
      </span>
    ),
    ...now
      .filter(({ role }) => role === "deputy")
      .map(({ id, name, endsOn }) => (
        <span key={id}>
          {endsOn ? t("deputy", { name, date: short(addDays(endsOn, -1)) }) : t("deputyOpen", { name })}
        </span>
      )),
    ...now
      .filter(({ role }) => role === "specialist")
      .map(({ id, name }) => <span key={id}>{t("specialist", { name })}</span>),
    ...(next ? [<span key="next">{t("next", { name: next.name, date: short(next.startsOn) })}</span>] : []),
    ...(owner?.endsOn && !next
      ? [
          <span key="next" className="text-amber">
            {t("nextNobody", { date: short(owner.endsOn) })}
          </span>,
        ]
      : []),
  ];
  return (
    <ul
      aria-label={t("label")}
      className="flex flex-wrap text-ink-2 [&>li:not(:last-child)]:after:px-1.5 [&>li:not(:last-child)]:after:text-ink-3 [&>li:not(:last-child)]:after:content-['·']"
    >
      {parts.map((part) => (
        <li key={part.key}>{part}</li>
      ))}
    </ul>
  );
}
