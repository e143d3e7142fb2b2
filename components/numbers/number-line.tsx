"use client";

import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { NumberRow } from "@/lib/features/numbers/queries";
import { day } from "@/lib/i18n/format";
import { ConfirmNumber } from "./confirm-number";
import { NumberHistory } from "./number-history";
import { useNumberText } from "./number-text";
import { useValueSource } from "./value-source";

type Props = { clientId: string; number: NumberRow; mayEdit: boolean; onEdit: () => void };

const tone = { fresh: "neutral", ageing: "neutral", stale: "amber" } as const;

export function NumberLine({ clientId, number, mayEdit, onEdit }: Props) {
  const t = useTranslations("numbers");
  const locale = useLocale();
  const textOf = useNumberText();
  const sourceOf = useValueSource();
  const { latest, freshness, name } = number;
  if (!latest || !freshness) return null;
  return (
    <li
      id={number.kindId}
      className="grid scroll-mt-4 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-x-3 gap-y-0.5 border-hair border-b px-3.5 py-1.5 last:border-b-0 sm:grid-cols-[150px_170px_minmax(0,1fr)_124px]"
    >
      <span className="text-ink-2">{name}</span>
      <span className="break-words font-medium max-sm:text-right">{textOf(number, latest)}</span>
      <div className="min-w-0 text-ink-3 text-xs max-sm:col-span-2">
        <p>
          {freshness.state !== "fresh" && (
            <Badge tone={tone[freshness.state]} className="mr-1.5">
              {t(`state.${freshness.state}`)}
            </Badge>
          )}
          {day(latest.asOf, locale)} · {t("age", { age: freshness.ageDays })} · {sourceOf(latest)}
        </p>
        {(number.history.length > 1 || mayEdit) && (
          <NumberHistory clientId={clientId} number={number} mayEdit={mayEdit} />
        )}
      </div>
      {mayEdit && (
        <span data-print="none" className="flex items-center justify-end gap-1 max-sm:col-span-2">
          {freshness.state !== "fresh" && <ConfirmNumber clientId={clientId} id={latest.id} name={name} />}
          <Button variant="ghost" size="icon-sm" aria-label={t("change", { name })} onClick={onEdit}>
            <Pencil aria-hidden size={14} />
          </Button>
        </span>
      )}
    </li>
  );
}
