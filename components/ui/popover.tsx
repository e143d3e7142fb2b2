"use client";

import type { ReactNode } from "react";
import { cn } from "./cn";
import { Adopt, backTo, Disclosure, DisclosureTrigger, type TriggerProps, useDisclosure } from "./disclosure";
import { useFloating } from "./floating";

export const Popover = Disclosure;

export function PopoverTrigger(props: TriggerProps) {
  return <DisclosureTrigger popup="dialog" {...props} />;
}

export function PopoverContent(props: {
  /** What the panel is, for those who do not see it. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  className?: string;
  /** `false` leaves the focus where it is (a calendar under a field that is being typed into). */
  takeFocus?: boolean;
  children: ReactNode;
}) {
  const { open, setOpen, trigger, contentId } = useDisclosure();
  const floating = useFloating(open);
  if (!floating) return null;
  const Part = floating.Popover;
  return (
    <Part.Root open={open} onOpenChange={setOpen}>
      <Part.Trigger asChild>
        <Adopt target={trigger} />
      </Part.Trigger>
      <Part.Portal>
        <Part.Content
          id={contentId}
          onCloseAutoFocus={backTo(trigger)}
          aria-label={props.label}
          align={props.align ?? "start"}
          side={props.side ?? "bottom"}
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => props.takeFocus === false && event.preventDefault()}
          className={cn(
            "z-50 max-h-[var(--radix-popover-content-available-height)] w-64 animate-in overflow-y-auto rounded-lg border border-line bg-raised p-3 shadow-float outline-none",
            props.className,
          )}
        >
          {props.children}
        </Part.Content>
      </Part.Portal>
    </Part.Root>
  );
}
