import type { ReactNode } from "react";
import { cn } from "./cn";

/** Says what is not here yet and what to do next. Always give an action or a sentence that names one. */
export function EmptyState(props: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("flex flex-col items-center gap-1.5 px-6 py-14 text-center", props.className)}>
      {props.icon && (
        <div aria-hidden className="mb-1 grid size-9 place-items-center rounded-full bg-hair text-ink-3">
          {props.icon}
        </div>
      )}
      <p className="font-medium">{props.title}</p>
      {props.children && <div className="max-w-[52ch] text-ink-2">{props.children}</div>}
      {props.action && <div className="mt-2.5 flex flex-wrap justify-center gap-2">{props.action}</div>}
    </div>
  );
}
