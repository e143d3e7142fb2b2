import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { addDays } from "@/lib/domain/calendar-date";
import type { StoryEntry } from "@/lib/features/assignments/queries/story";
import { day, percent } from "@/lib/i18n/format";
import { EndPart } from "./end-part";

const dot = {
  current: "border-green bg-green",
  future: "border-green border-dashed bg-sheet",
  past: "border-edge bg-sheet",
};

/** Who worked, works and will work with a client, with the days, the reason and who ordered it. `today` ends a part when `mayEdit`. */
export function AssignmentHistory(props: { entries: readonly StoryEntry[]; today: string; mayEdit: boolean }) {
  const t = useTranslations("assignments.story");
  const role = useTranslations("assignments.order.role");
  const locale = useLocale();
  if (props.entries.length === 0) return <p className="text-ink-3">{t("none")}</p>;
  const span = ({ when, startsOn, endsOn }: StoryEntry) => {
    const from = day(startsOn, locale);
    if (endsOn === null) return when === "future" ? t("from", { date: from }) : t("since", { date: from });
    return t("span", { from, last: day(addDays(endsOn, -1), locale) });
  };
  return (
    <ol className="relative before:absolute before:top-3 before:bottom-3 before:left-[4px] before:w-px before:bg-line">
      {props.entries.map((entry) => (
        <li key={entry.id} className="relative flex gap-3 py-1.5 pl-5">
          <span
            aria-hidden
            className={cn("absolute top-[11px] left-0 size-[9px] rounded-full border-[1.5px]", dot[entry.when])}
          />
          <div className={cn("min-w-0 flex-1", entry.when === "past" && "text-ink-2")}>
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{entry.name}</span>
              <span className="text-ink-2">{role(entry.role)}</span>
              {entry.when === "current" && <Badge tone="green">{t("now")}</Badge>}
              {entry.when === "future" && <Badge tone="blue">{t("future")}</Badge>}
            </p>
            <p className="text-ink-2 text-xs">
              {span(entry)}
              {entry.share > 0 && entry.share < 100 && (
                <> · {t("share", { share: percent(entry.share / 100, locale, { digits: 2 }) })}</>
              )}
              {entry.by && <> · {t("by", { name: entry.by })}</>}
            </p>
            {entry.reason && <p className="break-words text-ink-2 text-xs">{entry.reason}</p>}
          </div>
          {props.mayEdit && entry.role !== "primary" && entry.when !== "past" && (
            <EndPart assignment={entry.id} name={entry.name} today={props.today} begun={entry.when === "current"} />
          )}
        </li>
      ))}
    </ol>
  );
}
