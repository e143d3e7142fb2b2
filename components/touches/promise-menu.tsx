"use client";

import { MoreHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { promiseEnds } from "@/lib/domain/promise";
import type { PromiseRow } from "@/lib/features/touches/queries/promises";
import type { usePromises } from "./use-promises";

type Props = { promise: PromiseRow; act: ReturnType<typeof usePromises>; onEdit: () => void };

const word = { kept: "keep", broken: "break", released: "release" } as const;

/** How a promise ends, or begins again. */
export function PromiseMenu({ promise, act, onEdit }: Props) {
  const t = useTranslations("touches.promises");
  const label = t("more", { text: promise.text });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={label} data-print="none">
          <MoreHorizontal aria-hidden size={15} />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent label={label} align="end">
        {promise.status === "open" ? (
          <>
            {promiseEnds.map((end) => (
              <DropdownMenuItem key={end} onSelect={() => act.end(promise, end)}>
                {t(word[end])}
              </DropdownMenuItem>
            ))}
            <DropdownMenuItem onSelect={onEdit}>{t("edit")}</DropdownMenuItem>
          </>
        ) : (
          <DropdownMenuItem onSelect={() => act.end(promise, "open")}>{t("reopen")}</DropdownMenuItem>
        )}
        <DropdownMenuItem tone="red" onSelect={() => act.remove(promise)}>
          {t("delete")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
