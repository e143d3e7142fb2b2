import { z } from "zod";

export const addressKinds = ["delivery", "store", "office", "legal"] as const;

const optional = (max: number) =>
  z
    .string()
    .max(max, "too-long")
    .transform((text) => text.trim() || null);

/** Whether the hours can be kept to is looked at by the action (lib/domain/delivery-slot). */
const slot = z.strictObject({ days: z.array(z.int()).max(7), from: z.string().max(5), to: z.string().max(5) });

const address = z.strictObject({
  clientId: z.uuid(),
  kind: z.enum(addressKinds, "choose-one"),
  name: optional(120),
  place: z.string().trim().min(1, "required").max(400, "too-long"),
  contactId: z.union([z.literal(""), z.uuid("not-a-choice")]).transform((id) => id || null),
  slots: z.array(slot).max(14, "too-many"),
  terms: optional(2000),
});

export const addressInput = address;
export const addressEditInput = address.extend({ id: z.uuid(), version: z.int() });
export const addressRemoveInput = z.strictObject({ id: z.uuid(), clientId: z.uuid(), removed: z.boolean() });

export type AddressForm = z.input<typeof address>;
