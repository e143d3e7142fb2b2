"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, buttonVariants } from "./button";
import { cn } from "./cn";
import { Adopt, backTo, Disclosure, DisclosureTrigger, useDisclosure } from "./disclosure";
import { useFloating } from "./floating";

type Confirm = {
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** The verb on the button: "Archive 3 clients", never "OK". */
  confirm: string;
  tone?: "default" | "destructive";
  pending?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
};

function Content({ title, description, confirm, tone = "destructive", pending, onConfirm, children }: Confirm) {
  const { open, setOpen, trigger, contentId } = useDisclosure();
  const floating = useFloating(open);
  const t = useTranslations("ui");
  if (!floating) return null;
  const Part = floating.AlertDialog;
  return (
    <Part.Root open={open} onOpenChange={setOpen}>
      <Part.Trigger asChild>
        <Adopt target={trigger} />
      </Part.Trigger>
      <Part.Portal>
        <Part.Overlay className="fixed inset-0 z-40 bg-[var(--scrim)]" />
        <Part.Content
          id={contentId}
          onCloseAutoFocus={backTo(trigger)}
          className="fixed inset-x-4 bottom-4 z-50 animate-in rounded-lg border border-line bg-raised p-4 shadow-modal outline-none sm:inset-x-auto sm:top-[20vh] sm:bottom-auto sm:left-1/2 sm:w-[420px] sm:-translate-x-1/2"
        >
          <Part.Title className="font-semibold text-lg tracking-[-0.01em]">{title}</Part.Title>
          <Part.Description className="mt-1 text-ink-2">{description}</Part.Description>
          {children && <div className="mt-3">{children}</div>}
          <div className="mt-4 flex justify-end gap-2">
            <Part.Cancel className={cn(buttonVariants({ variant: "outline" }))}>{t("cancel")}</Part.Cancel>
            <Button variant={tone} pending={pending} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </Part.Content>
      </Part.Portal>
    </Part.Root>
  );
}

/** Asks before something that is hard to take back. What can be undone should show an undo toast instead. */
export function ConfirmDialog({
  trigger,
  open,
  onOpenChange,
  ...content
}: Confirm & { trigger?: ReactNode; open?: boolean; onOpenChange?: (open: boolean) => void }) {
  return (
    <Disclosure open={open} onOpenChange={onOpenChange}>
      {trigger && (
        <DisclosureTrigger popup="dialog" asChild>
          {trigger}
        </DisclosureTrigger>
      )}
      <Content {...content} />
    </Disclosure>
  );
}
