"use client";

import type { ReactNode } from "react";

export type ToastMessage = {
  id: string;
  tone: "plain" | "success" | "error";
  title: ReactNode;
  description?: ReactNode;
  action?: { label: string; run: () => void };
  /** How long it stays, in milliseconds; `Infinity` until it is closed. */
  duration?: number;
};

type Options = Partial<Omit<ToastMessage, "title" | "tone">>;

const waiting: ToastMessage[] = [];
let deliver: ((message: ToastMessage) => void) | undefined;
let count = 0;

function post(tone: ToastMessage["tone"], title: ReactNode, options: Options = {}): void {
  count += 1;
  const message = { tone, title, ...options, id: options.id ?? `toast-${count}` };
  if (deliver) deliver(message);
  else waiting.push(message);
}

/** A short message at the bottom of the window. The same `id` replaces an earlier one. */
export const toast = {
  message: (title: ReactNode, options?: Options) => post("plain", title, options),
  success: (title: ReactNode, options?: Options) => post("success", title, options),
  error: (title: ReactNode, options?: Options) => post("error", title, options),
  /** After a destructive or bulk act: what was done, and ten seconds to take it back. */
  undo: (title: ReactNode, label: string, undo: () => void, options?: Options) =>
    post("plain", title, { duration: 10_000, ...options, action: { label, run: undo } }),
};

/** The toaster takes over here; what was posted before it woke up is handed to it. */
export function takeToasts(handler: (message: ToastMessage) => void): () => void {
  deliver = handler;
  for (const message of waiting.splice(0)) handler(message);
  return () => {
    deliver = undefined;
  };
}
