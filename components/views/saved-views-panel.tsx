"use client";

import { BookmarkPlus, Check, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { deleteView, saveView } from "@/lib/features/views/actions";
import type { ViewRow } from "@/lib/features/views/queries";

type Props = {
  page: "/book";
  views: readonly ViewRow[];
  active: ViewRow | undefined;
  mayKeep: boolean;
  onGo: () => void;
  onName: (view: ViewRow | "new") => void;
};

/** The list of kept addresses in its panel: open, keep, rename, delete. */
export default function SavedViewsPanel({ page, views, active, mayKeep, onGo, onName }: Props) {
  const t = useTranslations("views");
  const words = useTranslations("ui");
  const remove = useAct(deleteView);
  const restore = useAct(saveView);

  async function drop(view: ViewRow) {
    const result = await remove.run({ id: view.id });
    if (!result.ok) return;
    toast.undo(t("deleted", { name: view.name }), words("undo"), () => {
      restore.run({ page, name: view.name, query: view.query });
    });
  }

  return (
    <>
      {views.length === 0 && <p className="px-2 py-1.5 text-ink-2">{t("none")}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id} className="flex items-center gap-0.5">
            <Link
              href={`${page}?${view.query}`}
              onClick={onGo}
              aria-current={view === active ? "true" : undefined}
              className="flex min-h-7.5 min-w-0 flex-1 items-center gap-2 rounded-sm px-2 py-1 hover:bg-[var(--hover)]"
            >
              <span className="min-w-0 flex-1 truncate">{view.name}</span>
              {view === active && <Check aria-hidden size={14} className="text-green" />}
            </Link>
            {mayKeep && (
              <>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("renameOf", { name: view.name })}
                  onClick={() => onName(view)}
                >
                  <Pencil aria-hidden size={14} />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("deleteOf", { name: view.name })}
                  onClick={() => drop(view)}
                >
                  <Trash2 aria-hidden size={14} />
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {mayKeep && (
        <button
          type="button"
          className={cn(
            "flex min-h-7.5 w-full items-center gap-2 rounded-sm px-2 py-1 text-left text-green hover:bg-[var(--hover)]",
            views.length > 0 && "mt-1 border-hair border-t",
          )}
          onClick={() => onName("new")}
        >
          <BookmarkPlus aria-hidden size={14} />
          {t("save")}
        </button>
      )}
    </>
  );
}
