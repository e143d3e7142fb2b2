export const locales = ["en", "ru"] as const;
export type Locale = (typeof locales)[number];

/** The cookie that holds the person's own choice of language. Readable by anyone, trusted by no one: it only picks words. */
export const LOCALE_COOKIE = "grange-locale";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The language of a request: the person's choice, else what the browser asks for, else the fallback.
 * `acceptLanguage` is the raw header (RFC 9110, 12.5.4); of two equally wanted languages the first one wins.
 */
export function preferredLocale(cookie: string | undefined, acceptLanguage: string | null, fallback: Locale): Locale {
  if (isLocale(cookie)) return cookie;
  let best: { locale: Locale; quality: number } | undefined;
  for (const part of (acceptLanguage ?? "").split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const locale = tag.split("-")[0];
    const quality = Number(parameters.find((parameter) => parameter.trim().startsWith("q="))?.split("=")[1] ?? 1);
    if (isLocale(locale) && quality > 0 && quality > (best?.quality ?? 0)) best = { locale, quality };
  }
  return best?.locale ?? fallback;
}
