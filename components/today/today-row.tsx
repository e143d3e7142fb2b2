import { useLocale, useTranslations } from "next-intl";
import { LogTouchButton } from "@/components/touches/log-touch-button";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { TodayRow as Row } from "@/lib/features/today/queries";
import { phone, shortDay } from "@/lib/i18n/format";
import { ReasonLine } from "./reason-line";

/** A client to think of today: all its reasons, what was said last, whom to call, and the way to write it down. */
export function TodayRow({ row, today, mayLog }: { row: Row; today: string; mayLog: boolean }) {
  const t = useTranslations("today");
  const words = useTranslations("words");
  const locale = useLocale();
  const { contact, talk } = row;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-hair border-b px-3.5 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-[1_1_320px]">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link href={`/clients/${row.id}`} className="font-medium hover:underline">
            {row.name}
          </Link>
          {row.tier && <Badge title={words(`tier.${row.tier}`)}>{row.tier}</Badge>}
          {row.city && <span className="text-ink-3 text-xs">{row.city}</span>}
        </p>
        <ul className="mt-0.5 flex flex-col gap-0.5">
          {row.reasons.map((reason, at) => (
            <ReasonLine key={`${reason.kind} ${"name" in reason ? reason.name : at}`} reason={reason} today={today} />
          ))}
        </ul>
        {talk && (
          <p className="mt-0.5 line-clamp-2 text-ink-3 text-xs">
            {t("last", { day: shortDay(talk.onDay, locale, today), text: talk.text })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:w-full max-sm:justify-between">
        {contact && (
          <span className="flex flex-col text-xs sm:items-end">
            <span className="text-ink-2">{contact.name}</span>
            {contact.phone && (
              <a
                href={`tel:${contact.phone}`}
                aria-label={t("call", { name: contact.name })}
                className="link num max-sm:text-left"
              >
                {phone(contact.phone)}
              </a>
            )}
          </span>
        )}
        {mayLog && (
          <LogTouchButton clientId={row.id} variant="outline">
            {t("log")}
          </LogTouchButton>
        )}
      </div>
    </li>
  );
}
