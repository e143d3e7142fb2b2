"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useErrorText } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import type { PreviewLine } from "@/lib/features/assignments/queries/preview";
import { percent } from "@/lib/i18n/format";

/** One client of the preview: whose it is, and what becomes of it or why it stays. */
export function PreviewRow({ line, arrow }: { line: PreviewLine; arrow: ReactNode }) {
  const t = useTranslations("assignments.preview");
  const role = useTranslations("assignments.order.role");
  const words = useTranslations("words");
  const text = useErrorText();
  const locale = useLocale();
  const opened = line.opens.filter(({ memberId }) => memberId !== line.from?.id);
  const ended = line.closes.filter(({ memberId, role: part }) => !(part === "primary" && memberId === line.from?.id));
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_16px_minmax(0,1fr)] items-baseline gap-x-2 gap-y-0.5 border-hair border-b px-2.5 py-1.5 last:border-b-0 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,0.9fr)_16px_minmax(0,1.3fr)]">
      <span className="col-span-3 min-w-0 break-words font-medium sm:col-span-1 sm:font-normal">
        {line.name} <span className="font-normal text-ink-3 text-xs">{line.code}</span>
      </span>
      <span className="min-w-0 break-words text-ink-2">{line.from?.name ?? words("unassigned")}</span>
      <span aria-hidden className="mt-0.5 self-start text-ink-3">
        {line.refused ? null : arrow}
      </span>
      {line.refused ? (
        <span className="min-w-0">
          <Badge tone="amber">{t("stays")}</Badge> <span className="text-ink-2 text-xs">{text(line.refused)}</span>
        </span>
      ) : (
        <span className="min-w-0 break-words">
          {opened.length === 0 && <span className="text-amber">{words("unassigned")}</span>}
          {opened.map((one) => (
            <span key={`${one.memberId}${one.role}${one.on}`}>
              {one.name}
              {one.role !== "primary" && <span className="text-ink-3 text-xs"> · {role(one.role)}</span>}
              {one.share > 0 && one.share < 100 && (
                <span className="text-ink-3 text-xs">
                  {" "}
                  · {t("share", { share: percent(one.share / 100, locale, { digits: 2 }) })}
                </span>
              )}
            </span>
          ))}
          {ended.map((one) => (
            <span key={`${one.memberId}${one.role}`} className="block text-ink-3 text-xs">
              {t("ends", { name: one.name, role: role(one.role).toLocaleLowerCase(locale) })}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}
