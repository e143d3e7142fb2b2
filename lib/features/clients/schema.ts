import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { clientKinds, requisiteFaults } from "@/lib/domain/requisites";
import { tiers } from "@/lib/domain/tier";
import { workModes } from "@/lib/domain/work-mode";

// What may be typed into the forms of a client. Messages are keys of the errors namespace.

const blankToNull = (value: string) => value.trim() || null;

/** An empty field of a form is no value. */
function optional(max: number) {
  return z.string().max(max, "too-long").transform(blankToNull);
}

/** Digits (a KPP also has letters) as they are copied from a letter: spaces and dashes inside are not part of the number. */
const requisite = z
  .string()
  .max(60, "too-long")
  .transform((value) => value.replaceAll(/[\s\u00a0\u2010-\u2015-]/g, "").toUpperCase() || null);

const optionalId = z.union([z.literal(""), z.uuid("not-a-choice")]).transform((value) => value || null);

const optionalDay = z
  .string()
  .refine((value) => value === "" || parseCalendarDate(value) !== null, "not-a-date")
  .transform(blankToNull);

const website = z
  .string()
  .trim()
  .max(300, "too-long")
  .transform((value) => (value === "" || /^https?:\/\//i.test(value) ? value : `https://${value}`))
  .refine((value) => value === "" || /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(value), "not-a-link")
  .transform(blankToNull);

/** One client as its form holds it. */
const fields = z.strictObject({
  kind: z.enum(clientKinds, "choose-one"),
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  legalName: optional(300),
  inn: requisite,
  kpp: requisite,
  ogrn: requisite,
  industryId: optionalId,
  regionId: optionalId,
  city: optional(120),
  /** IANA; whether the platform knows it is asked by the action. */
  zone: optional(60),
  website,
  tier: z.union([z.literal(""), z.enum(tiers)], "not-a-choice").transform((value) => value || null),
  workMode: z.enum(workModes, "choose-one"),
  since: optionalDay,
  note: optional(4000),
  tagIds: z.array(z.uuid("not-a-choice")).max(20, "too-many"),
});

type Checked = Pick<z.output<typeof fields>, "kind" | "inn" | "kpp" | "ogrn">;

function checkDigits(client: Checked, context: z.core.$RefinementCtx): void {
  for (const [field, message] of Object.entries(requisiteFaults(client)))
    context.addIssue({ code: "custom", path: [field], message });
}

/** A new client. Without an owner only for those who see the whole company. */
export const clientInput = fields.extend({ parentId: optionalId, ownerId: optionalId }).superRefine(checkDigits);

/** An edited client; a `parentId` that is left out stays as it is, because a parent out of reach has no id here. */
export const clientEditInput = fields
  .extend({ id: z.uuid(), version: z.int(), parentId: optionalId.optional() })
  .superRefine(checkDigits);

/** What the form holds: every field as text. */
export type ClientFormValues = z.input<typeof fields> & { parentId: string };
export type ClientFields = z.output<typeof fields>;

export const clientArchiveInput = z.strictObject({ id: z.uuid(), archived: z.boolean() });
export const clientChoicesInput = z.strictObject({});
export const clientSearchInput = z.strictObject({ query: z.string().max(200), except: z.uuid().optional() });
export const duplicateInput = z.strictObject({
  name: z.string().max(200),
  inn: requisite,
  kpp: requisite,
  except: z.uuid().optional(),
});
export const bulkTagInput = z.strictObject({
  clientIds: z.array(z.uuid()).min(1, "nothing-chosen").max(5000, "too-many"),
  tagId: z.uuid("choose-one"),
});
export const newTagInput = z.strictObject({ name: z.string().trim().min(1, "required").max(60, "too-long") });
