"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { removeNeed } from "@/lib/features/needs/actions";
import type { NeedRow } from "@/lib/features/needs/queries";
import { day } from "@/lib/i18n/format";
import { NeedState } from "./need-state";

type Props = { clientId: string; need: NeedRow; mayEdit: boolean; onEdit: () => void };

export function NeedLine({ clientId, need, mayEdit, onEdit }: Props) {
  const t = useTranslations("needs");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const { run, pending } = useAct(removeNeed);
  const { id, title, offer, closedOn } = need;
  const source = need.contactName ?? need.by;

  async function remove() {
    const result = await run({ id, clientId, removed: true });
    if (!result.ok) return;
    toast.undo(t("removed", { title }), ui("undo"), () => run({ id, clientId, removed: false }));
  }

  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0">
      <div className="min-w-0 flex-[2_1_260px]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="font-medium">{title}</span>
          <NeedState need={need} />
        </p>
        {need.detail && <p className="max-w-[75ch] whitespace-pre-line text-ink-2">{need.detail}</p>}
        <p className="text-ink-3 text-xs">
          {t(`kind.${need.kind}`)}
          {" · "}
          {source ? t("saidBy", { who: source, day: day(need.raisedOn, locale) }) : day(need.raisedOn, locale)}
          {need.status === "solved" && closedOn && ` · ${t("solved", { day: day(closedOn, locale) })}`}
          {need.status === "dropped" &&
            closedOn &&
            ` · ${t("dropped", { day: day(closedOn, locale), reason: need.dropReason ?? "" })}`}
        </p>
      </div>
      <div className="min-w-0 flex-[1_1_220px]">
        {offer ? (
          <>
            <p className="text-2xs text-ink-3">
              {t("ours")}
              {need.offeredOn && ` · ${t("offered", { day: day(need.offeredOn, locale) })}`}
            </p>
            <p className="whitespace-pre-line">{offer}</p>
          </>
        ) : (
          closedOn === null && <p className="text-amber">{t("noOffer")}</p>
        )}
      </div>
      {mayEdit && (
        <span data-print="none" className="flex gap-0.5">
          <Button variant="ghost" size="icon-sm" aria-label={t("edit", { title })} onClick={onEdit}>
            <Pencil aria-hidden size={14} />
          </Button>
          <Button variant="ghost" size="icon-sm" aria-label={t("remove", { title })} pending={pending} onClick={remove}>
            <Trash2 aria-hidden size={14} />
          </Button>
        </span>
      )}
    </li>
  );
}
