"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Card } from "@/components/ui/card";
import { addDays, monthOf, weekday } from "@/lib/domain/calendar-date";
import type { CalendarMonth } from "@/lib/features/calendar/queries";
import type { CalendarDay } from "@/lib/features/calendar/queries/calendar-days";
import { number } from "@/lib/i18n/format";
import { DayButton } from "./day-button";
import { HoursDialog } from "./hours-dialog";

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months with their sums. One day at a time can be reached by Tab; arrows go from day to day across months. */
export function MonthGrids({ months, today }: { months: readonly CalendarMonth[]; today: string }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const first = months[0]?.month ?? today;
  const inYear = months.some((one) => one.days.some(({ day }) => day === today));
  const [at, setAt] = useState(inYear ? today : first);
  const [timed, setTimed] = useState<CalendarDay>();

  function move(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.dataset.day) return;
    event.preventDefault();
    // Before the day's own trigger hears it: there an arrow would open the menu.
    event.stopPropagation();
    root.current?.querySelector<HTMLElement>(`[data-day="${addDays(event.target.dataset.day, step)}"]`)?.focus();
  }

  return (
    <section
      ref={root}
      aria-label={t("grid")}
      onKeyDownCapture={move}
      className="grid grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))] gap-3.5"
    >
      {months.map(({ month, days, sum }) => (
        <Card key={month} className="px-3 pb-3">
          <header className="mb-1.5 flex items-baseline gap-2">
            <h2 className="font-semibold">{t(`month.m${monthOf(month) as Month}`)}</h2>
            <p className="num ml-auto text-ink-3 text-xs">
              {t("daysInMonth", { days: sum.days })} ·{" "}
              {t("hoursInMonth", { hours: number(sum.minutes / 60, locale, { digits: 2 }) })}
            </p>
          </header>
          <div className="grid grid-cols-7 gap-0.5">
            {t("week")
              .split(" ")
              .map((name) => (
                <span key={name} aria-hidden className="pb-0.5 text-center text-2xs text-ink-3">
                  {name}
                </span>
              ))}
            {days.map((day, index) => (
              <div key={day.day} style={index === 0 ? { gridColumnStart: weekday(day.day) } : undefined}>
                <DayButton
                  day={day}
                  isToday={day.day === today}
                  reachable={day.day === at}
                  onReach={setAt}
                  onOtherHours={setTimed}
                />
              </div>
            ))}
          </div>
        </Card>
      ))}
      {timed && <HoursDialog key={timed.day} day={timed} onClose={() => setTimed(undefined)} />}
    </section>
  );
}
