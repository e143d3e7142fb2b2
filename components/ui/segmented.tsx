"use client";

import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type Choice<V extends string> = { value: V; label: string; icon?: ReactNode };

/** One of two to four, all in sight, in force at once. With an icon the label is only read aloud. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V | "";
  onChange: (value: V) => void;
  options: Choice<V>[];
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset className={cn("inline-flex rounded-md border border-line bg-paper p-px", props.className)}>
      <legend className="sr-only">{props.label}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          htmlFor={`${name}-${option.value}`}
          title={option.icon ? option.label : undefined}
          className="relative inline-grid h-6 min-w-7 place-items-center rounded-sm px-1.5 text-ink-2 text-xs hover:text-ink has-checked:bg-sheet has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-green"
        >
          <input
            id={`${name}-${option.value}`}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.icon}
          <span className={option.icon ? "sr-only" : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
