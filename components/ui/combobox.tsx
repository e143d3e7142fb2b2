"use client";

import { ChevronDown, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "./cn";
import { useFieldWiring } from "./field";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import type { Option } from "./select";

const ComboboxList = dynamic(() => import("./combobox-list"), { ssr: false, loading: () => <div className="h-40" /> });

export type ComboboxProps = {
  /** What the choice is: read aloud and shown while nothing is chosen, unless `placeholder` says more. */
  label: string;
  name?: string;
  /** The chosen option itself, because with a search on the server the list may not hold it. */
  value?: Option | null;
  defaultValue?: Option | null;
  onValueChange?: (option: Option | null) => void;
  options?: Option[];
  /** Asks the server. Rejects or resolves; answers that come too late are dropped. */
  search?: (query: string) => Promise<Option[]>;
  placeholder?: string;
  clearable?: boolean;
  disabled?: boolean;
  id?: string;
  className?: string;
  footer?: ReactNode;
};

/** One of many, found by typing. */
export function Combobox(props: ComboboxProps) {
  const t = useTranslations("ui.combobox");
  const wiring = useFieldWiring({ id: props.id });
  const [own, setOwn] = useState<Option | null>(props.defaultValue ?? null);
  const [open, setOpen] = useState(false);
  const value = props.value === undefined ? own : props.value;
  const choose = (option: Option | null) => {
    setOwn(option);
    props.onValueChange?.(option);
    setOpen(false);
  };
  return (
    <span className={cn("relative block w-full min-w-0", props.className)}>
      {props.name && <input type="hidden" name={props.name} value={value?.value ?? ""} />}
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger
          {...wiring}
          role="combobox"
          disabled={props.disabled}
          className="control flex h-control w-full min-w-0 items-center px-2 pr-7 text-left"
        >
          <span className={cn("truncate", !value && "text-ink-3")}>
            {value?.label ?? props.placeholder ?? t("choose")}
          </span>
        </PopoverTrigger>
        <PopoverContent
          label={props.label}
          className="w-[max(220px,var(--radix-popover-trigger-width))] overflow-hidden p-0"
        >
          <ComboboxList
            label={props.label}
            value={value?.value}
            options={props.options}
            search={props.search}
            onChoose={choose}
          />
          {props.footer && <div className="border-line border-t p-1">{props.footer}</div>}
        </PopoverContent>
      </Popover>
      {props.clearable && value ? (
        <button
          type="button"
          aria-label={t("clear")}
          disabled={props.disabled}
          onClick={() => choose(null)}
          className="absolute top-0.5 right-0.5 grid size-6.5 place-items-center rounded-sm text-ink-3 hover:bg-hair hover:text-ink"
        >
          <X aria-hidden size={14} />
        </button>
      ) : (
        <ChevronDown aria-hidden size={14} className="pointer-events-none absolute top-2 right-2 text-ink-3" />
      )}
    </span>
  );
}
