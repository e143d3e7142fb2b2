"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { number } from "@/lib/i18n/format";
import type { BulkAction, Selection } from "./column";

type Props = {
  selection: Selection;
  total: number;
  actions: readonly BulkAction[];
  /** The whole page is chosen and there is more: offers the rest. */
  offerAll: boolean;
  onTakeAll: () => void;
  onClear: () => void;
};

/** Stands over the foot of the table while something is chosen. */
export default function BulkBar({ selection, total, actions, offerAll, onTakeAll, onClear }: Props) {
  const t = useTranslations("ui.table");
  const locale = useLocale();
  return (
    <section
      aria-label={t("actions")}
      data-print="none"
      className="fixed inset-x-3 bottom-3 z-30 mx-auto flex w-fit max-w-[calc(100vw-24px)] animate-in flex-wrap items-center gap-2 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-3.5 shadow-modal max-sm:bottom-16 sm:left-[calc(var(--nav)+12px)]"
    >
      <span role="status" className="font-medium">
        {selection.kind === "all"
          ? t("selectedAll", { count: selection.count })
          : t("selected", { count: selection.count })}
      </span>
      {offerAll && (
        <Button variant="ghost" size="sm" className="text-green" onClick={onTakeAll}>
          {t("selectAll", { count: number(total, locale) })}
        </Button>
      )}
      <span className="flex flex-wrap gap-1.5">
        {actions.map((action) => (
          <Button
            key={action.id}
            variant="outline"
            className={action.tone === "destructive" ? "text-red" : undefined}
            onClick={() => action.run(selection, onClear)}
          >
            {action.icon}
            {action.label}
          </Button>
        ))}
      </span>
      <Button variant="ghost" size="icon" aria-label={t("clearSelection")} onClick={onClear}>
        <X aria-hidden size={15} />
      </Button>
    </section>
  );
}
