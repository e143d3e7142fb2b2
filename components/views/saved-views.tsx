"use client";

import { BookmarkPlus, Check, Pencil, Trash2 } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { chipLook } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { deleteView, saveView } from "@/lib/features/views/actions";
import type { ViewRow } from "@/lib/features/views/queries";
import { ViewNameDialog } from "./view-name-dialog";

type Page = "/book";

/** What of an address is a view: the page that one is on is not, and the order of the words says nothing. */
function viewOf(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete("page");
  kept.sort();
  return kept.toString();
}

/** The kept addresses of a list: open, keep, rename, delete. A page's own worker sees the own ones alone. */
export function SavedViews({ page, views, mayKeep }: { page: Page; views: readonly ViewRow[]; mayKeep: boolean }) {
  const t = useTranslations("views");
  const words = useTranslations("ui");
  const here = viewOf(new URLSearchParams(useSearchParams()));
  const active = views.find((view) => viewOf(new URLSearchParams(view.query)) === here);
  const [open, setOpen] = useState(false);
  const [named, setNamed] = useState<ViewRow | "new">();
  const remove = useAct(deleteView);
  const restore = useAct(saveView);

  async function drop(view: ViewRow) {
    const result = await remove.run({ id: view.id });
    if (!result.ok) return;
    toast.undo(t("deleted", { name: view.name }), words("undo"), () => {
      restore.run({ page, name: view.name, query: view.query });
    });
  }

  if (!mayKeep && views.length === 0) return null;
  return (
    <>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger className={chipLook({ active: active !== undefined, className: "max-w-52" })}>
          <span className="truncate">{active?.name ?? t("menu")}</span>
        </PopoverTrigger>
        <PopoverContent label={t("list")} align="end" className="w-72 p-1.5">
          {views.length === 0 && <p className="px-2 py-1.5 text-ink-2">{t("none")}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.id} className="flex items-center gap-0.5">
                <Link
                  href={`${page}?${view.query}`}
                  onClick={() => setOpen(false)}
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
                      onClick={() => setNamed(view)}
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
              onClick={() => setNamed("new")}
            >
              <BookmarkPlus aria-hidden size={14} />
              {t("save")}
            </button>
          )}
        </PopoverContent>
      </Popover>
      {named && (
        <ViewNameDialog
          page={page}
          query={here}
          view={named === "new" ? undefined : named}
          onClose={() => {
            setNamed(undefined);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
