"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentProps<"input">, "type"> & { indeterminate?: boolean };

/** The bare box. Give it an `aria-label`, or use `CheckboxField`. */
export function Checkbox({ indeterminate = false, className, ...props }: Props) {
  return (
    <input
      type="checkbox"
      ref={(box) => {
        if (box) box.indeterminate = indeterminate;
      }}
      className={cn("tick", className)}
      {...props}
    />
  );
}

export function CheckboxField({
  label,
  hint,
  className,
  id,
  ...props
}: Props & { label: ReactNode; hint?: ReactNode }) {
  const own = useId();
  return (
    <label
      htmlFor={id ?? own}
      className={cn("flex min-h-6.5 items-start gap-2 py-1 has-disabled:text-ink-3", className)}
    >
      <Checkbox id={id ?? own} className="mt-px" {...props} />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-ink-3 text-xs">{hint}</span>}
      </span>
    </label>
  );
}
