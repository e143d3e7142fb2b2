"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Chip } from "@/components/ui/chip";
import { DateInput } from "@/components/ui/date-input";
import { Field, FieldSet } from "@/components/ui/field";
import { addDays, addMonths, type CalendarDate, dayOf, nextMonday } from "@/lib/domain/calendar-date";
import { longDay, shortDay } from "@/lib/i18n/format";

type Props = {
  legend: string;
  today: CalendarDate;
  value: CalendarDate;
  onChange: (day: CalendarDate) => void;
  error?: string;
};

/** The day on which something takes effect, by one tap: today, next Monday, the first of next month, or a day of one's own. */
export function DayChoice({ legend, today, value, onChange, error }: Props) {
  const t = useTranslations("assignments.order");
  const locale = useLocale();
  const monday = nextMonday(today);
  const first = addDays(addMonths(today, 1), 1 - dayOf(addMonths(today, 1)));
  const offered = [
    { day: today, label: t("today") },
    { day: monday, label: t("monday", { date: shortDay(monday, locale, today) }) },
    ...(first === monday ? [] : [{ day: first, label: t("month", { date: longDay(first, locale) }) }]),
  ];
  const [own, setOwn] = useState(() => !offered.some(({ day }) => day === value));
  return (
    <FieldSet legend={legend} error={own ? undefined : error}>
      <div className="flex flex-wrap items-center gap-1.5">
        {offered.map(({ day, label }) => (
          <Chip
            key={day}
            active={!own && day === value}
            onClick={() => {
              setOwn(false);
              onChange(day);
            }}
          >
            {label}
          </Chip>
        ))}
        <Chip active={own} onClick={() => setOwn(true)}>
          {t("other")}
        </Chip>
      </div>
      {own && (
        <Field label={t("day")} hideLabel error={error} className="mt-1.5">
          <DateInput value={value} today={today} onValueChange={(day) => day && onChange(day)} />
        </Field>
      )}
    </FieldSet>
  );
}
