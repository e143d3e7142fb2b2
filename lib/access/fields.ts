import { z } from "zod";
import { isZone } from "@/lib/domain/zone";
import { knownZones } from "@/lib/i18n/zones";
import { isCommonPassword } from "./common-passwords";

// Fields that several features' forms have, with what they demand. Messages are keys of the errors namespace.

/** A new password. One that is only compared needs no rules: it may be older than they are. */
export const newPassword = z
  .string()
  .min(12, "password-short")
  .max(200, "too-long")
  .refine((value) => !isCommonPassword(value), "password-common");
export const givenPassword = z.string().min(1, "required").max(200, "too-long");

/** An IANA zone. */
export const zone = z.string().refine((name) => isZone(name, knownZones()), "not-a-zone");
