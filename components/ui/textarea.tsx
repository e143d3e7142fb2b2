"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldWiring } from "./field";

/** Grows with its text up to about twelve lines. */
export function Textarea({ className, id, required, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...useFieldWiring({ id, required })}
      className={cn("control field-sizing-content max-h-60 min-h-16 w-full resize-y px-2 py-1.5", className)}
      {...props}
    />
  );
}
