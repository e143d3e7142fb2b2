import { cn } from "@/components/ui/cn";
import type { DayState } from "@/lib/features/calendar/queries/calendar-days";

const look: Record<DayState, string> = {
  usual: "",
  weekend: "text-ink-3",
  off: "bg-blue-soft font-medium text-blue",
  short: "border-edge border-dashed",
  working: "border-green bg-green-soft font-medium text-green",
};

/** A day's mark: weekends are quiet, days off filled, short days outlined by dashes with a star, worked weekends outlined. */
export function dayLook(state: DayState, own: boolean): string {
  return cn(
    "num relative grid h-7 w-full place-items-center rounded-md border border-transparent text-xs",
    look[state],
    state === "short" && "after:absolute after:top-0 after:right-1 after:content-['*']",
    own &&
      "before:absolute before:bottom-0.5 before:left-1/2 before:size-1 before:-translate-x-1/2 before:rounded-full before:bg-ink",
  );
}
