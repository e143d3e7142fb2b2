import type { ReactNode } from "react";
import { cn } from "./cn";

/**
 * The one page frame: title, what the page is about in a line, actions, tabs, content.
 * A page whose content is a `DataTable` fills the window and only the table scrolls (see data-table.css).
 */
export function Page(props: {
  title: ReactNode;
  /** Words of state right after the title. */
  badges?: ReactNode;
  /** One line beside the title. */
  subtitle?: ReactNode;
  /** Further lines under it: owner, team, key figures. */
  below?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  /** Where this page hangs: a link back to the list. */
  back?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cn("page flex min-w-0 flex-col px-4 pt-4.5 sm:px-6", props.className)}>
      {props.back && <div className="mb-1 text-ink-3 text-xs">{props.back}</div>}
      <header className="mb-3.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-72 flex-wrap items-baseline gap-x-3 gap-y-1">
          <h1 className="font-semibold text-xl tracking-[-0.01em]">{props.title}</h1>
          {props.badges && <span className="flex flex-wrap items-center gap-1.5">{props.badges}</span>}
          {props.subtitle && <p className="min-w-0 text-ink-2">{props.subtitle}</p>}
        </div>
        {props.actions && (
          <div data-print="none" className="flex flex-wrap items-center gap-2">
            {props.actions}
          </div>
        )}
      </header>
      {props.below && <div className="-mt-2 mb-3.5 flex flex-col gap-2.5">{props.below}</div>}
      {props.tabs && <div className="mb-3.5">{props.tabs}</div>}
      {props.children}
    </div>
  );
}
