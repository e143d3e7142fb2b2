import { useLocale, useTranslations } from "next-intl";
import { TouchDial } from "@/components/charts/touch-dial";
import type { TouchState } from "@/lib/features/touches/queries";
import { number, shortDay } from "@/lib/i18n/format";

type Clock = Pick<TouchState, "days" | "cadence" | "dueOn" | "overdue" | "late">;

/** The dial with its days, of a client or of one person: "◔ 19 d". The whole sentence is read aloud and stands in the title. */
export function TouchClockMark({ clock, today }: { clock: Clock; today: string }) {
  const t = useTranslations("touches.state");
  const locale = useLocale();
  const label = useClockLabel(clock, today);
  return (
    <span title={label} className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <TouchDial days={clock.days} cadence={clock.cadence} label={label} />
      <span aria-hidden className={clock.overdue ? "text-red" : clock.days === null ? "text-ink-3" : undefined}>
        {clock.days === null ? t("none") : t("short", { days: number(clock.days, locale) })}
      </span>
    </span>
  );
}

export function useClockLabel(clock: Clock, today: string): string {
  const t = useTranslations("touches.state");
  const locale = useLocale();
  if (clock.dueOn === null) return t("labelNobody");
  const due = shortDay(clock.dueOn, locale, today);
  return clock.days === null ? t("labelNever", { due }) : t("label", { days: clock.days, cadence: clock.cadence, due });
}

/** A client's clock in words, its executives' and its key people's, each with the day by which it is due. */
export function TouchStateCard({ state, today }: { state: TouchState; today: string }) {
  const t = useTranslations("touches.state");
  const words = useTranslations("words");
  const locale = useLocale();
  const why = state.tier
    ? t("why", { tier: words(`tier.${state.tier}`), cadence: state.cadence })
    : t("whyUntiered", { cadence: state.cadence });
  const line = (clock: Clock, never: string) =>
    [
      clock.days === null ? never : t("days", { days: clock.days }),
      clock.dueOn && (clock.overdue ? null : t("due", { due: shortDay(clock.dueOn, locale, today) })),
    ]
      .filter(Boolean)
      .join(" · ");
  const rows = [
    { key: "client", name: t("every", { cadence: state.cadence }), clock: state, never: t("never") },
    ...(state.executive
      ? [{ key: "executive", name: t("executive"), clock: state.executive, never: t("executiveNever") }]
      : []),
    ...state.people.map((person) => ({ key: person.contactId, name: person.name, clock: person, never: t("none") })),
  ];
  return (
    <ul>
      {rows.map(({ key, name, clock, never }) => (
        <li key={key} className="flex min-h-8 items-center gap-2 border-hair border-b py-1 last:border-b-0">
          <TouchDial days={clock.days} cadence={clock.cadence} label={line(clock, never)} size={18} />
          <span className="min-w-0 flex-1">
            <span className="block truncate" title={key === "client" ? why : undefined}>
              {name}
            </span>
            <span className="block text-ink-3 text-xs">
              {line(clock, never)}
              {clock.overdue && (
                <>
                  {" · "}
                  <span className="text-red">{t("late", { late: clock.late })}</span>
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
