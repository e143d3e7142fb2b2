import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export function Card({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("rounded-lg border border-line bg-sheet px-3.5 py-3", className)} {...props} />;
}

/** A card with a quiet heading. `action` stands at its right; `flush` lets a list or a table touch the edges. */
export function Section(props: {
  title: ReactNode;
  action?: ReactNode;
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      className={cn(
        "rounded-lg border border-line bg-sheet",
        props.flush ? "overflow-hidden" : "pb-3",
        props.className,
      )}
    >
      <header
        className={cn("flex min-h-9 items-center gap-3 px-3.5 pt-1.5", props.flush && "border-line border-b pb-1.5")}
      >
        <h2 className="font-medium text-ink-3 text-xs">{props.title}</h2>
        {props.action && <div className="ml-auto flex items-center gap-1.5">{props.action}</div>}
      </header>
      <div className={props.flush ? undefined : "px-3.5"}>{props.children}</div>
    </section>
  );
}
