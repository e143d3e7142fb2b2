import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { Stat, StatRow } from "@/components/ui/stat";
import type { CalendarPage } from "@/lib/features/calendar/queries";
import { number } from "@/lib/i18n/format";
import { DayLegend } from "./day-legend";
import { MonthGrids } from "./month-grids";

/** A year of working days: its totals, what is not known of it, and its twelve months. */
export async function YearView({ calendar }: { calendar: CalendarPage }) {
  const locale = await getLocale();
  const t = await getTranslations("calendar");
  const { year, years, sum, weekly, months, today } = calendar;
  return (
    <div className="flex w-full min-w-0 flex-col gap-3.5">
      <nav aria-label={t("years")} className="flex flex-wrap gap-1.5">
        {years.map((one) => (
          <ChipLink key={one.year} href={`/admin/calendar?year=${one.year}`} active={one.year === year}>
            {one.known ? one.year : t("unknownYear", { year: String(one.year) })}
          </ChipLink>
        ))}
      </nav>
      {weekly && (
        <p role="status" className="rounded-md bg-amber-soft px-3 py-2 text-amber">
          {t("weekly", { year: String(year) })}
        </p>
      )}
      <Card className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <StatRow>
          <Stat size="large" value={sum.days} label={t("sum.total", { count: sum.days })} />
          <Stat
            size="large"
            value={number(sum.minutes / 60, locale, { digits: 2 })}
            label={t("sum.hours", { count: sum.minutes / 60 })}
          />
          <Stat size="large" value={sum.shortDays} label={t("sum.shortDays", { count: sum.shortDays })} />
        </StatRow>
        <DayLegend />
      </Card>
      <MonthGrids key={year} months={months} today={today} />
    </div>
  );
}
