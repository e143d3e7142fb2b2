"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { confirmAnswers } from "@/lib/features/profile/actions";
import type { ProfileRow } from "@/lib/features/profile/queries";
import { day } from "@/lib/i18n/format";

const AnswerForm = dynamic(() => import("./answer-form"), { ssr: false });

/** One question with its answer, which is edited where it stands. */
export function ProfileLine({ clientId, row, mayEdit }: { clientId: string; row: ProfileRow; mayEdit: boolean }) {
  const t = useTranslations("profile");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { run, pending } = useAct(confirmAnswers);
  const isStale = row.freshness?.state === "stale";
  const question = row.text;

  async function confirm() {
    const result = await run({ clientId, questionIds: [row.id] });
    if (result.ok) toast.success(t("confirmedAll", { count: 1 }));
  }

  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-0.5 border-hair border-b px-3.5 py-1.5 last:border-b-0 sm:grid-cols-[minmax(0,5fr)_minmax(0,7fr)_124px]">
      <span className="text-ink-2 max-sm:col-span-2">{question}</span>
      <span className={open ? "min-w-0 max-sm:col-span-2 sm:col-span-2" : "min-w-0"}>
        {open ? (
          <AnswerForm clientId={clientId} row={row} onClose={() => setOpen(false)} />
        ) : row.said === null ? (
          <span className="text-ink-3">{t("unanswered")}</span>
        ) : (
          <>
            <span className="whitespace-pre-line break-words">{row.said}</span>
            {row.confirmedOn && (
              <span className="block text-2xs text-ink-3">
                {row.confirmedBy
                  ? t("confirmedBy", { day: day(row.confirmedOn, locale), who: row.confirmedBy })
                  : t("confirmedOn", { day: day(row.confirmedOn, locale) })}
                {isStale && (
                  <Badge tone="amber" className="ml-1.5">
                    {t("ask")}
                  </Badge>
                )}
              </span>
            )}
          </>
        )}
      </span>
      {mayEdit && !open && (
        <span data-print="none" className="flex items-center justify-end gap-1">
          {isStale && (
            <Button
              variant="outline"
              size="sm"
              aria-label={t("confirmOf", { question })}
              pending={pending}
              onClick={confirm}
            >
              {t("confirm")}
            </Button>
          )}
          {row.said === null ? (
            <Button variant="ghost" size="sm" aria-label={t("answerTo", { question })} onClick={() => setOpen(true)}>
              {t("answer")}
            </Button>
          ) : (
            <Button variant="ghost" size="icon-sm" aria-label={t("change", { question })} onClick={() => setOpen(true)}>
              <Pencil aria-hidden size={14} />
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
