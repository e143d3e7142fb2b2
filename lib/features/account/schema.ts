import { z } from "zod";
import { givenPassword, newPassword, zone } from "@/lib/access/fields";
import { locales } from "@/lib/i18n/locale";

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "too-long")
    .transform((text) => text || null);

/** How the company's directory shows me. An empty zone is the company's. */
export const profileInput = z.strictObject({
  version: z.int(),
  name: z.string().trim().min(1, "required").max(120, "too-long"),
  phone: optionalText(40),
  jobTitle: optionalText(120),
  zone: z.union([z.literal("").transform(() => null), zone], "not-a-zone"),
});

export const passwordInput = z.strictObject({ current: givenPassword, password: newPassword });
export const localeInput = z.strictObject({ locale: z.enum(locales) });
export const companyInput = z.strictObject({ company: z.uuid("not-found") });
export const sessionInput = z.strictObject({ id: z.uuid("not-found") });
export const nothing = z.strictObject({});
