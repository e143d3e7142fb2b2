import { z } from "zod";

export const partnerKinds = [
  "contractor",
  "ad_platform",
  "logistics",
  "supplier",
  "bank",
  "consultant",
  "other",
] as const;

const optional = (max: number) =>
  z
    .string()
    .max(max, "too-long")
    .transform((text) => text.trim() || null);

const partner = z.strictObject({
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  kind: z.enum(partnerKinds, "choose-one"),
  city: optional(120),
  website: optional(300),
  note: optional(4000),
});

const person = z.strictObject({
  partnerId: z.uuid(),
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  jobTitle: optional(200),
  phone: optional(60),
  email: optional(200),
  note: optional(2000),
});

const link = z.strictObject({
  clientId: z.uuid(),
  partnerId: z.uuid("choose-one"),
  role: z.enum(partnerKinds, "choose-one"),
  personId: z.union([z.literal(""), z.uuid("not-a-choice")]).transform((id) => id || null),
  note: optional(2000),
});

const edited = { id: z.uuid(), version: z.int() };
const archived = { id: z.uuid(), archived: z.boolean() };

export const partnerInput = partner;
export const partnerEditInput = partner.extend(edited);
export const partnerArchiveInput = z.strictObject(archived);
export const partnerPersonInput = person;
export const partnerPersonEditInput = person.extend(edited);
export const partnerPersonArchiveInput = z.strictObject({ ...archived, partnerId: z.uuid() });
export const linkInput = link;
export const linkEditInput = link.extend(edited);
export const linkRemoveInput = z.strictObject({ id: z.uuid(), clientId: z.uuid(), removed: z.boolean() });
export const partnerSearchInput = z.strictObject({ query: z.string().max(100) });
export const partnerPeopleInput = z.strictObject({ partnerId: z.uuid() });

/** What the list of partners shows; a broken address shows all. */
export const partnerFilter = z.object({
  q: z.string().max(100).catch("").default(""),
  kind: z.enum(partnerKinds).optional().catch(undefined),
});
export type PartnerFilter = z.output<typeof partnerFilter>;

export type PartnerForm = z.input<typeof partner>;
export type PartnerPersonForm = z.input<typeof person>;
export type LinkForm = z.input<typeof link>;
