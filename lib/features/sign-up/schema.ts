import { z } from "zod";
import { givenPassword, newPassword, zone } from "@/lib/access/fields";
import { localPath } from "@/lib/access/origin";
import { currencies } from "@/lib/domain/currency";
import { locales } from "@/lib/i18n/locale";

const email = z.string().trim().min(1, "required").max(200, "too-long").pipe(z.email("not-an-email"));
const personName = z.string().trim().min(1, "required").max(120, "too-long");

export const firstRunInput = z.strictObject({
  code: z
    .string()
    .trim()
    .min(1, "required")
    .max(40, "too-long")
    .transform((text) => text.toUpperCase()),
  company: z.string().trim().min(1, "required").max(120, "too-long"),
  locale: z.enum(locales, "choose-one"),
  zone,
  currency: z.enum(currencies, "choose-one"),
  name: personName,
  email,
  password: newPassword,
});

/** `name` is what a new person is called; someone known already keeps theirs and gives their own password. */
export const invitationAnswer = z.strictObject({
  name: z.string().trim().max(120, "too-long"),
  password: givenPassword,
});

export const resetRequest = z.strictObject({ email });
export const resetAnswer = z.strictObject({ password: newPassword });

/** What the address of /sign-in may carry: where to go afterwards (this site only), and that a password was just set. */
export const signInParams = z.object({
  to: z
    .string()
    .optional()
    .catch(undefined)
    .transform((path) => localPath(path, "/")),
  reset: z.preprocess((value) => value === "1", z.boolean()),
});
