"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { useAct } from "@/components/ui/act";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { dayOf, weekday } from "@/lib/domain/calendar-date";
import type { OverrideKind } from "@/lib/domain/working-calendar";
import { markDay, resetDay } from "@/lib/features/calendar/actions";
import type { CalendarDay } from "@/lib/features/calendar/queries/calendar-days";
import { longDay, number } from "@/lib/i18n/format";
import { dayLook } from "./day-look";

type Props = {
  day: CalendarDay;
  isToday: boolean;
  /** The one day that Tab stops at. */
  reachable: boolean;
  onReach: (day: string) => void;
  onOtherHours: (day: CalendarDay) => void;
};
const kinds = ["off", "short", "working"] as const;

/** A day of the year with the menu that says what it is. */
export const DayButton = memo(function DayButton({ day, isToday, reachable, onReach, onOtherHours }: Props) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const mark = useAct(markDay);
  const reset = useAct(resetDay);
  const { own, state } = day;
  const date = longDay(day.day, locale);
  const words = {
    day: date,
    weekday: t(`weekday.d${weekday(day.day)}`),
    state: t(`state.${state}`),
    hours: number(day.minutes / 60, locale, { digits: 2 }),
  };
  const label = [t(day.minutes > 0 ? "dayOfHours" : "day", words), own && t("own"), isToday && t("today")];

  async function choose(kind: OverrideKind) {
    const result = await mark.run({ day: day.day, kind, minutes: null, version: own?.version ?? 0 });
    if (result.ok) toast.success(t("marked", { day: date, state: t(`state.${kind}`) }));
  }
  async function forget(id: string, version: number) {
    const result = await reset.run({ id, version });
    if (result.ok) toast.success(t("resetDone", { day: date }));
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <button
          type="button"
          data-day={day.day}
          tabIndex={reachable ? 0 : -1}
          title={words.state}
          aria-label={label.filter(Boolean).join(", ")}
          aria-current={isToday ? "date" : undefined}
          onFocus={() => onReach(day.day)}
          className={cn(
            dayLook(state, own !== null),
            "hover:bg-[var(--hover)]",
            isToday && "ring-1 ring-ink ring-inset",
          )}
        >
          {dayOf(day.day)}
        </button>
      </DropdownMenuTrigger>
      <DropdownMenuContent label={label.filter(Boolean).join(", ")}>
        {kinds.map((kind) => (
          <DropdownMenuItem
            key={kind}
            disabled={own !== null && state === kind && own.minutes === null}
            onSelect={() => choose(kind)}
          >
            {t(`menu.${kind}`)}
          </DropdownMenuItem>
        ))}
        <DropdownMenuItem onSelect={() => onOtherHours(day)}>{t("menu.hours")}</DropdownMenuItem>
        {own && <DropdownMenuSeparator />}
        {own && <DropdownMenuItem onSelect={() => forget(own.id, own.version)}>{t("menu.reset")}</DropdownMenuItem>}
      </DropdownMenuContent>
    </DropdownMenu>
  );
});
