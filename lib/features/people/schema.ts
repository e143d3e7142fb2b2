import { z } from "zod";
import { zone } from "@/lib/access/fields";
import { roles } from "@/lib/domain/roles";
import { locales } from "@/lib/i18n/locale";

/** State of /admin/people. */
export const peopleFilter = z.object({
  q: z.string().max(100).catch("").default(""),
  role: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(roles)).catch([])),
  team: z.uuid().optional().catch(undefined),
  left: z.preprocess((value) => value === "1", z.boolean()),
  sort: z.enum(["name", "-name", "clients", "-clients", "joined", "-joined"]).catch("name").default("name"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  size: z.coerce
    .number()
    .pipe(z.literal([50, 100, 200]))
    .catch(50)
    .default(50),
  cols: z.string().max(200).optional().catch(undefined),
  /** Whose sheet is open. */
  person: z.uuid().optional().catch(undefined),
});
export type PeopleFilter = z.output<typeof peopleFilter>;

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "too-long")
    .transform((text) => text || null);
const name = z.string().trim().min(1, "required").max(120, "too-long");
const heldRoles = z
  .array(z.enum(roles))
  .min(1, "choose-one")
  .transform((held) => roles.filter((role) => held.includes(role)));

export const personInput = z.strictObject({
  id: z.uuid("not-found"),
  version: z.int(),
  name,
  jobTitle: optionalText(120),
  phone: optionalText(40),
  roles: heldRoles,
  /** Empty: the company's own. */
  zone: z.union([z.literal("").transform(() => null), zone], "not-a-zone"),
});

export const inviteInput = z.strictObject({
  email: z.string().trim().min(1, "required").max(200, "too-long").pipe(z.email("not-an-email")),
  name,
  jobTitle: optionalText(120),
  roles: heldRoles,
  team: z.union([z.literal("").transform(() => null), z.uuid()], "not-a-choice"),
  /** The language of the mail, and of the new account. */
  locale: z.enum(locales, "choose-one"),
});

export const invitationInput = z.strictObject({ id: z.uuid("not-found") });
