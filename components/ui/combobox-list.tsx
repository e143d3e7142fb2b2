"use client";

import { Command } from "cmdk";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ComboboxProps } from "./combobox";
import type { Option } from "./select";
import { useSearch } from "./use-search";

type Props = Pick<ComboboxProps, "label" | "options" | "search"> & {
  value?: string;
  onChoose: (option: Option) => void;
};

/** The open list of a Combobox; loaded with the first opening. */
export default function ComboboxList({ label, value, options, search, onChoose }: Props) {
  const t = useTranslations("ui.combobox");
  const [query, setQuery] = useState("");
  const found = useSearch(query, search);
  const items = search ? found.items : (options ?? []);
  return (
    <Command label={label} shouldFilter={!search} loop>
      <Command.Input
        autoFocus
        value={query}
        onValueChange={setQuery}
        placeholder={t("search")}
        className="h-8.5 w-full border-line border-b bg-transparent px-2.5 outline-none"
      />
      <Command.List className="max-h-64 overflow-y-auto p-1">
        {found.state === "failed" ? (
          <p className="px-2 py-3 text-red">{t("failed")}</p>
        ) : (
          <Command.Empty className="px-2 py-3 text-ink-3">
            {found.state === "searching" ? t("searching") : t("none")}
          </Command.Empty>
        )}
        {items.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label]}
            disabled={option.disabled}
            onSelect={() => onChoose(option)}
            className="flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 data-[selected=true]:bg-[var(--hover)] data-[disabled=true]:opacity-50"
          >
            <span className="min-w-0 flex-1 truncate">
              {option.label}
              {option.hint && <span className="ml-1.5 text-ink-3 text-xs">{option.hint}</span>}
            </span>
            {option.value === value && <Check aria-hidden size={14} className="text-green" />}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
