"use client";

import { Check, MoreHorizontal, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { promiseEnds } from "@/lib/domain/promise";
import type { PromiseRow } from "@/lib/features/touches/queries/promises";
import { shortDay } from "@/lib/i18n/format";
import { usePromises } from "./use-promises";

const PromiseDialog = dynamic(() => import("./promise-dialog"), { ssr: false });

type Props = { clientId: string; promises: readonly PromiseRow[]; today: string; mayEdit: boolean };

/** What both sides promised and have not done yet, late ones in red; an end in one tap, with a way back. */
export function PromiseList({ clientId, promises, today, mayEdit }: Props) {
  const t = useTranslations("touches.promises");
  const locale = useLocale();
  const [edited, setEdited] = useState<PromiseRow | "new">();
  const act = usePromises();
  const open = promises.filter(({ status }) => status === "open");
  const ended = promises.filter(({ status }) => status !== "open").slice(0, 5);
  const line = (promise: PromiseRow) => (
    <li key={promise.id} className="flex items-start gap-2 border-hair border-b py-1.5 last:border-b-0">
      {mayEdit && promise.status === "open" && (
        <Button
          variant="outline"
          size="icon-sm"
          className="mt-px"
          aria-label={`${t("keep")}: ${promise.text}`}
          title={t("keep")}
          pending={act.pending === promise.id}
          onClick={() => act.end(promise, "kept")}
        >
          <Check aria-hidden size={14} />
        </Button>
      )}
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <span className="font-medium">{t(promise.side)}</span> {promise.text}
        </p>
        <p className="text-ink-3 text-xs">
          {promise.status !== "open" ? (
            t(`status.${promise.status}`)
          ) : promise.late > 0 ? (
            <span className="text-red">{t("late", { late: promise.late })}</span>
          ) : promise.dueOn === today ? (
            <span className="text-amber">{t("dueToday")}</span>
          ) : (
            t("due", { day: shortDay(promise.dueOn, locale, today) })
          )}
          {promise.contactName && ` · ${promise.contactName}`}
          {promise.side === "ours" && ` · ${promise.ownerName}`}
        </p>
      </div>
      {mayEdit && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon-sm" aria-label={t("more", { text: promise.text })} data-print="none">
              <MoreHorizontal aria-hidden size={15} />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent label={t("more", { text: promise.text })} align="end">
            {promise.status === "open" ? (
              <>
                {promiseEnds.map((end) => (
                  <DropdownMenuItem key={end} onSelect={() => act.end(promise, end)}>
                    {t(end === "kept" ? "keep" : end === "broken" ? "break" : "release")}
                  </DropdownMenuItem>
                ))}
                <DropdownMenuItem onSelect={() => setEdited(promise)}>{t("edit")}</DropdownMenuItem>
              </>
            ) : (
              <DropdownMenuItem onSelect={() => act.end(promise, "open")}>{t("reopen")}</DropdownMenuItem>
            )}
            <DropdownMenuItem tone="red" onSelect={() => act.remove(promise)}>
              {t("delete")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </li>
  );
  return (
    <div id="promises" className="scroll-mt-4">
      <Section
        title={t("title")}
        action={
          mayEdit && (
            <Button variant="ghost" size="sm" onClick={() => setEdited("new")}>
              <Plus aria-hidden size={14} />
              {t("add")}
            </Button>
          )
        }
      >
        {open.length === 0 ? <p className="py-1 text-ink-3">{t("none")}</p> : <ul>{open.map(line)}</ul>}
        {ended.length > 0 && (
          <details className="mt-1">
            <summary className="min-h-6 cursor-pointer text-ink-3 text-xs">
              {t("ended")} · {ended.length}
            </summary>
            <ul>{ended.map(line)}</ul>
          </details>
        )}
      </Section>
      {edited && (
        <PromiseDialog
          clientId={clientId}
          promise={edited === "new" ? undefined : edited}
          today={today}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}
