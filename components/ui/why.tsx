"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { cn } from "./cn";
import { Popover, PopoverTrigger } from "./popover";

const WhyPanel = dynamic(() => import("./why-panel"), { ssr: false });

/** What stands behind a figure; all words come translated, `definition` is the only one that must. */
export type Reason = {
  /** What is counted, in a sentence. */
  definition: ReactNode;
  /** How it comes about: "fact ÷ plan", with the figures in it. */
  formula?: ReactNode;
  /** As of when: a day, a moment, a period. */
  asOf?: ReactNode;
  /** Where the rows are that make the figure. */
  rows?: { href: string; label: string };
};

const look =
  "cursor-help rounded-sm underline decoration-edge decoration-dotted underline-offset-4 hover:decoration-ink-2 print:no-underline";

type Props = {
  /** The figure in words, for those who do not see where the button stands: "Contacts: 312". */
  label: string;
  /** The figure itself. */
  children: ReactNode;
  /** At once, or read when somebody asks. */
  reason: Reason | (() => Promise<Reason>);
  align?: "start" | "center" | "end";
  className?: string;
};

/**
 * A figure that says why: definition, formula, as of when, and the rows behind it. Every figure of a total, a card or a report stands in one. The
 * panel's code and, where `reason` is a function, its content come with the first click.
 */
export function Why({ label, children, reason, align = "end", className }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger aria-label={label} data-own-click className={cn(look, className)}>
        {children}
      </PopoverTrigger>
      {open && <WhyPanel label={label} reason={reason} align={align} />}
    </Popover>
  );
}
