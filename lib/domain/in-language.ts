/** A word that a company may keep in two languages: the reader's, else the other one. */
export function inLanguage(language: "ru" | "en", ru: string | null, en: string | null): string | null {
  return language === "ru" ? (ru ?? en) : (en ?? ru);
}
