"use client";

import { CalendarDays } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { addDays, type CalendarDate } from "@/lib/domain/calendar-date";
import { cn } from "./cn";
import { useFieldWiring } from "./field";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import { readTyped, showTyped } from "./typed-day";

const Calendar = dynamic(() => import("./calendar"), { ssr: false, loading: () => <div className="h-62 w-56" /> });

export type DateInputProps = {
  /** Puts the ISO day into the form under this name. */
  name?: string;
  value?: CalendarDate | "";
  defaultValue?: CalendarDate | "";
  onValueChange?: (day: CalendarDate | "") => void;
  /** The company's day (from the scope); the browser's clock is not asked. */
  today?: CalendarDate;
  min?: CalendarDate;
  max?: CalendarDate;
  disabled?: boolean;
  required?: boolean;
  id?: string;
  className?: string;
};

/** Typed as people of this language write a day; ↑ and ↓ move it by one; the button opens a calendar. */
export function DateInput(props: DateInputProps) {
  const locale = useLocale();
  const t = useTranslations("ui.date");
  const wiring = useFieldWiring({ id: props.id, required: props.required });
  const [own, setOwn] = useState<CalendarDate | "">(props.defaultValue ?? "");
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const value = props.value ?? own;
  const format = t("format");

  const fits = (day: CalendarDate) => (!props.min || day >= props.min) && (!props.max || day <= props.max);
  const give = (day: CalendarDate | "") => {
    setTyped(undefined);
    if (props.value === undefined) setOwn(day);
    if (day !== value) props.onValueChange?.(day);
  };
  const wrong = typed !== undefined && readTyped(typed, locale) === null;

  function settle() {
    if (typed === undefined) return;
    const day = readTyped(typed, locale);
    if (day === "" || (day && fits(day))) give(day);
  }

  return (
    <span className={cn("relative block w-full min-w-0 max-w-44", props.className)}>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        {...wiring}
        aria-invalid={wiring["aria-invalid"] || wrong || undefined}
        title={wrong ? t("wrong", { format }) : undefined}
        placeholder={format}
        disabled={props.disabled}
        className="control h-control w-full min-w-0 pr-8 pl-2"
        value={typed ?? (value && showTyped(value, locale))}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
          if (event.key === "Enter") settle();
          const from = value || props.today;
          if (!step || !from || typed !== undefined) return;
          event.preventDefault();
          const day = value ? addDays(from, step) : from;
          if (fits(day)) give(day);
        }}
      />
      {props.name && <input type="hidden" name={props.name} value={value} />}
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger
          aria-label={t("open")}
          disabled={props.disabled}
          className="absolute top-0.5 right-0.5 grid size-6.5 place-items-center rounded-sm text-ink-3 hover:bg-hair hover:text-ink disabled:opacity-50"
        >
          <CalendarDays aria-hidden size={15} />
        </PopoverTrigger>
        <PopoverContent label={t("label")} align="end" className="w-fit p-2">
          <Calendar
            value={value}
            locale={locale}
            today={props.today}
            min={props.min}
            max={props.max}
            onPick={(day) => {
              give(day);
              setOpen(false);
            }}
          />
        </PopoverContent>
      </Popover>
    </span>
  );
}
