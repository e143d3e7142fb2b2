"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";

export type BookWords = ReturnType<typeof useBookWords>;

/** What cells speak with, made once for the table: made in each of its thousand cells, it would take longer than they do. */
export function useBookWords() {
  const t = useTranslations("book");
  const words = useTranslations("words");
  const locale = useLocale();
  return useMemo(() => ({ t, words, locale }), [t, words, locale]);
}
