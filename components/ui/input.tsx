"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldWiring } from "./field";

export function Input({ className, id, required, ...props }: ComponentProps<"input">) {
  return (
    <input
      type="text"
      {...useFieldWiring({ id, required })}
      className={cn("control h-control w-full min-w-0 px-2", className)}
      {...props}
    />
  );
}
