"use client";

import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Reason } from "@/components/ui/why";
import type { BookRow, BookTotals } from "@/lib/features/book/queries";
import type { bookReasons, Told } from "./reasons";

type Reasons = ReturnType<typeof bookReasons>;
type Of = { why: (row: BookRow) => Reason; whyTotal: (sum: BookTotals, group?: string) => Reason };

/** What the book's figures answer when somebody asks; how they do comes with the first question. */
export function useReasons(book: Told) {
  const t = useTranslations("book.why");
  const words = useTranslations("words");
  const locale = useLocale();
  const query = useSearchParams().toString();
  return useMemo(() => {
    const ask = (of: (reasons: Reasons) => Of) => {
      const answer = (tell: (by: Of) => Reason) => async () => {
        const { bookReasons } = await import("./reasons");
        return tell(of(bookReasons({ t, words, locale, query, book })));
      };
      return {
        why: (row: BookRow) => answer((by) => by.why(row)),
        whyTotal: (sum: BookTotals, group?: string) => answer((by) => by.whyTotal(sum, group)),
      };
    };
    return {
      plan: (which: "year" | "month") => ask((reasons) => reasons.plan(which)),
      amount: (which: "year" | "toDate") => ask((reasons) => reasons.amount(which)),
      growth: (which: "year" | "toDate") => ask((reasons) => reasons.growth(which)),
      share: ask((reasons) => reasons.share),
    };
  }, [t, words, locale, query, book]);
}
