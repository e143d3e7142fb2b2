"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** On or off, in force at once. Where a form has a Save button, use a checkbox. */
export function Switch({ label, className, ...props }: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className={cn("inline-flex min-h-6.5 items-center gap-2", className)}>
      <input type="checkbox" className="switch" {...props} />
      <span>{label}</span>
    </label>
  );
}
