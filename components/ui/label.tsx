import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A label on its own; inside forms use `Field`, which wires hint and error as well. */
export function Label({ className, htmlFor, children, ...props }: ComponentProps<"label"> & { htmlFor: string }) {
  return (
    <label htmlFor={htmlFor} className={cn("font-medium text-ink-2 text-xs", className)} {...props}>
      {children}
    </label>
  );
}
