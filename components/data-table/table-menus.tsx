"use client";

import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { chipLook } from "@/components/ui/chip";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Tooltip } from "@/components/ui/tooltip";
import type { ColumnChoices } from "./use-columns";
import type { TableUrl } from "./use-table-state";

export type GroupChoice = { value: string; label: string };

/** "Group: tier". */
export function GroupMenu({ choices, url }: { choices: readonly GroupChoice[]; url: TableUrl }) {
  const t = useTranslations("ui.table");
  const current = choices.find((choice) => choice.value === url.state.group);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className={chipLook()}>
        {t("group")}
        {current ? `: ${current.label.toLowerCase()}` : ""}
      </DropdownMenuTrigger>
      <DropdownMenuContent label={t("group")} align="end">
        <DropdownMenuRadioGroup
          value={url.state.group ?? ""}
          onValueChange={(value: string) => url.go({ group: value || "none" })}
        >
          {choices.map((choice) => (
            <DropdownMenuRadioItem key={choice.value} value={choice.value}>
              {choice.label}
            </DropdownMenuRadioItem>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuRadioItem value="none">{t("groupNone")}</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** Which columns to show. */
export function ColumnMenu({ columns }: { columns: ColumnChoices }) {
  const t = useTranslations("ui.table");
  return (
    <DropdownMenu>
      <Tooltip content={t("columns")}>
        <DropdownMenuTrigger className={chipLook({ className: "w-8 justify-center px-0" })} aria-label={t("columns")}>
          <Columns3 aria-hidden size={14} />
        </DropdownMenuTrigger>
      </Tooltip>
      <DropdownMenuContent label={t("columns")} align="end">
        {columns.choices.map((column) => (
          <DropdownMenuCheckboxItem
            key={column.id}
            checked={columns.visibility[column.id] !== false}
            onCheckedChange={() => columns.toggle(column.id)}
            onSelect={(event: Event) => event.preventDefault()}
          >
            {column.title ?? column.header}
          </DropdownMenuCheckboxItem>
        ))}
        {columns.changed && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={columns.reset}>{t("columnsReset")}</DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
