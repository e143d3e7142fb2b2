import "server-only";
import { cookies } from "next/headers";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/locale";
import type { Scope } from "./scope";

/** The scope with the language that the reader's browser shows: sentences made on the server stand among the page's own. */
export async function forReader(scope: Scope): Promise<Scope> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? { ...scope, locale: chosen } : scope;
}
