"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { chipLook } from "@/components/ui/chip";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ViewRow } from "@/lib/features/views/queries";

const SavedViewsPanel = dynamic(() => import("./saved-views-panel"), { ssr: false });
const ViewNameDialog = dynamic(() => import("./view-name-dialog"), { ssr: false });

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
  const here = viewOf(new URLSearchParams(useSearchParams()));
  const active = views.find((view) => viewOf(new URLSearchParams(view.query)) === here);
  const [open, setOpen] = useState(false);
  const [named, setNamed] = useState<ViewRow | "new">();
  if (!mayKeep && views.length === 0) return null;
  return (
    <>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger className={chipLook({ active: active !== undefined, className: "max-w-52" })}>
          <span className="truncate">{active?.name ?? t("menu")}</span>
        </PopoverTrigger>
        <PopoverContent label={t("list")} align="end" className="w-72 p-1.5">
          {open && (
            <SavedViewsPanel
              page={page}
              views={views}
              active={active}
              mayKeep={mayKeep}
              onGo={() => setOpen(false)}
              onName={setNamed}
            />
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
