"use client";

import { IntlProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Messages } from "@/lib/i18n/messages";

/**
 * Adds a page's own words to those that stand above it, so that no page carries the words of another. The page takes them from
 * `clientMessages(locale, ["book"])`.
 */
export function MoreMessages({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  const above = useMessages();
  const all = useMemo(() => ({ ...above, ...messages }), [above, messages]);
  return (
    <IntlProvider locale={useLocale()} messages={all} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
