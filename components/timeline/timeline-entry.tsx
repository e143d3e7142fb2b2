import { useLocale, useTranslations } from "next-intl";
import { FoldedText } from "@/components/touches/folded-text";
import { TouchMenu } from "@/components/touches/touch-menu";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { TimelineEntry as Entry } from "@/lib/features/timeline/queries";
import { moment, shortDay } from "@/lib/i18n/format";

const dots = {
  was: "border-ink-3 bg-paper",
  waits: "border-green bg-green",
  late: "border-red bg-red",
  good: "border-green bg-green-soft",
};

type Props = {
  entry: Entry;
  clientId: string;
  today: string;
  zone: string;
  /** The first of its day: only that one bears the date. */
  dated: boolean;
};

export function TimelineEntry({ entry, clientId, today, zone, dated }: Props) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const date = entry.month ?? shortDay(entry.day, locale, today);
  const title = entry.href ? (
    <Link href={entry.href} className="font-medium hover:underline">
      {entry.title}
    </Link>
  ) : (
    <span className="font-medium">{entry.title}</span>
  );
  return (
    <li className="group/entry relative grid grid-cols-[62px_minmax(0,1fr)] gap-x-6 py-1.5 sm:grid-cols-[82px_minmax(0,1fr)]">
      <time dateTime={entry.day} title={moment(new Date(entry.at), zone, locale)} className="text-right text-ink-3">
        <span className={dated || entry.month ? undefined : "sr-only"}>{date}</span>
      </time>
      <span
        aria-hidden
        className={cn(
          "absolute top-[12px] left-[70px] size-[9px] rounded-full border-[1.5px] sm:left-[90px]",
          dots[entry.mark ?? "was"],
        )}
      />
      <div className="flex min-w-0 items-start gap-1">
        <div className="min-w-0 flex-1">
          <p className="break-words">
            {title} {entry.text}
            {entry.badge && (
              <>
                {" "}
                <Badge tone={entry.badge.tone}>{entry.badge.text}</Badge>
              </>
            )}
            {entry.tail && <span className="text-ink-3"> {entry.tail}</span>}
          </p>
          {entry.body && <FoldedText text={entry.body} more={t("more")} className="text-ink-2" />}
        </div>
        {entry.touch && (
          <span className="-my-0.5 opacity-0 transition-opacity focus-within:opacity-100 group-hover/entry:opacity-100 max-sm:opacity-100">
            <TouchMenu
              id={entry.touch.id}
              clientId={clientId}
              edit={entry.touch.edit}
              label={`${t("about")} ${entry.title}, ${date}`}
            />
          </span>
        )}
      </div>
    </li>
  );
}
