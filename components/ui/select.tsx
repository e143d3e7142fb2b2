"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldWiring } from "./field";

export type Option = { value: string; label: string; hint?: string; disabled?: boolean };

type Props = Omit<ComponentProps<"select">, "children"> & {
  options: Option[];
  /** Shown while nothing is chosen; chosen again, it empties the field. */
  placeholder?: string;
};

/** The system's own list: best on a phone and by keyboard. Over about fifteen options use `Combobox`. */
export function Select({ className, id, required, options, placeholder, ...props }: Props) {
  return (
    <span className={cn("relative block w-full min-w-0", className)}>
      <select
        {...useFieldWiring({ id, required })}
        className="control h-control w-full min-w-0 appearance-none truncate pr-7 pl-2"
        {...props}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden size={14} className="pointer-events-none absolute top-2 right-2 text-ink-3" />
    </span>
  );
}
