import type { ReactNode } from "react";
import { cn } from "./cn";

const colour = { ink: "", green: "text-green", amber: "text-amber", red: "text-red" };

/** One figure with what it is. `title` holds the full figure for the pointer, `size="large"` is for a page's one main figure. */
export function Stat(props: {
  value: ReactNode;
  label: ReactNode;
  title?: string;
  tone?: keyof typeof colour;
  size?: "normal" | "large";
}) {
  return (
    <div className="min-w-0">
      <dd
        title={props.title}
        className={cn(
          "font-semibold [font-variant-numeric:normal]",
          props.size === "large" ? "text-2xl tracking-tight" : "text-lg",
          colour[props.tone ?? "ink"],
        )}
      >
        {props.value}
      </dd>
      <dt className={cn("text-ink-3 [font-variant-numeric:normal]", props.size === "large" ? "text-xs" : "text-2xs")}>
        {props.label}
      </dt>
    </div>
  );
}

export function StatRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      className={cn("grid grid-cols-2 gap-x-6.5 gap-y-3 sm:flex sm:flex-wrap [&>div]:flex [&>div]:flex-col", className)}
    >
      {children}
    </dl>
  );
}
