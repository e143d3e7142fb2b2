import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import * as Slot from "radix-ui/slot";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonVariants = cva(
  "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-normal transition-colors duration-100 aria-disabled:pointer-events-none aria-disabled:not-aria-busy:opacity-55 disabled:pointer-events-none disabled:opacity-55 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        default:
          "border-green bg-green font-medium text-sheet hover:border-[color-mix(in_oklch,var(--green)_88%,var(--ink))] hover:bg-[color-mix(in_oklch,var(--green)_88%,var(--ink))]",
        outline:
          "border-line bg-sheet text-ink hover:border-edge hover:bg-[var(--hover)] data-[state=open]:border-edge",
        ghost: "border-transparent bg-transparent text-ink-2 hover:bg-hair hover:text-ink data-[state=open]:bg-hair",
        destructive:
          "border-red bg-red font-medium text-sheet hover:bg-[color-mix(in_oklch,var(--red)_88%,var(--ink))]",
        link: "h-auto border-transparent px-0 text-green underline-offset-3 hover:underline",
      },
      size: {
        default: "h-control px-2.5",
        sm: "h-6.5 px-2 text-xs",
        lg: "h-9 px-4",
        icon: "size-control",
        "icon-sm": "size-6.5",
      },
    },
    compoundVariants: [{ variant: "link", class: "h-auto px-0" }],
    defaultVariants: { variant: "default", size: "default" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    /** Gives the look to its only child (a link, as a rule). */
    asChild?: boolean;
    /** Its work is under way: shows a turning circle, keeps the width, ignores clicks. */
    pending?: boolean;
  };

export function Button({
  variant,
  size,
  asChild,
  pending,
  className,
  children,
  type,
  disabled,
  ...props
}: ButtonProps) {
  const look = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type ?? "button"}
      className={look}
      disabled={disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...props}
      onClick={pending ? undefined : props.onClick}
    >
      {pending ? (
        <>
          <span className="absolute inset-0 grid place-items-center">
            <LoaderCircle aria-hidden size={15} className="animate-spin" />
          </span>
          <span className="contents text-transparent [&_*]:opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}
