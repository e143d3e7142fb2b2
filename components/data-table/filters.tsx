"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Chip, chipLook } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { Filter } from "./column";
import { isFiltered, valuesOf, withoutFilters } from "./table-query";
import type { TableUrl } from "./use-table-state";

// Only a filter that is opened needs its values.
const FilterOptions = dynamic(() => import("./filter-options"), { ssr: false });

type List = Exclude<Filter, { kind: "flag" }>;

function write(url: TableUrl, filter: Filter, values: string[]): void {
  if (filter.kind === "flag") url.go({ [filter.key]: values.length > 0 });
  else if (filter.kind === "many") url.go({ [filter.key]: values });
  else url.go({ [filter.key]: values[0] ?? null });
}

/** "Tier: A, B ×": a filter in force. Its name opens the values, its cross takes it away. */
function ActiveFilter({ filter, url }: { filter: Filter; url: TableUrl }) {
  const t = useTranslations("ui.table");
  const values = valuesOf(url.state, filter);
  const labels =
    filter.kind === "flag" ? [] : filter.options.filter((o) => values.includes(o.value)).map((option) => option.label);
  const text = labels.length > 2 ? `${labels.slice(0, 2).join(", ")} +${labels.length - 2}` : labels.join(", ");
  const name = filter.kind === "flag" ? filter.label : `${filter.label}: ${text}`;
  return (
    <span className={cn(chipLook({ active: true }), "gap-0 pr-0")}>
      {filter.kind === "flag" ? (
        <span className="truncate">{name}</span>
      ) : (
        <Popover>
          <PopoverTrigger className="max-w-64 truncate rounded-sm leading-6">{name}</PopoverTrigger>
          <PopoverContent label={filter.label} className="p-1.5">
            <FilterOptions filter={filter} values={values} onChange={(next) => write(url, filter, next)} />
          </PopoverContent>
        </Popover>
      )}
      <button
        type="button"
        aria-label={t("removeFilter", { name: filter.label })}
        className="grid size-6 place-items-center rounded-full"
        onClick={() => write(url, filter, [])}
      >
        <X aria-hidden size={13} />
      </button>
    </span>
  );
}

/** "+ filter": the filters that are not in force; a list opens its values in the same panel. */
function AddFilter({ filters, url }: { filters: readonly Filter[]; url: TableUrl }) {
  const t = useTranslations("ui.table");
  const [open, setOpen] = useState(false);
  const [list, setList] = useState<List>();
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setList(undefined);
  };
  const row = "flex min-h-7 w-full items-center gap-2 rounded-sm px-2 py-1 text-left hover:bg-[var(--hover)]";
  return (
    <Popover open={open} onOpenChange={change}>
      <PopoverTrigger className={chipLook()} aria-label={t("addFilter")}>
        <span aria-hidden>+</span>
        {t("filter")}
      </PopoverTrigger>
      <PopoverContent label={t("addFilter")} className="p-1.5">
        {list ? (
          <>
            <button type="button" className={cn(row, "mb-1 text-ink-3")} onClick={() => setList(undefined)}>
              <ChevronLeft aria-hidden size={14} />
              {list.label}
            </button>
            <FilterOptions
              filter={list}
              values={valuesOf(url.state, list)}
              onChange={(values) => {
                write(url, list, values);
                if (list.kind === "one") setOpen(false);
              }}
            />
          </>
        ) : (
          filters.map((filter) => (
            <button
              key={filter.key}
              type="button"
              className={row}
              onClick={() => {
                if (filter.kind !== "flag") return setList(filter);
                write(url, filter, ["1"]);
                setOpen(false);
              }}
            >
              <span className="min-w-0 flex-1 truncate">{filter.label}</span>
              {filter.kind !== "flag" && <ChevronRight aria-hidden size={14} className="text-ink-3" />}
            </button>
          ))
        )}
      </PopoverContent>
    </Popover>
  );
}

export function Filters({ filters, url }: { filters: readonly Filter[]; url: TableUrl }) {
  const t = useTranslations("ui.table");
  const pinned = filters.filter((filter) => filter.kind === "flag" && filter.pinned);
  const others = filters.filter((filter) => !pinned.includes(filter));
  const active = others.filter((filter) => valuesOf(url.state, filter).length > 0);
  const idle = others.filter((filter) => !active.includes(filter));
  const filtered = isFiltered(url.state, filters);
  return (
    <>
      {pinned.length > 0 && (
        <Chip active={!filtered} onClick={() => url.go(withoutFilters(filters))}>
          {t("all")}
        </Chip>
      )}
      {pinned.map((filter) => {
        const on = valuesOf(url.state, filter).length > 0;
        return (
          <Chip
            key={filter.key}
            active={on}
            count={filter.kind === "flag" ? filter.count : undefined}
            onClick={() => write(url, filter, on ? [] : ["1"])}
          >
            {filter.label}
          </Chip>
        );
      })}
      {active.map((filter) => (
        <ActiveFilter key={filter.key} filter={filter} url={url} />
      ))}
      {idle.length > 0 && <AddFilter filters={idle} url={url} />}
      {filtered && pinned.length === 0 && (
        <button type="button" className="link h-6.5 px-1" onClick={() => url.go(withoutFilters(filters))}>
          {t("clearFilters")}
        </button>
      )}
    </>
  );
}
