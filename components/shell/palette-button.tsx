"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { openPalette } from "./commands";

/** "Ctrl K find or do", at the foot of the navigation. */
export function PaletteButton() {
  const t = useTranslations("shell.palette");
  return (
    <button
      type="button"
      onClick={openPalette}
      className="flex min-h-7.5 w-full items-center gap-1.5 rounded-md px-2 text-left text-ink-3 hover:bg-hair hover:text-ink-2"
    >
      <Kbd keys="mod+k" />
      {t("open")}
    </button>
  );
}
