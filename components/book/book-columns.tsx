"use client";

import { useMemo } from "react";
import { LocalTime } from "@/components/clients/local-time";
import type { Column } from "@/components/data-table/column";
import { Badge } from "@/components/ui/badge";
import { addDays } from "@/lib/domain/calendar-date";
import type { Book, BookRow, BookTotals } from "@/lib/features/book/queries";
import { day, number, phone, shortDay, tenure } from "@/lib/i18n/format";
import { type BookWords, useBookWords } from "./book-words";
import { MissedTag } from "./figure-cells";
import { useFigureColumns } from "./figure-columns";

/**
 * What the book says of a client, in the order of its columns. What nobody in the book has (a deputy, a tag) is hidden until asked for;
 * what it counts stands in figure-columns.
 */
export function useBookColumns(
  book: Pick<
    Book,
    "rows" | "reach" | "now" | "today" | "state" | "currency" | "year" | "toDate" | "planned" | "has" | "concentration"
  >,
): Column<BookRow, BookTotals>[] {
  const say = useBookWords();
  const { rows, reach, now, today, state } = book;
  const figures = useFigureColumns(book);
  const noDeputy = !rows.some((row) => row.deputies.length > 0);
  const noTag = !rows.some((row) => row.tags.length > 0);

  return useMemo(() => {
    const { t, words, locale } = say;
    return [
      {
        id: "name",
        header: t("column.name"),
        sortable: true,
        width: 200,
        hideable: false,
        cell: (row) => <span className={cut("max-w-48 2xl:max-w-64")}>{row.name}</span>,
        after: (row) => (
          <>
            <MissedTag say={say} row={row} />
            {row.parent && (
              <span className={cut("max-w-24 text-ink-3 text-xs sm:max-2xl:hidden")} title={row.parent.name}>
                {row.parent.name}
              </span>
            )}
          </>
        ),
      },
      {
        id: "code",
        header: t("column.code"),
        sortable: true,
        hidden: true,
        card: "hidden",
        cell: (row) => <span className="text-ink-2">{row.code}</span>,
      },
      {
        id: "tier",
        header: t("column.tier"),
        title: t("columnTitle.tier"),
        sortable: true,
        cell: (row) => <span className="text-ink-2">{row.tier ?? words("noValue")}</span>,
      },
      ...figures.touch,
      ...figures.plan,
      ...figures.sales,
      {
        id: "mode",
        header: t("column.mode"),
        title: t("columnTitle.mode"),
        sortable: true,
        hidden: book.has.sales,
        cell: (row) => <span className="text-ink-2">{words(`workMode.${row.workMode}`)}</span>,
      },
      {
        id: "owner",
        header: t("column.owner"),
        sortable: true,
        hidden: reach === "few" || state.group === "owner",
        cell: (row) => row.owner?.name ?? <span className="text-amber">{words("unassigned")}</span>,
      },
      {
        id: "keyContact",
        header: t("column.keyContact"),
        cell: (row) => <KeyContact say={say} contact={row.keyContact} known={row.contacts > 0} />,
      },
      {
        id: "phone",
        header: t("column.phone"),
        hidden: book.has.sales,
        cell: (row) =>
          row.keyContact?.phone && (
            <a href={`tel:${row.keyContact.phone}`} tabIndex={-1} className="link tabular-nums">
              {phone(row.keyContact.phone)}
            </a>
          ),
      },
      {
        id: "place",
        header: t("column.place"),
        hidden: book.has.sales,
        cell: (row) => <Place row={row} now={now} />,
      },
      {
        id: "since",
        header: t("column.since"),
        title: t("columnTitle.since"),
        sortable: true,
        hidden: book.has.sales,
        cell: (row) => <Length say={say} row={row} today={today} />,
      },
      {
        id: "industry",
        header: t("column.industry"),
        sortable: true,
        hidden: state.group === "industry" || book.has.sales,
        card: "hidden",
        cell: (row) => <span className="text-ink-2">{row.industry}</span>,
      },
      {
        id: "region",
        header: t("column.region"),
        sortable: true,
        hidden: reach === "few" || state.group === "region",
        card: "hidden",
        cell: (row) => <span className="text-ink-2">{row.region}</span>,
      },
      {
        id: "deputy",
        header: t("column.deputy"),
        hidden: noDeputy,
        cell: (row) =>
          row.deputies.map(({ name, endsOn }) => (
            <span key={name} className="mr-2 text-ink-2">
              {name}{" "}
              {endsOn && (
                <span className="text-ink-3">{t("until", { day: shortDay(addDays(endsOn, -1), locale, today) })}</span>
              )}
            </span>
          )),
      },
      {
        id: "tags",
        header: t("column.tags"),
        hidden: noTag,
        cell: (row) =>
          row.tags.length > 0 && (
            <span className="inline-flex gap-1" title={row.tags.map(({ name }) => name).join(", ")}>
              {row.tags.slice(0, 2).map((tag) => (
                <Badge key={tag.id}>{tag.name}</Badge>
              ))}
              {row.tags.length > 2 && <span className="text-ink-3">+{row.tags.length - 2}</span>}
            </span>
          ),
      },
      {
        id: "contacts",
        header: t("column.contacts"),
        title: t("columnTitle.contacts"),
        align: "end",
        sortable: "desc",
        card: "hidden",
        cell: (row) => <span className={row.contacts === 0 ? "text-amber" : "text-ink-2"}>{row.contacts}</span>,
        footer: (sum) => number(sum.contacts, locale),
      },
      {
        id: "inn",
        header: t("column.inn"),
        hidden: true,
        card: "hidden",
        cell: (row) => <span className="text-ink-2 tabular-nums">{row.inn}</span>,
      },
    ];
  }, [say, figures, reach, state.group, now, today, book.has.sales, noDeputy, noTag]);
}

/** A text that may end in an ellipsis before it pushes the other columns out of sight. On a card it has the whole width. */
const cut = (className: string) => `inline-block truncate align-bottom max-sm:max-w-full ${className}`;

/** "Yekaterinburg 17:20": where they are, and what their clock says now. */
function Place({ row, now }: { row: BookRow; now: string }) {
  return (
    <span className="text-ink-2">
      <span className={cut("max-w-28 2xl:max-w-none")}>{row.city}</span>
      {row.zone && (
        <span className="text-ink-3">
          {row.city && " "}
          <LocalTime zone={row.zone} now={now} />
        </span>
      )}
    </span>
  );
}

function KeyContact({ say, contact, known }: { say: BookWords; contact: BookRow["keyContact"]; known: boolean }) {
  const { t } = say;
  if (!contact)
    return <span className={known ? "text-ink-3" : "text-amber"}>{known ? t("noKeyContact") : t("noContact")}</span>;
  return (
    <span className={cut("max-w-40")} title={[contact.name, contact.jobTitle].filter(Boolean).join(", ")}>
      {contact.name}
    </span>
  );
}

/** How long the client has been with us (R45). */
function Length({ say, row, today }: { say: BookWords; row: BookRow; today: string }) {
  const { t, locale } = say;
  if (!row.since) return null;
  const text = () => {
    if (!row.tenure) return t("since", { day: shortDay(row.since ?? "", locale, today) });
    return row.tenure.years + row.tenure.months === 0 ? t("underMonth") : t("length", row.tenure);
  };
  return (
    <span
      className="text-ink-2"
      title={[row.tenure && tenure(row.tenure, locale), day(row.since, locale)].filter(Boolean).join(" · ")}
    >
      {text()}
    </span>
  );
}
