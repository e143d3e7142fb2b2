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
    <li className="border-hair border-b px-3.5 py-1.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-[1_1_130px] text-ink-2">{name}</span>
        <span className="num min-w-0 flex-[1_1_130px] break-words font-medium">{textOf(number, latest)}</span>
        <span className="min-w-0 flex-[3_1_240px] text-ink-3 text-xs">
          {freshness.state !== "fresh" && (
            <Badge tone={tone[freshness.state]} className="mr-1.5">
              {t(`state.${freshness.state}`)}
            </Badge>
          )}
          {day(latest.asOf, locale)} · {t("age", { age: freshness.ageDays })} · {sourceOf(latest)}
        </span>
        {mayEdit && (
          <span data-print="none" className="flex items-center gap-1">
            {freshness.state !== "fresh" && <ConfirmNumber clientId={clientId} id={latest.id} name={name} />}
            <Button variant="ghost" size="icon-sm" aria-label={t("change", { name })} onClick={onEdit}>
              <Pencil aria-hidden size={14} />
            </Button>
          </span>
        )}
      </div>
      {(number.history.length > 1 || mayEdit) && (
        <NumberHistory clientId={clientId} number={number} mayEdit={mayEdit} />
      )}
    </li>
  );
}
