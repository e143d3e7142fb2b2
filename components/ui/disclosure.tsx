"use client";

import * as Slot from "radix-ui/slot";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type Ref,
  type RefObject,
  use,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { loadFloating } from "./floating";

type Disclosure = {
  open: boolean;
  setOpen: (open: boolean) => void;
  trigger: RefObject<HTMLElement | null>;
  contentId: string;
};

const Context = createContext<Disclosure | undefined>(undefined);

export type DisclosureProps = {
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** Open or closed, and which element opened it: what dialogs, sheets, popovers and menus have in common. */
export function Disclosure({ open, defaultOpen = false, onOpenChange, children }: DisclosureProps) {
  const [own, setOwn] = useState(defaultOpen);
  const trigger = useRef<HTMLElement>(null);
  const contentId = useId();
  const setOpen = (next: boolean) => {
    // Whoever had the focus gets it back, also when there is no trigger and a shortcut opened it.
    if (next && !trigger.current && document.activeElement instanceof HTMLElement)
      trigger.current = document.activeElement;
    if (open === undefined) setOwn(next);
    onOpenChange?.(next);
  };
  return <Context value={{ open: open ?? own, setOpen, trigger, contentId }}>{children}</Context>;
}

export function useDisclosure(): Disclosure {
  const found = use(Context);
  if (!found) throw new Error("A floating part stands outside its root");
  return found;
}

export type TriggerProps = ComponentProps<"button"> & { asChild?: boolean };

/** A plain button until it is used; the heavy part is fetched when the pointer or the focus comes near. */
export function DisclosureTrigger({ popup, asChild, ...props }: TriggerProps & { popup: "dialog" | "menu" }) {
  const { open, setOpen, trigger, contentId } = useDisclosure();
  const Part = asChild ? Slot.Root : "button";
  return (
    <Part
      type={asChild ? undefined : "button"}
      aria-haspopup={popup}
      aria-expanded={open}
      aria-controls={open ? contentId : undefined}
      data-state={open ? "open" : "closed"}
      {...props}
      ref={trigger as RefObject<HTMLButtonElement | null>}
      onPointerEnter={loadFloating}
      onFocus={loadFloating}
      onClick={(event) => {
        props.onClick?.(event);
        if (!event.defaultPrevented) setOpen(!open);
      }}
      onKeyDown={(event) => {
        props.onKeyDown?.(event);
        if (popup === "menu" && event.key === "ArrowDown" && !open) {
          event.preventDefault();
          setOpen(true);
        }
      }}
    />
  );
}

/** Stands where the library expects its trigger, and hands it the button that is on the page already. */
export function Adopt({ target, ref }: { target: RefObject<HTMLElement | null>; ref?: Ref<HTMLElement> }) {
  useLayoutEffect(() => {
    if (typeof ref === "function") {
      ref(target.current);
      return () => {
        ref(null);
      };
    }
    if (ref) ref.current = target.current;
  });
  return null;
}
