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
  /** Opened by a key: a menu then puts the focus on its first item. */
  byKey: RefObject<boolean>;
};

const Context = createContext<Disclosure | undefined>(undefined);

export type DisclosureProps = {
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What opened it, where that is no trigger of its own. */
  from?: HTMLElement;
  children: ReactNode;
};

/** Open or closed, and which element opened it: what dialogs, sheets, popovers and menus have in common. */
export function Disclosure({ open, defaultOpen = false, onOpenChange, from, children }: DisclosureProps) {
  const [own, setOwn] = useState(defaultOpen);
  const trigger = useRef<HTMLElement>(from ?? null);
  const contentId = useId();
  const byKey = useRef(false);
  const shown = open ?? own;
  // Without a trigger (a shortcut opened it) whoever had the focus stands in for it, and gets the focus back.
  useLayoutEffect(() => {
    if (shown && !trigger.current?.isConnected && document.activeElement instanceof HTMLElement) {
      trigger.current = document.activeElement;
    }
  }, [shown]);
  const setOpen = (next: boolean) => {
    if (open === undefined) setOwn(next);
    onOpenChange?.(next);
  };
  return <Context value={{ open: shown, setOpen, trigger, contentId, byKey }}>{children}</Context>;
}

export function useDisclosure(): Disclosure {
  const found = use(Context);
  if (!found) throw new Error("A floating part stands outside its root");
  return found;
}

/** For `onCloseAutoFocus`: the focus goes back to the trigger, unless a click has put it somewhere else. */
export function backTo(trigger: RefObject<HTMLElement | null>) {
  return (event: Event) => {
    event.preventDefault();
    if (document.activeElement === document.body) trigger.current?.focus({ preventScroll: true });
  };
}

export type TriggerProps = ComponentProps<"button"> & { asChild?: boolean };

/** A plain button until it is used; the heavy part is fetched when the pointer or the focus comes near. */
export function DisclosureTrigger({ popup, asChild, ...props }: TriggerProps & { popup: "dialog" | "menu" }) {
  const { open, setOpen, trigger, contentId, byKey } = useDisclosure();
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
        // A click that Enter or Space made has no count.
        byKey.current = event.detail === 0;
        if (!event.defaultPrevented) setOpen(!open);
      }}
      onKeyDown={(event) => {
        props.onKeyDown?.(event);
        if (popup === "menu" && event.key === "ArrowDown" && !open) {
          event.preventDefault();
          byKey.current = true;
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
