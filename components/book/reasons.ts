import type { useTranslations } from "next-intl";
import { patchQuery } from "@/components/data-table/table-query";
import type { Reason } from "@/components/ui/why";
import { addMonths } from "@/lib/domain/calendar-date";
import { yearName } from "@/lib/domain/fiscal-year";
import { type Growth, growthGap } from "@/lib/domain/growth";
import { deviationOf, type PlanSum } from "@/lib/domain/plan-sum";
import { ratio } from "@/lib/domain/rounding";
import type { Book, BookRow, BookTotals } from "@/lib/features/book/queries";
import { day, money, monthName, percent } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

export type Told = Pick<Book, "today" | "currency" | "year" | "toDate" | "planned" | "state" | "concentration">;
type Span = "year" | "toDate";

export type Speaker = {
  t: ReturnType<typeof useTranslations<"book.why">>;
  words: ReturnType<typeof useTranslations<"words">>;
  locale: Locale;
  /** The address's, from which a group is opened. */
  query: string;
  book: Told;
};

/**
 * Why each figure of the book is what it is, with the rows behind it: of a client's, or of a sum over a group or over all that match. Comes with the
 * first question (use-reasons).
 */
export function bookReasons({ t, words, locale, query, book }: Speaker) {
  const { today, currency, planned, state, concentration } = book;
  const full = (amount: bigint) => money(amount, currency, locale);
  const asOf = day(today, locale);
  const month = (on: string) => `${monthName(Number(on.slice(5, 7)), locale)} ${on.slice(0, 4)}`;
  const span = ({ from, to }: { from: string; to: string }) => ({ from: month(from), to: month(addMonths(to, -1)) });
  const period = { year: yearName(planned.fiscalYear, planned.startMonth), month: month(planned.runs) };

  const planReason = (which: "year" | "month", sum: PlanSum): Reason => {
    const { fact, plan, toDate } = sum;
    const deviation = deviationOf(sum);
    if (plan === null) return { definition: t("planNone", { period: period[which] }), formula: full(fact), asOf };
    const share = plan > 0n ? ratio(fact, plan) : null;
    return {
      definition: t("plan", {
        period: period[which],
        passed: String(planned.days.passed),
        total: String(planned.days.total),
      }),
      formula: t("planFormula", {
        fact: full(fact),
        plan: full(plan),
        percent: share === null ? words("noValue") : percent(share, locale, { digits: 1 }),
        toDate: full(toDate ?? 0n),
        deviation: deviation === null ? words("noValue") : money(deviation, currency, locale, { sign: true }),
      }),
      asOf,
    };
  };
  const lines = (row: BookRow, { from, to }: { from: string; to: string }) => ({
    href: `/clients/${row.id}/sales/lines?${new URLSearchParams({ from, to })}`,
    label: t("lines"),
  });
  const amountReason = (which: Span, now: bigint): Reason => ({
    definition: t(which === "year" ? "turnover" : "toDate", span(book[which])),
    formula: full(now),
    asOf,
  });
  const growthReason = (which: Span, now: bigint, before: bigint, growth?: Growth): Reason => ({
    definition: [
      t(which === "year" ? "turnover" : "toDate", span(book[which])),
      growth === null ? t("noGrowth", { gap: words(`growth.${growthGap(now, before)}`) }) : t("growth"),
    ].join(" "),
    formula: t("growthFormula", { after: full(now), before: full(before) }),
    asOf,
  });
  const shareReason = (part: bigint): Reason => ({
    definition: t("share"),
    formula: t("shareFormula", { part: full(part), whole: full(concentration.turnover) }),
    asOf,
  });

  /** A sum says over whom it is, and how to see them alone where it is a group's. */
  const summed = (reason: Reason, { clients }: BookTotals, group: string | undefined, more?: string): Reason => ({
    ...reason,
    definition: [t("sum", { clients }), more, reason.definition].filter(Boolean).join(" "),
    rows:
      group === undefined || state.group === "none"
        ? undefined
        : {
            href: `/book?${patchQuery(query, { [state.group]: [group], group: "none" })}`,
            label: t("group"),
          },
  });
  const grown = { year: "growth", toDate: "toDateGrowth" } as const;
  const amounts = { year: ["turnover", "before"], toDate: ["toDate", "toDateBefore"] } as const;

  return {
    plan: (which: "year" | "month") => ({
      why: (row: BookRow): Reason => ({
        ...planReason(which, row.figures?.plan[which] ?? { fact: 0n, plan: null, toDate: null }),
        rows:
          which === "year"
            ? {
                href: `/progress?${new URLSearchParams({ by: "month", client: row.id, view: "owner" })}`,
                label: t("months"),
              }
            : lines(row, { from: planned.runs, to: addMonths(planned.runs, 1) }),
      }),
      whyTotal: (sum: BookTotals, group?: string) =>
        summed(planReason(which, sum.plan[which]), sum, group, t("sumUnplanned")),
    }),
    amount: (which: Span) => ({
      why: (row: BookRow): Reason => ({
        ...amountReason(which, row.figures?.[amounts[which][0]] ?? 0n),
        rows: lines(row, book[which]),
      }),
      whyTotal: (sum: BookTotals, group?: string) => summed(amountReason(which, sum[amounts[which][0]]), sum, group),
    }),
    growth: (which: Span) => ({
      why: (row: BookRow): Reason => ({
        ...growthReason(
          which,
          row.figures?.[amounts[which][0]] ?? 0n,
          row.figures?.[amounts[which][1]] ?? 0n,
          row.figures?.[grown[which]],
        ),
        rows: { href: `/clients/${row.id}/sales`, label: t("sales") },
      }),
      whyTotal: (sum: BookTotals, group?: string) =>
        summed(growthReason(which, sum[amounts[which][0]], sum[amounts[which][1]]), sum, group),
    }),
    share: {
      why: (row: BookRow): Reason => ({
        ...shareReason(row.figures?.turnover ?? 0n),
        rows: lines(row, book.year),
      }),
      whyTotal: (sum: BookTotals, group?: string) => summed(shareReason(sum.turnover), sum, group),
    },
  };
}
