"use client";

import { useMemo } from "react";
import type { Column } from "@/components/data-table/column";
import { GrowthCell } from "@/components/sales/growth-text";
import { growthOf } from "@/lib/domain/growth";
import type { PlanSum } from "@/lib/domain/plan-sum";
import type { Book, BookRow, BookTotals } from "@/lib/features/book/queries";
import { percent } from "@/lib/i18n/format";
import { useBookWords } from "./book-words";
import { ContractCell, MonthsCell, RhythmCell, StageCell, Sum, TouchCell } from "./figure-cells";
import { PlanCell } from "./plan-cell";
import { useReasons } from "./use-reasons";

type Columns = Column<BookRow, BookTotals>[];
type FigureColumn =
  | "touch"
  | "year"
  | "month"
  | "months"
  | "turnover"
  | "growth"
  | "stage"
  | "contract"
  | "rhythm"
  | "toDate"
  | "toDateGrowth"
  | "share"
  | "class";

/**
 * What the book counts: touch, plan, sales, rhythm, stage, contract. Quiet until asked for is what a KAM looks up now and then; all of it is, where
 * nobody ever bought.
 */
export function useFigureColumns(
  book: Pick<Book, "today" | "currency" | "year" | "toDate" | "planned" | "state" | "has" | "concentration">,
): {
  touch: Columns;
  plan: Columns;
  sales: Columns;
} {
  const say = useBookWords();
  const { today, currency, year, has, concentration } = book;
  const top = concentration.top?.share;
  const why = useReasons(book);

  return useMemo(() => {
    const { t, words, locale } = say;
    const quiet = { hidden: true, card: "hidden" } as const;
    const column = (id: FigureColumn) => ({ id, header: t(`column.${id}`), title: t(`columnTitle.${id}`) });
    return {
      touch: [
        {
          ...column("touch"),
          sortable: "desc",
          cell: (row) => row.figures && <TouchCell say={say} touch={row.figures.touch} today={today} />,
        },
      ],
      plan: (["year", "month"] as const).map((which) => ({
        ...column(which),
        ...why.plan(which),
        sortable: true,
        hidden: !has.plans,
        cell: (row) =>
          row.figures &&
          isTold(row.figures.plan[which]) && (
            <PlanCell
              say={say}
              sum={row.figures.plan[which]}
              forecast={row.forecast?.[which] ?? null}
              currency={currency}
              {...shape[which]}
            />
          ),
        footer: ({ plan }) =>
          isTold(plan[which]) && <PlanCell say={say} sum={plan[which]} currency={currency} {...shape[which]} />,
      })),
      sales: [
        {
          ...column("months"),
          hidden: !has.sales,
          card: "hidden",
          cell: (row) => <MonthsCell say={say} row={row} year={year} currency={currency} />,
        },
        {
          ...column("turnover"),
          ...why.amount("year"),
          align: "end",
          sortable: "desc",
          hidden: !has.sales,
          cell: (row) =>
            row.figures?.rhythm && (
              <Sum say={say} amount={row.figures.turnover} before={row.figures.before} currency={currency} />
            ),
          footer: (sum) => <Sum say={say} amount={sum.turnover} before={sum.before} currency={currency} />,
        },
        {
          ...column("growth"),
          ...why.growth("year"),
          align: "end",
          sortable: "desc",
          hidden: !has.sales,
          cell: ({ figures }) =>
            figures?.rhythm && (
              <GrowthCell say={say} growth={figures.growth} of={{ amount: figures.turnover, before: figures.before }} />
            ),
          footer: (sum) => {
            const alike = growthOf(sum.alike, sum.alikeBefore);
            const title =
              typeof alike === "number" ? t("alike", { growth: percent(alike, locale, { sign: true }) }) : undefined;
            return (
              <GrowthCell
                say={say}
                growth={growthOf(sum.turnover, sum.before)}
                of={{ amount: sum.turnover, before: sum.before }}
                title={title}
              />
            );
          },
        },
        {
          ...column("stage"),
          sortable: true,
          hidden: !has.sales,
          cell: (row) => <StageCell say={say} figures={row.figures} />,
        },
        {
          ...column("contract"),
          sortable: true,
          hidden: !has.contracts,
          card: "hidden",
          cell: (row) => <ContractCell say={say} endsOn={row.figures?.contractEndsOn} today={today} />,
        },
        {
          ...column("rhythm"),
          ...quiet,
          align: "end",
          sortable: "desc",
          cell: (row) => <RhythmCell say={say} row={row} />,
        },
        {
          ...column("toDate"),
          ...why.amount("toDate"),
          ...quiet,
          align: "end",
          sortable: "desc",
          cell: (row) =>
            row.figures?.rhythm && (
              <Sum say={say} amount={row.figures.toDate} before={row.figures.toDateBefore} currency={currency} />
            ),
          footer: (sum) => <Sum say={say} amount={sum.toDate} before={sum.toDateBefore} currency={currency} />,
        },
        {
          ...column("toDateGrowth"),
          ...why.growth("toDate"),
          ...quiet,
          align: "end",
          cell: ({ figures }) =>
            figures?.rhythm && (
              <GrowthCell
                say={say}
                growth={figures.toDateGrowth}
                of={{ amount: figures.toDate, before: figures.toDateBefore }}
              />
            ),
          footer: (sum) => (
            <GrowthCell
              say={say}
              growth={growthOf(sum.toDate, sum.toDateBefore)}
              of={{ amount: sum.toDate, before: sum.toDateBefore }}
            />
          ),
        },
        {
          ...column("share"),
          ...why.share,
          ...quiet,
          align: "end",
          cell: (row) =>
            row.figures?.share ? (
              <span className="text-ink-2">{percent(row.figures.share, locale, { digits: 1 })}</span>
            ) : null,
          footer: (sum) =>
            top !== undefined && concentration.turnover > 0n
              ? percent(Number(sum.turnover) / Number(concentration.turnover), locale, { digits: 1 })
              : words("noValue"),
        },
        {
          ...column("class"),
          ...quiet,
          sortable: "desc",
          cell: (row) =>
            row.figures?.abc && (
              <span className="text-ink-2" title={row.xyz ? undefined : t("xyzNone", { abc: row.figures.abc })}>
                {row.figures.abc}
                <span className="text-ink-3">{row.xyz}</span>
              </span>
            ),
        },
      ],
    };
  }, [say, today, currency, year, has.sales, has.contracts, has.plans, top, concentration.turnover, why]);
}

const isTold = ({ fact, plan }: PlanSum) => plan !== null || fact !== 0n;

/** The year is what the book is about; the month stands beside it, smaller. */
const shape = { year: { width: 76, gap: true }, month: { width: 48 } } as const;
