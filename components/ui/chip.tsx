import { cva } from "class-variance-authority";
import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { Link } from "./link";

export const chipLook = cva(
  "inline-flex h-6.5 max-w-full shrink-0 items-center gap-1 whitespace-nowrap rounded-full border px-2.5 transition-colors duration-100",
  {
    variants: {
      active: {
        true: "border-green bg-green-soft text-green",
        false: "border-line bg-sheet text-ink-2 hover:border-edge hover:text-ink data-[state=open]:border-edge",
      },
    },
    defaultVariants: { active: false },
  },
);

type Common = { active?: boolean; count?: number; children: ReactNode; className?: string };

function Inside({ count, children }: Pick<Common, "count" | "children">) {
  return (
    <>
      {children}
      {count !== undefined && (
        <span className="[button[aria-pressed=true]_&]:text-inherit text-ink-3 [a[aria-current]_&]:text-inherit">
          <span aria-hidden>· </span>
          {count}
        </span>
      )}
    </>
  );
}

/** A filter as a link: the address is the state. */
export function ChipLink({ href, active, count, children, className }: Common & { href: string }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={active ? "true" : undefined}
      className={cn(chipLook({ active }), className)}
    >
      <Inside count={count}>{children}</Inside>
    </Link>
  );
}

/** A filter as a toggle inside a component that keeps the state itself. */
export function Chip({ active, count, children, className, ...props }: Common & ComponentProps<"button">) {
  return (
    <button type="button" aria-pressed={active} className={cn(chipLook({ active }), className)} {...props}>
      <Inside count={count}>{children}</Inside>
    </button>
  );
}

/** A chosen value with a cross that takes it away. */
export function ChipValue({ children, remove, label }: { children: ReactNode; remove: () => void; label: string }) {
  return (
    <span className={cn(chipLook({ active: true }), "pr-0.5")}>
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={label}
        onClick={remove}
        className="grid size-6 place-items-center rounded-full hover:bg-[var(--hover)]"
      >
        <X aria-hidden size={13} />
      </button>
    </span>
  );
}
