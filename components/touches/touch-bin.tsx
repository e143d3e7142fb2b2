"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { binTouch, deletePromise } from "@/lib/features/touches/actions";
import type { BinRow } from "@/lib/features/touches/queries/bin";
import { shortDay } from "@/lib/i18n/format";

type Props = { clientId: string; rows: readonly BinRow[]; today: string; title: string; restore: string };

/** What was thrown away lately and can still be taken back. */
export function TouchBin({ clientId, rows, today, title, restore }: Props) {
  const t = useTranslations("touches");
  const locale = useLocale();
  const touch = useAct(binTouch);
  const promise = useAct(deletePromise);
  if (rows.length === 0) return null;
  return (
    <details className="mt-6 border-line border-t pt-2" data-print="none">
      <summary className="min-h-6 cursor-pointer text-ink-3 text-xs">
        {title} · {rows.length}
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-3 border-hair border-b py-1">
            <span className="min-w-0 flex-1 truncate text-ink-2">
              <span className="font-medium">
                {row.kind === "promise" ? t(`promises.${row.side ?? "ours"}`) : t(`kind.${row.kind}`)}
              </span>{" "}
              {row.text} <span className="text-ink-3">{shortDay(row.onDay, locale, today)}</span>
            </span>
            <Button
              variant="outline"
              size="sm"
              pending={touch.pending || promise.pending}
              aria-label={`${restore}: ${row.text ?? ""}`}
              onClick={() => (row.kind === "promise" ? promise : touch).run({ id: row.id, clientId, deleted: false })}
            >
              {restore}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
