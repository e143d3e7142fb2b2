import { z } from "zod";
import { zone } from "@/lib/access/fields";
import { currencies } from "@/lib/domain/currency";
import { locales } from "@/lib/i18n/locale";

const settings = z.strictObject({
  name: z.string().trim().min(1, "required").max(120, "too-long"),
  locale: z.enum(locales, "choose-one"),
  zone,
  currency: z.enum(currencies, "not-a-currency"),
  /** 1–12 */
  fiscalStartMonth: z.coerce.number("choose-one").int("choose-one").min(1, "choose-one").max(12, "choose-one"),
});

/** `was`: the settings as the form showed them, so that two admins do not overwrite each other unseen. */
export const companySettingsInput = z.strictObject({
  ...settings.shape,
  was: z.strictObject({
    name: z.string(),
    locale: z.string(),
    zone: z.string(),
    currency: z.string(),
    fiscalStartMonth: z.number(),
  }),
});

export type CompanySettings = {
  name: string;
  locale: string;
  zone: string;
  currency: string;
  fiscalStartMonth: number;
};
