"use client";

import { IntlProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { ClientMessages } from "@/lib/i18n/client-messages";
import type { Locale } from "@/lib/i18n/locale";
import type { Messages } from "@/lib/i18n/messages";

type Words = Partial<Messages>;
type Props = { messages: ClientMessages; children: ReactNode };

// A text that was read once is not read again: pages come back, and the server sends the same ones to everybody.
const known = new Map<ClientMessages, Words>();
function read(text: ClientMessages): Words {
  const words = known.get(text) ?? (JSON.parse(text) as Words);
  known.set(text, words);
  return words;
}

/** The words that stand on every page. */
export function FirstMessages({ locale, messages, children }: Props & { locale: Locale }) {
  return (
    <IntlProvider locale={locale} messages={read(messages)} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}

/**
 * Adds a page's own words to those that stand above it, so that no page carries the words of another. The page takes them from
 * `clientMessages(locale, ["book"])`.
 */
export function MoreMessages({ messages, children }: Props) {
  const above = useMessages();
  const all = useMemo(() => ({ ...above, ...read(messages) }), [above, messages]);
  return (
    <IntlProvider locale={useLocale()} messages={all} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
