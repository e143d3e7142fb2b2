"use client";

import { Menu, Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { openPalette } from "./commands";
import { currentItem, type NavGroup } from "./nav-items";
import { NavList } from "./nav-list";

const cell = "flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-ink-2";

/** The navigation of a phone: three screens, the search and the rest, within reach of a thumb. */
export function BottomBar({ groups, children }: { groups: readonly NavGroup[]; children: ReactNode }) {
  const t = useTranslations("shell");
  const path = usePathname();
  const [open, setOpen] = useState(false);
  const first = groups.flatMap((group) => group.items).slice(0, 3);
  const here = currentItem(groups, path);
  return (
    <nav
      aria-label={t("navigation")}
      data-print="none"
      className="fixed inset-x-0 bottom-0 z-30 flex h-14 border-line border-t bg-sheet pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {first.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item === here ? "page" : undefined}
          className={cn(cell, item === here && "font-medium text-green")}
        >
          <span aria-hidden className="relative">
            {item.icon}
            {item.tone === "due" && item.count ? (
              <span className="absolute -top-0.5 -right-1 size-1.5 rounded-full bg-red" />
            ) : null}
          </span>
          <span className="max-w-full truncate px-0.5">{item.label}</span>
        </Link>
      ))}
      <button type="button" className={cell} onClick={openPalette}>
        <Search aria-hidden size={18} />
        <span className="max-w-full truncate px-0.5">{t("palette.search")}</span>
      </button>
      <button type="button" className={cell} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <Menu aria-hidden size={18} />
        <span className="max-w-full truncate px-0.5">{t("menu")}</span>
      </button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent title={t("menu")}>
          <div className="flex flex-col gap-4">
            <div className="flex flex-col">
              <NavList groups={groups} onGo={() => setOpen(false)} />
            </div>
            <div className="border-line border-t pt-2">{children}</div>
          </div>
        </DialogContent>
      </Dialog>
    </nav>
  );
}
