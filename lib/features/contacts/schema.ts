import { z } from "zod";
import { isCadence } from "@/lib/domain/cadence";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { channelKinds } from "@/lib/domain/channel";
import { contactLevels } from "@/lib/domain/coverage";
import type { ContactRow } from "./queries";

export const factKinds = ["topic", "interest", "family", "social", "mutual", "avoid"] as const;
export const contactRoles = ["decides", "influences", "buys", "uses", "pays", "other"] as const;

const blankToNull = (value: string) => value.trim() || null;

function optional(max: number) {
  return z.string().max(max, "too-long").transform(blankToNull);
}

/** One way to reach a person. Whether the value fits its kind is looked at by the action, which knows the company's country. */
const channel = z.strictObject({
  kind: z.enum(channelKinds, "choose-one"),
  value: z.string().trim().min(1, "required").max(200, "too-long"),
  preferred: z.boolean(),
});

const fields = z.strictObject({
  clientId: z.uuid(),
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  jobTitle: optional(200),
  level: z.union([z.literal(""), z.enum(contactLevels)], "not-a-choice").transform((value) => value || null),
  role: z.enum(contactRoles, "choose-one"),
  isKey: z.boolean(),
  /** Days between touches with a key person; empty: as often as the client's tier says. */
  cadenceDays: z
    .string()
    .refine((value) => !value.trim() || isCadence(value), "not-a-number")
    .transform((value) => (value.trim() ? Number(value) : null)),
  reportsToId: z.union([z.literal(""), z.uuid("not-a-choice")]).transform((value) => value || null),
  /** With the year 1604 where nobody knows the year (lib/domain/birthday). */
  birthday: z
    .string()
    .refine((value) => value === "" || parseCalendarDate(value) !== null, "not-a-date")
    .transform(blankToNull),
  /** IANA; empty means the client's own. */
  zone: optional(60),
  note: optional(4000),
  channels: z.array(channel).max(12, "too-many"),
});

export const contactInput = fields;
export const contactEditInput = fields.extend({ id: z.uuid(), version: z.int() });
export const contactArchiveInput = z.strictObject({ id: z.uuid(), clientId: z.uuid(), archived: z.boolean() });
export const contactMatchInput = z.strictObject({
  /** Phones and addresses as typed; what is no number yet is left out. */
  values: z.array(z.string().max(200)).max(12),
  except: z.uuid().optional(),
});

export const zoneSearchInput = z.strictObject({ query: z.string().max(100) });

export type ContactFormValues = z.input<typeof fields>;
export type ContactFields = z.output<typeof fields>;

/** A contact as its form holds it; a new one without it. */
export function contactForm(clientId: string, contact?: ContactRow): ContactFormValues {
  return {
    clientId,
    name: contact?.name ?? "",
    jobTitle: contact?.jobTitle ?? "",
    level: contact?.level ?? "",
    role: contact?.role ?? "other",
    isKey: contact?.isKey ?? false,
    cadenceDays: contact?.cadenceDays?.toString() ?? "",
    reportsToId: contact?.reportsToId ?? "",
    birthday: contact?.birthday ?? "",
    zone: contact?.zone ?? "",
    note: contact?.note ?? "",
    channels: contact
      ? contact.channels.map(({ kind, value, preferred }) => ({ kind, value, preferred }))
      : [{ kind: "phone", value: "", preferred: false }],
  };
}

const person = { clientId: z.uuid(), contactId: z.uuid() };

/** How well a member knows a contact; 0 takes the tie away. */
export const tieInput = z.strictObject({ ...person, memberId: z.uuid("choose-one"), strength: z.int().min(0).max(3) });

const fact = z.strictObject({
  ...person,
  kind: z.enum(factKinds, "choose-one"),
  content: z.string().trim().min(1, "required").max(1000, "too-long"),
  isPrivate: z.boolean(),
});
export const factInput = fact;
export const factEditInput = fact.extend({ id: z.uuid(), version: z.int() });
export const factRemoveInput = z.strictObject({ ...person, id: z.uuid(), removed: z.boolean() });
export const colleagueSearchInput = z.strictObject({ query: z.string().max(100) });
