"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { number } from "@/lib/i18n/format";
import type { TableUrl } from "./use-table-state";

const sizes = [50, 100, 200];
const arrow =
  "grid size-6.5 place-items-center rounded-md border border-line bg-sheet text-ink-2 hover:border-edge disabled:opacity-40 disabled:hover:border-line";

/** Where we are in the set, the steps to the pages before and after, and how many rows a page has. */
export function Pagination({ url, total, shown }: { url: TableUrl; total: number; shown: number }) {
  const t = useTranslations("ui.table");
  const locale = useLocale();
  const size = Number(url.state.size ?? 50);
  const page = Number(url.state.page ?? 1);
  const pages = Math.max(1, Math.ceil(total / size));
  const from = (page - 1) * size + 1;
  if (total <= (sizes[0] ?? 50) && pages === 1) {
    return <div className="px-1 pt-2 text-ink-3 text-xs">{t("rows", { count: total })}</div>;
  }
  const step = (to: number, label: string, icon: React.ReactNode) =>
    to < 1 || to > pages ? (
      <button type="button" disabled aria-label={label} className={arrow}>
        {icon}
      </button>
    ) : (
      <Link href={url.href({ page: to })} scroll={false} aria-label={label} className={arrow}>
        {icon}
      </Link>
    );
  return (
    <nav
      aria-label={t("pages")}
      data-print="none"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2 text-ink-2 text-xs"
    >
      <span>
        {t("range", {
          from: number(from, locale),
          to: number(from + shown - 1, locale),
          total: number(total, locale),
        })}
      </span>
      <span className="flex items-center gap-1">
        {step(page - 1, t("previous"), <ChevronLeft aria-hidden size={15} />)}
        <span className="px-1.5 text-ink-3">
          {t("page", { page: number(page, locale), pages: number(pages, locale) })}
        </span>
        {step(page + 1, t("next"), <ChevronRight aria-hidden size={15} />)}
      </span>
      <label className="ml-auto flex items-center gap-1.5 text-ink-3">
        {t("pageSize")}
        <select
          className="control h-6.5 border-line px-1 text-xs"
          value={size}
          onChange={(event) => url.go({ size: Number(event.target.value) })}
        >
          {sizes.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </nav>
  );
}
