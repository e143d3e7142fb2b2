"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { DayPicker } from "react-day-picker";
import { ru } from "react-day-picker/locale/ru";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Locale } from "@/lib/i18n/locale";

// The library speaks in local midnights; noon keeps a day the same day in every zone and on every clock change.
const toDate = (day: CalendarDate) => new Date(`${day}T12:00:00`);
const two = (part: number) => String(part).padStart(2, "0");
const toDay = (date: Date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const arrow = "grid size-6.5 place-items-center rounded-sm text-ink-2 hover:bg-hair aria-disabled:opacity-40";
const classNames = {
  root: "w-fit",
  months: "relative",
  month_caption: "flex h-7 items-center px-1 font-medium first-letter:uppercase",
  nav: "absolute top-0 right-0 flex gap-0.5",
  button_previous: arrow,
  button_next: arrow,
  month_grid: "mt-1 border-collapse",
  weekday: "h-7 w-8 font-normal text-2xs text-ink-3",
  day: "p-0 text-center",
  day_button: "h-7.5 w-8 rounded-sm hover:bg-[var(--hover)]",
  today: "font-semibold text-green",
  selected: "[&>button]:bg-green [&>button]:text-sheet [&>button]:hover:bg-green",
  outside: "text-ink-3",
  disabled: "opacity-40",
};

function Chevron({ orientation }: { orientation?: "left" | "right" | "up" | "down" }) {
  return orientation === "left" ? <ChevronLeft aria-hidden size={16} /> : <ChevronRight aria-hidden size={16} />;
}

const components = { Chevron };

export type CalendarProps = {
  value: CalendarDate | "";
  onPick: (day: CalendarDate) => void;
  locale: Locale;
  today?: CalendarDate;
  min?: CalendarDate;
  max?: CalendarDate;
};

/** One month, Monday first. Loaded only when a calendar is opened. */
export default function Calendar({ value, onPick, locale, today, min, max }: CalendarProps) {
  const disabled = [...(min ? [{ before: toDate(min) }] : []), ...(max ? [{ after: toDate(max) }] : [])];
  return (
    <DayPicker
      mode="single"
      autoFocus
      showOutsideDays
      weekStartsOn={1}
      locale={locale === "ru" ? ru : undefined}
      selected={value ? toDate(value) : undefined}
      defaultMonth={value || today ? toDate(value || today || "") : undefined}
      today={today ? toDate(today) : undefined}
      disabled={disabled}
      onSelect={(date) => date && onPick(toDay(date))}
      classNames={classNames}
      components={components}
    />
  );
}
