"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { usePromises } from "@/components/touches/use-promises";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { TodayPromise } from "@/lib/features/today/queries";
import { shortDay } from "@/lib/i18n/format";

/** Promises of both sides that are due within a week, over all clients; kept in one tap. */
export function DuePromises(props: { promises: readonly TodayPromise[]; today: string; mayEdit: boolean }) {
  const t = useTranslations("touches.promises");
  const locale = useLocale();
  const act = usePromises();
  return (
    <ul>
      {props.promises.map((promise) => (
        <li key={promise.id} className="flex items-start gap-2 border-hair border-b py-1.5 last:border-b-0">
          {props.mayEdit && (
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
              <span className="font-medium">{t(promise.side)}</span> {promise.text}
            </p>
            <p className="text-ink-3 text-xs">
              <Link href={`/clients/${promise.clientId}`} className="link underline">
                {promise.clientName}
              </Link>
              {" · "}
              {promise.late > 0 ? (
                <span className="text-red">{t("late", { late: promise.late })}</span>
              ) : promise.dueOn === props.today ? (
                <span className="text-amber">{t("dueToday")}</span>
              ) : (
                t("due", { day: shortDay(promise.dueOn, locale, props.today) })
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
