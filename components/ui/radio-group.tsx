"use client";

import { type ReactNode, useId, useState } from "react";
import { cn } from "./cn";
import { FieldSet } from "./field";

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** One of a few, all in sight. */
export function RadioGroup(props: {
  legend: ReactNode;
  name?: string;
  options: Choice[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  error?: string;
  hint?: ReactNode;
  className?: string;
}) {
  const fallback = useId();
  const [own, setOwn] = useState(props.defaultValue);
  const value = props.value ?? own;
  return (
    <FieldSet legend={props.legend} hint={props.hint} error={props.error} className={props.className}>
      {props.options.map((option) => (
        <label
          key={option.value}
          className={cn("flex min-h-6.5 items-start gap-2 py-1", option.disabled && "text-ink-3")}
        >
          <input
            type="radio"
            className="tick mt-px rounded-full!"
            name={props.name ?? fallback}
            value={option.value}
            checked={value === option.value}
            disabled={option.disabled}
            onChange={() => {
              setOwn(option.value);
              props.onValueChange?.(option.value);
            }}
          />
          <span className="min-w-0">
            {option.label}
            {option.hint && <span className="block text-ink-3 text-xs">{option.hint}</span>}
          </span>
        </label>
      ))}
    </FieldSet>
  );
}
