"use client";

import { Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { removeNumber } from "@/lib/features/numbers/actions";
import type { NumberRow } from "@/lib/features/numbers/queries";
import { day } from "@/lib/i18n/format";
import { useNumberText } from "./number-text";
import { useValueSource } from "./value-source";

/** All values of a number, latest first; one that was wrong is taken back. */
export function NumberHistory({
  clientId,
  number,
  mayEdit,
}: {
  clientId: string;
  number: NumberRow;
  mayEdit: boolean;
}) {
  const t = useTranslations("numbers");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const textOf = useNumberText();
  const sourceOf = useValueSource();
  const { run, pending } = useAct(removeNumber);
  const { name, history } = number;

  async function takeBack(id: string) {
    const result = await run({ clientId, id, removed: true });
    if (!result.ok) return;
    toast.undo(t("takenBack", { name }), ui("undo"), () => run({ clientId, id, removed: false }));
  }

  return (
    <details className="text-xs">
      <summary
        aria-label={t("history", { name })}
        className="inline-flex min-h-6 items-center text-ink-3 hover:text-ink"
      >
        {t("historyCount", { count: history.length })}
      </summary>
      <ul className="pb-1">
        {history.map((value) => (
          <li key={value.id} className="flex flex-wrap items-center gap-x-3 py-0.5">
            <span className="w-24 text-ink-3">{day(value.asOf, locale)}</span>
            <span className="min-w-28 break-words">{textOf(number, value)}</span>
            <span className="min-w-0 flex-1 text-ink-3">{sourceOf(value)}</span>
            {mayEdit && (
              <Button
                variant="ghost"
                size="icon-sm"
                title={t("takeBack")}
                aria-label={`${t("takeBack")}: ${name}, ${textOf(number, value)}, ${day(value.asOf, locale)}`}
                pending={pending}
                onClick={() => takeBack(value.id)}
              >
                <Undo2 aria-hidden size={13} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
