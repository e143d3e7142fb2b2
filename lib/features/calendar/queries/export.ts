import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { weekday, yearOf } from "@/lib/domain/calendar-date";
import { translator } from "@/lib/i18n/messages";
import { calendarFilter } from "../schema";
import { type CalendarDay, calendarDays } from "./calendar-days";
import { calendarFrom, readMain } from "./working-calendar";

/** A year of the company's calendar, a row for each day. */
export const exportCalendar = exportFile(
  { name: "calendar", ability: "company:edit", filter: calendarFilter },
  async (scope, filter): Promise<Exported<CalendarDay>> => {
    const own = await readMain(scope);
    const year = filter.year ?? yearOf(scope.today);
    const calendar = calendarFrom(own, scope.company.zone);
    const t = translator(scope.locale, "calendar");
    const e = translator(scope.locale, "exports");
    const { text, day, decimal, yesNo } = exportFields<CalendarDay>(scope);
    return {
      title: `${t("title")} ${year}`,
      fields: [
        day("day", e("day"), (row) => row.day),
        text("weekday", e("weekday"), (row) => t(`weekday.d${weekday(row.day)}`), 14),
        text("state", e("kind"), (row) => t(`state.${row.state}`), 22),
        decimal("hours", t("hours"), (row) => (row.minutes / 60).toFixed(2)),
        yesNo("own", e("ownMark"), (row) => row.own !== null),
      ],
      rows: calendarDays(calendar, { startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01` }, own?.days ?? []),
    };
  },
);
