"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, createContext, type ReactNode, use } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { Adopt, backTo, Disclosure, DisclosureTrigger, type TriggerProps, useDisclosure } from "./disclosure";
import { type Floating, useFloating } from "./floating";

const Parts = createContext<Floating["Dialog"] | undefined>(undefined);

export const Dialog = Disclosure;

export function DialogTrigger(props: TriggerProps) {
  return <DisclosureTrigger popup="dialog" {...props} />;
}

const width = { sm: "sm:max-w-[400px]", md: "sm:max-w-[520px]", lg: "sm:max-w-[760px]", xl: "sm:max-w-[1040px]" };
const place = {
  centre:
    "inset-x-0 bottom-0 max-h-[92dvh] rounded-t-lg sm:inset-x-auto sm:bottom-auto sm:top-[12vh] sm:left-1/2 sm:max-h-[78vh] sm:w-[calc(100vw-48px)] sm:-translate-x-1/2 sm:rounded-lg",
  side: "inset-y-0 right-0 w-full rounded-l-lg sm:w-[calc(100vw-48px)]",
};

export type DialogContentProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot; they stay in sight while the body scrolls. */
  footer?: ReactNode;
  size?: keyof typeof width;
  /** `false` keeps it open on Esc and on a click outside, while something is being written. */
  dismissable?: boolean;
  className?: string;
  children?: ReactNode;
};

export function DialogContent({ at = "centre", ...props }: DialogContentProps & { at?: keyof typeof place }) {
  const { open, setOpen, trigger, contentId } = useDisclosure();
  const floating = useFloating(open);
  const t = useTranslations("ui");
  if (!floating) return null;
  const Part = floating.Dialog;
  // Without a field the panel itself takes the focus: a ring around "Close" would say nothing.
  const focusFirst = (event: Event) => {
    const panel = event.currentTarget;
    if (!(panel instanceof HTMLElement) || panel.querySelector("input,select,textarea,[data-autofocus]")) return;
    event.preventDefault();
    panel.focus();
  };
  const hold = (event: Event) => props.dismissable === false && event.preventDefault();
  return (
    <Part.Root open={open} onOpenChange={setOpen}>
      <Part.Trigger asChild>
        <Adopt target={trigger} />
      </Part.Trigger>
      <Part.Portal>
        <Part.Overlay className="fixed inset-0 z-40 bg-[var(--scrim)]" />
        <Part.Content
          id={contentId}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={backTo(trigger)}
          onEscapeKeyDown={hold}
          onInteractOutside={hold}
          {...(props.description ? {} : { "aria-describedby": undefined })}
          className={cn(
            "fixed z-50 flex flex-col border border-line bg-raised shadow-modal outline-none",
            place[at],
            width[props.size ?? "md"],
            at === "centre" ? "animate-in" : "animate-slide",
            props.className,
          )}
        >
          <header className="px-4 pt-3.5 pr-11 pb-2">
            <Part.Title className="font-semibold text-lg tracking-[-0.01em]">{props.title}</Part.Title>
            {props.description && (
              <Part.Description className="mt-0.5 text-ink-2">{props.description}</Part.Description>
            )}
          </header>
          <Parts value={Part}>
            <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4">{props.children}</div>
            {props.footer && (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-4 py-3">
                {props.footer}
              </footer>
            )}
          </Parts>
          {/* Last, so that the first field gets the focus and not the way out. */}
          <Part.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label={t("close")} className="absolute top-3 right-3">
              <X aria-hidden size={16} />
            </Button>
          </Part.Close>
        </Part.Content>
      </Part.Portal>
    </Part.Root>
  );
}

/** Closes the dialog it stands in. */
export function DialogClose(props: ComponentProps<"button"> & { asChild?: boolean }) {
  const Part = use(Parts);
  return Part ? <Part.Close {...props} /> : null;
}
