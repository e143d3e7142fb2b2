"use client";

import { ArrowRight, CalendarClock, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { AssignmentRole } from "@/lib/domain/assignment";
import { addDays } from "@/lib/domain/calendar-date";
import type { TransferPreview as Preview } from "@/lib/features/assignments/queries/preview";
import { day, number } from "@/lib/i18n/format";
import { PreviewEffects } from "./preview-effects";
import { PreviewRow } from "./preview-row";

/** A list is read, not counted: more lines than these are only summed up. */
const SHOWN = 200;

// The list scrolls with the dialog, and holds nothing else that the keyboard could go to.
const reachable = { tabIndex: 0 };

function Note({ tone, icon, children }: { tone: "amber" | "blue"; icon: ReactNode; children: ReactNode }) {
  return (
    <p
      className={cn(
        "flex gap-2 rounded-md px-2.5 py-2 text-ink",
        tone === "amber" ? "bg-amber-soft [&_svg]:text-amber" : "bg-blue-soft [&_svg]:text-blue",
      )}
    >
      <span aria-hidden className="mt-0.5">
        {icon}
      </span>
      <span>{children}</span>
    </p>
  );
}

/** Second step: what the order changes, client by client, what it does not, and what the new owner will see. */
export function TransferPreview({ preview, role, stale }: { preview: Preview; role: AssignmentRole; stale: boolean }) {
  const t = useTranslations("assignments.preview");
  const names = useTranslations("assignments.order");
  const locale = useLocale();
  const head = useRef<HTMLParagraphElement>(null);
  // The step has changed under the reader: the focus goes to what it says.
  useEffect(() => head.current?.focus(), []);
  const { lines, moves, refused, to } = preview;
  const date = day(preview.on, locale);
  const total = lines.length;
  const leaving = lines.filter(({ refused: why, from }) => why === null && from !== null).length;
  const sum =
    role !== "primary"
      ? t("appoints", { total, moves, refused })
      : moves === 0
        ? t("none", { count: total })
        : refused === 0
          ? t("all", { count: total })
          : t("some", { total, moves, refused });
  const sorted = [...lines].sort((a, b) => Number(b.refused !== null) - Number(a.refused !== null));
  const rest = total - SHOWN;
  return (
    <div className="flex flex-col gap-3">
      {stale && (
        <Note tone="amber" icon={<TriangleAlert size={15} />}>
          {t("changed")}
        </Note>
      )}
      <p ref={head} tabIndex={-1} className="font-semibold text-lg outline-none">
        {sum}
      </p>
      {moves > 0 && preview.when === "back-dated" && role === "primary" && (
        <Note tone="amber" icon={<TriangleAlert size={15} />}>
          {t("backDated", { date })}
        </Note>
      )}
      {moves > 0 && <PreviewEffects effects={preview.effects} on={preview.on} when={preview.when} />}
      {moves > 0 && preview.when === "future" && (
        <Note tone="blue" icon={<CalendarClock size={15} />}>
          {t(role === "primary" ? "future" : "futurePart", { date })}
        </Note>
      )}
      {moves > 0 && to && (
        <div className="text-ink-2">
          <p>{t("sees", { date, name: to.name })}</p>
          <ul className="mt-0.5 list-disc pl-4.5 marker:text-ink-3">
            <li>
              {t("seesHistory", { count: moves })} · {t("seesContacts", { count: preview.contacts })}
            </li>
            <li>{t("seesNot")}</li>
            {role === "primary" && <li>{t("load", { later: to.clientsThen, now: number(to.clientsNow, locale) })}</li>}
          </ul>
          {role === "primary" && leaving > 0 && <p className="mt-1">{t("leaves", { date, count: leaving })}</p>}
        </div>
      )}
      <section aria-label={t("title")} {...reachable} className="overflow-hidden rounded-lg border border-line">
        <div
          aria-hidden
          className="hidden grid-cols-[minmax(0,1.2fr)_minmax(0,0.9fr)_16px_minmax(0,1.3fr)] gap-x-2 border-line border-b px-2.5 py-1.5 text-ink-3 text-xs sm:grid"
        >
          <span>{t("client")}</span>
          <span>{t("owner")}</span>
          <span />
          <span>
            {preview.until
              ? t("period", { from: date, last: day(addDays(preview.until, -1), locale) })
              : t("after", { date })}
          </span>
        </div>
        <ul>
          {sorted.slice(0, SHOWN).map((line) => (
            <PreviewRow key={line.clientId} line={line} arrow={<ArrowRight size={14} />} />
          ))}
          {rest > 0 && <li className="px-2.5 py-2 text-ink-3">{names("names", { names: "…", count: rest })}</li>}
        </ul>
      </section>
    </div>
  );
}
