"use client";

import * as Slot from "radix-ui/slot";
import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Adopt } from "./disclosure";
import { loadFloating, useFloating } from "./floating";

/** A few words about its only child, on hover and on keyboard focus. It never holds what is not written elsewhere. */
export function Tooltip({
  content,
  side = "top",
  children,
}: {
  content: ReactNode;
  side?: "top" | "right" | "bottom";
  children: ReactElement;
}) {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const target = useRef<HTMLElement>(null);
  const id = useId();
  const floating = useFloating(open);
  const show = (wait: number) => {
    loadFloating();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), wait);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const Part = floating?.Tooltip;
  return (
    <>
      <Slot.Root
        ref={target}
        aria-describedby={open ? id : undefined}
        onPointerEnter={(event) => event.pointerType === "mouse" && show(450)}
        onPointerLeave={hide}
        onPointerDown={hide}
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && show(0)}
        onBlur={hide}
      >
        {children}
      </Slot.Root>
      {Part && (
        <Part.Provider>
          <Part.Root open={open} onOpenChange={(next) => !next && hide()}>
            <Part.Trigger asChild>
              <Adopt target={target} />
            </Part.Trigger>
            <Part.Portal>
              <Part.Content
                id={id}
                side={side}
                sideOffset={5}
                collisionPadding={8}
                className="z-60 max-w-70 animate-in rounded-md bg-ink px-2 py-1 text-paper text-xs shadow-float"
              >
                {content}
              </Part.Content>
            </Part.Portal>
          </Part.Root>
        </Part.Provider>
      )}
    </>
  );
}
