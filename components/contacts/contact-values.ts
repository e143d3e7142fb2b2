import type { ContactRow } from "@/lib/features/contacts/queries";
import { type ContactFormValues, contactForm } from "@/lib/features/contacts/schema";

/** Channels are told apart while they are typed; the actions do not get these keys. */
export type ChannelValue = ContactFormValues["channels"][number] & { key: string };
export type ContactValues = Omit<ContactFormValues, "channels"> & { channels: ChannelValue[] };

/** The form of a contact: its values, and for an edited one the version that they were read at and what they were then. */
export type ContactDraft = { version: number; base: ContactValues; values: ContactValues };

function keyed(values: ContactFormValues): ContactValues {
  return { ...values, channels: values.channels.map((channel, at) => ({ ...channel, key: String(at) })) };
}

export function contactDraft(clientId: string, contact?: ContactRow): ContactDraft {
  const values = keyed(contactForm(clientId, contact));
  return { version: contact?.version ?? 0, base: values, values };
}

/** What the actions take: rows of channels that were left empty are not meant. */
export function contactInputOf({ values }: ContactDraft): { input: ContactFormValues; rows: string[] } {
  const meant = values.channels.filter((channel) => channel.value.trim());
  const channels = meant.map(({ kind, value, preferred }) => ({ kind, value, preferred }));
  return { input: { ...values, channels }, rows: meant.map(({ key }) => key) };
}

/** Their side of a refused save, when it was refused because of one. */
export function conflictOf(values: unknown): { values: ContactValues; version: number } | null {
  if (typeof values !== "object" || values === null || !("theirs" in values)) return null;
  const { theirs, version } = values as { theirs: ContactFormValues; version: number };
  return { values: keyed(theirs), version };
}
