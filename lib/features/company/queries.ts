import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { currencies } from "@/lib/domain/currency";
import { zoneChoices } from "@/lib/i18n/zones";
import type { CompanySettings } from "./schema";

export const loadCompany = query("company:edit", async function loadCompany(scope) {
  return { settings: settingsOf(scope), zones: zoneChoices(scope.locale, scope.now), currencies: [...currencies] };
});

/** The company's settings as this transaction sees them. */
export function settingsOf(scope: Scope): CompanySettings {
  const { name, locale, zone, currency, fiscalStartMonth } = scope.company;
  return { name, locale, zone, currency, fiscalStartMonth };
}
