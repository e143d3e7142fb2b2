"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { percent } from "@/lib/i18n/format";
import type { Concentrated } from "./concentration-panel";

const ConcentrationPanel = dynamic(() => import("./concentration-panel"), { ssr: false });

/** "top 5 make 41 %", and behind it why: the index, who they are, and what would be left without each of them (R24). */
export function ConcentrationNote({ book }: { book: Concentrated }) {
  const t = useTranslations("book.concentration");
  const locale = useLocale();
  const { top, index } = book.concentration;
  if (!top || index === null) return null;
  return (
    <Popover>
      <PopoverTrigger className="cursor-pointer underline decoration-dotted decoration-ink-3 underline-offset-3 hover:text-ink">
        {t("top", { count: String(top.clients.length), share: percent(top.share, locale) })}
      </PopoverTrigger>
      <PopoverContent label={t("title")} className="w-80">
        <ConcentrationPanel book={book} />
      </PopoverContent>
    </Popover>
  );
}
