"use client";

import { CircleStop, Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { contractStanding, contractTyped } from "@/lib/domain/contract";
import { dropContract, saveContract } from "@/lib/features/contracts/actions";
import type { ContractRow } from "@/lib/features/contracts/queries";
import { day, money } from "@/lib/i18n/format";
import { standingTone, statusTone, usePeriodText, useStandingText } from "./contract-words";

type Props = {
  clientId: string;
  contract: ContractRow;
  today: string;
  currency: string;
  mayEdit: boolean;
  onEdit: () => void;
  onEnd: () => void;
};

export function ContractLine({ clientId, contract, today, currency, mayEdit, onEdit, onEnd }: Props) {
  const t = useTranslations("contracts");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const period = usePeriodText();
  const standingText = useStandingText();
  const drop = useAct(dropContract);
  const restore = useAct(saveContract);
  const { id, version, number, status, signedOn, startsOn, endsOn, amount, note } = contract;
  const standing = contractStanding(contract, today);
  const said = standingText(standing);

  async function remove() {
    const result = await drop.run({ clientId, id, version });
    if (!result.ok) {
      if (result.code === "conflict") toast.error(ui("conflict.title"));
      return;
    }
    const values = contractTyped(contract, currency, locale === "ru" ? "," : ".");
    toast.undo(t("dropped", { number }), ui("undo"), () => restore.run({ ...values, clientId, id: null, version: 0 }));
  }

  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0">
      <div className="min-w-0 flex-[2_1_260px]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="break-words font-medium">{number}</span>
          <Badge tone={statusTone[status]}>{t(`status.${status}`)}</Badge>
        </p>
        <p className="text-ink-2">
          {[period(startsOn, endsOn), signedOn && t("signed", { day: day(signedOn, locale) })]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {note && <p className="max-w-[75ch] whitespace-pre-line text-ink-3 text-xs">{note}</p>}
      </div>
      <div className="min-w-0 flex-[1_1_150px] sm:text-right">
        <p className="tabular-nums">{amount !== null && money(amount, contract.currency ?? currency, locale)}</p>
        {said && <p className={standingTone[standing.kind] ?? "text-ink-2"}>{said}</p>}
      </div>
      {mayEdit && (
        <span data-print="none" className="flex min-w-21 justify-end gap-0.5">
          {status === "signed" && (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("end", { number })}
              title={t("endTitle")}
              onClick={onEnd}
            >
              <CircleStop aria-hidden size={14} />
            </Button>
          )}
          <Button variant="ghost" size="icon-sm" aria-label={t("edit", { number })} onClick={onEdit}>
            <Pencil aria-hidden size={14} />
          </Button>
          {status === "draft" && (
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("drop", { number })}
              pending={drop.pending}
              onClick={remove}
            >
              <Trash2 aria-hidden size={14} />
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
