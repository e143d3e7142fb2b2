"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { PromiseRow } from "@/lib/features/touches/queries/promises";
import { shortDay } from "@/lib/i18n/format";
import type { usePromises } from "./use-promises";

type Props = {
  promise: PromiseRow;
  today: string;
  mayEdit: boolean;
  act: ReturnType<typeof usePromises>;
  /** Whose it is, before or after the day. */
  before?: ReactNode;
  after?: ReactNode;
  menu?: ReactNode;
};

/** A promise of either side with its day, late ones in red; kept in one tap. */
export function PromiseLine({ promise, today, mayEdit, act, before, after, menu }: Props) {
  const t = useTranslations("touches.promises");
  return (
    <li className="flex items-start gap-2 border-hair border-b py-1.5 last:border-b-0">
      {mayEdit && promise.status === "open" && (
        <Button
          variant="outline"
          size="icon-sm"
          className="mt-px"
          aria-label={`${t("keep")}: ${promise.text}`}
          title={t("keep")}
          pending={act.pending === promise.id}
          onClick={() => act.end(promise, "kept")}
        >
          <Check aria-hidden size={14} />
        </Button>
      )}
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <span className="font-medium">{t(promise.side)}:</span> {promise.text}
        </p>
        <p className="text-ink-3 text-xs">
          {before}
          <State promise={promise} today={today} />
          {after}
        </p>
      </div>
      {menu}
    </li>
  );
}

function State({ promise: { status, late, dueOn }, today }: { promise: PromiseRow; today: string }) {
  const t = useTranslations("touches.promises");
  const locale = useLocale();
  if (status !== "open") return t(`status.${status}`);
  if (late > 0) return <span className="text-red">{t("late", { late })}</span>;
  if (dueOn === today) return <span className="text-amber">{t("dueToday")}</span>;
  return t("due", { day: shortDay(dueOn, locale, today) });
}
