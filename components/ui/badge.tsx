import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const look = cva("inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-1.5 text-2xs leading-[18px]", {
  variants: {
    tone: {
      neutral: "bg-hair text-ink-2",
      green: "bg-green-soft text-green",
      amber: "bg-amber-soft text-amber",
      red: "bg-red-soft text-red",
      blue: "bg-blue-soft text-blue",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export type Tone = NonNullable<VariantProps<typeof look>["tone"]>;

/** A word of state. The word itself must carry the meaning; the colour only helps to find it. */
export function Badge({ tone, className, ...props }: ComponentProps<"span"> & { tone?: Tone }) {
  return <span className={cn(look({ tone }), className)} {...props} />;
}
