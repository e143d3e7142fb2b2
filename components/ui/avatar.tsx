import { cn } from "./cn";

/** First letters of the first two words: «Анна Крылова» → АК. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word.match(/\p{L}/u)?.[0] ?? "")
    .join("")
    .toUpperCase();
}

/** Decorative: the name always stands beside it as text. */
export function Avatar({ name, size = 22, className }: { name: string; size?: number; className?: string }) {
  return (
    <span
      aria-hidden
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      className={cn(
        "inline-grid shrink-0 select-none place-items-center rounded-full bg-green-soft font-medium text-green leading-none",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
