import type { Locale } from "./locale";
import { messagesFor, type Namespace } from "./messages";

/**
 * Words as one text (JSON): React carries a text as it is, but would walk through thousands of messages, on the server, in the rendering of the
 * page and in the browser.
 */
export type ClientMessages = string & { readonly _: "words of some namespaces" };

const texts = new Map<string, ClientMessages>();

/** What a page's client components need, and nothing else: pass it to MoreMessages. */
export function clientMessages(locale: Locale, namespaces: readonly Namespace[]): ClientMessages {
  const name = `${locale} ${namespaces.join(" ")}`;
  const messages = messagesFor(locale);
  const text =
    texts.get(name) ??
    (JSON.stringify(Object.fromEntries(namespaces.map((one) => [one, messages[one]]))) as ClientMessages);
  texts.set(name, text);
  return text;
}
