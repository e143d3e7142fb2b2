import { cn } from "./cn";

/** `value` of `max`, or an endless stripe when `value` is not known. `label` is read aloud. */
export function Progress({
  value,
  max = 100,
  label,
  className,
}: {
  value?: number;
  max?: number;
  label: string;
  className?: string;
}) {
  const share = value === undefined ? undefined : Math.max(0, Math.min(1, max > 0 ? value / max : 0));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={cn("h-1.5 overflow-hidden rounded-full bg-hair", className)}
    >
      <div
        className={cn(
          "h-full rounded-full bg-green transition-[width]",
          share === undefined && "w-1/3 animate-pulse-soft",
        )}
        style={share === undefined ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
