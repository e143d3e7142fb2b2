import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, type Locale, preferredLocale } from "./locale";
import { messagesFor } from "./messages";

// Before sign-in no company is known, so its language cannot be either: the deployment's own language stands in.
// At sign-in the company's (or the person's) language is written to the cookie.
function fallbackLocale(): Locale {
  const configured = process.env.GRANGE_LOCALE;
  return isLocale(configured) ? configured : "en";
}

async function requestLocale(): Promise<Locale> {
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value;
  return preferredLocale(cookie, (await headers()).get("accept-language"), fallbackLocale());
}

// `asked` is set by `getTranslations({ locale })`.
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await requestLocale();
  // Dates and moments go through lib/i18n/format with an explicit zone; this one only keeps next-intl from guessing
  // the server's, which would differ from the browser's.
  return { locale, messages: messagesFor(locale), timeZone: "UTC" };
});
