"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { type ToastMessage, takeToasts } from "./toast";

function show({ tone, title, description, action, duration, id }: ToastMessage): void {
  const options = {
    id,
    description,
    duration: duration ?? (tone === "error" ? 8000 : 4000),
    action: action && { label: action.label, onClick: action.run },
  };
  if (tone === "error") sonner.error(title, options);
  else if (tone === "success") sonner.success(title, options);
  else sonner.message(title, options);
}

const classNames = {
  toast:
    "flex w-full items-start gap-2.5 rounded-lg border border-line bg-raised px-3 py-2.5 text-ink shadow-modal sm:w-[356px]",
  title: "font-medium",
  description: "text-ink-2 text-xs mt-0.5",
  content: "min-w-0 flex-1",
  icon: "mt-0.5 [&_svg]:size-4",
  success: "[&_[data-icon]]:text-green",
  error: "[&_[data-icon]]:text-red",
  actionButton:
    "shrink-0 h-6.5 rounded-md border border-line bg-sheet px-2 text-xs font-medium text-green hover:border-edge self-center",
  closeButton: "order-last shrink-0 size-6 grid place-items-center rounded-sm text-ink-3 hover:bg-hair hover:text-ink",
};

export default function ToastStack({ first }: { first: ToastMessage[] }) {
  const t = useTranslations("ui");
  const handed = useRef(0);
  useEffect(() => {
    for (const message of first.slice(handed.current)) show(message);
    handed.current = first.length;
    return takeToasts(show);
  }, [first]);
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={t("notifications")}
      closeButton
      expand
      style={{ fontFamily: "inherit" }}
      gap={8}
      visibleToasts={3}
      toastOptions={{ unstyled: true, classNames, closeButtonAriaLabel: t("close") }}
    />
  );
}
