import { z } from "zod";
import { localPath } from "@/lib/access/origin";
import { isZone } from "@/lib/domain/zone";
import { locales } from "@/lib/i18n/locale";
import { knownZones } from "@/lib/i18n/zones";
import { isCommonPassword } from "./common-passwords";

const email = z.string().trim().min(1, "required").max(200, "too-long").pipe(z.email("not-an-email"));
const personName = z.string().trim().min(1, "required").max(120, "too-long");

/** A new password. One that is only compared needs no rules: it may be older than they are. */
export const newPassword = z
  .string()
  .min(12, "password-short")
  .max(200, "too-long")
  .refine((value) => !isCommonPassword(value), "password-common");
export const givenPassword = z.string().min(1, "required").max(200, "too-long");

export const zone = z.string().refine((name) => isZone(name, knownZones()), "not-a-zone");

/** Currencies that a company may keep its books in, ISO 4217; those of the seed's neighbourhood first. */
export const currencies = [
  "RUB",
  "BYN",
  "KZT",
  "AMD",
  "AZN",
  "GEL",
  "KGS",
  "UZS",
  "USD",
  "EUR",
  "GBP",
  "CNY",
  "TRY",
  "AED",
  "INR",
  "JPY",
] as const;

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
