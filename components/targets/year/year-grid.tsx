"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { YearPage } from "@/lib/features/targets/queries/year";
import { monthName } from "@/lib/i18n/format";
import { measureName, measureText } from "@/lib/i18n/measure-text";
import { periodWords } from "@/lib/i18n/pay-words";
import { spanWords } from "../span-words";
import { rowsHref, yearHref } from "../target-href";
import { keyOf, type Typed, useYearCells } from "./use-year-cells";
import { YearCellField } from "./year-cell-field";

const head = "h-8 px-1.5 text-right font-normal text-xs whitespace-nowrap";

/** Targets as a sheet: months, quarters and the year. Enter goes down, Tab on, Esc back; a block from a spreadsheet fills cells of the same length. */
export function YearGrid({ page }: { page: YearPage }) {
  const t = useTranslations("targets.year");
  const words = useTranslations("targets");
  const locale = useLocale();
  const cells = useYearCells(page);
  const table = useRef<HTMLTableElement>(null);
  const stretchWords = ({ startsOn, months }: YearPage["stretches"][number]) =>
    months === 12 ? spanWords({ span: "year", at: startsOn }, locale) : periodWords({ startsOn, months }, locale);
  const short = ({ startsOn, months }: YearPage["stretches"][number], place: number) =>
    months === 12
      ? t("year")
      : months === 3
        ? t("quarter", { number: String((place + 1) / 4) })
        : monthName(Number(startsOn.slice(5, 7)), locale);

  // A person's row leads to all targets of that person, another one to what has become of it.
  const linkOf = ({ name, subject, measure }: YearPage["rows"][number]) =>
    name !== null && subject.kind === "member"
      ? yearHref(page.filter, { subject: "member", of: subject.id, measure: undefined })
      : rowsHref({ ...page.filter, span: "year" }, measure.id);

  function go(row: number, place: number) {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${keyOf(row, place)}"]`)?.focus();
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>, { row, place, text }: Typed) {
    if (event.code === "Escape") {
      cells.revert(row, place);
      event.preventDefault();
    } else if (event.code === "Enter" || event.code === "ArrowDown" || event.code === "ArrowUp") {
      event.preventDefault();
      const up = event.code === "ArrowUp" || (event.code === "Enter" && event.shiftKey);
      const next = row + (up ? -1 : 1);
      if (page.rows[next]) go(next, place);
      else cells.save([{ row, place, text }]);
    } else if (event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && cells.draft(row, place) === undefined) {
      event.preventDefault();
      cells.undo();
    }
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>, row: number, place: number) {
    const block = event.clipboardData.getData("text").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (!/[\t\n]/.test(block)) return;
    event.preventDefault();
    const length = page.stretches[place]?.months;
    const places = page.stretches.flatMap(({ months }, at) => (months === length && at >= place ? [at] : []));
    const typed = block.split("\n").flatMap((line, down) =>
      line.split("\t").flatMap((text, right): Typed[] => {
        const at = places[right];
        return at === undefined || !page.rows[row + down] || text.trim() === ""
          ? []
          : [{ row: row + down, place: at, text: text.trim() }];
      }),
    );
    for (const one of typed) cells.type(one);
    cells.save(typed);
  }

  return (
    <>
      <section className="overflow-x-auto rounded-lg border border-line bg-sheet" aria-label={t("title")}>
        <table ref={table} className="w-full border-collapse" aria-busy={cells.pending}>
          <thead className="border-line border-b text-ink-3">
            <tr>
              <th className={cn(head, "sticky left-0 z-1 min-w-28 bg-sheet sm:min-w-40 pl-3.5 text-left")}>
                {page.rows[0]?.name ? t("whose") : words("columns.measure")}
              </th>
              {page.stretches.map((stretch, place) => (
                <th
                  key={`${stretch.startsOn} ${stretch.months}`}
                  className={cn(head, stretch.months > 1 && "border-hair border-l bg-paper font-medium")}
                >
                  {short(stretch, place)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row, at) => {
              const name = row.name ?? measureName(row.measure, locale);
              return (
                <tr key={row.key} className="border-hair border-b last:border-b-0">
                  <th
                    scope="row"
                    className={cn(
                      "sticky left-0 z-1 h-9 max-w-40 bg-sheet pl-3.5 text-left font-normal leading-tight sm:max-w-60",
                      row.subject.kind === "team" && "font-semibold",
                    )}
                  >
                    <Link href={linkOf(row)} className="hover:underline">
                      {name}
                    </Link>
                  </th>
                  {row.cells.map((cell, place) => (
                    <YearCellField
                      key={`${cell.startsOn} ${cell.months}`}
                      cell={cell}
                      text={(value, brief) =>
                        measureText(value, { unit: row.measure.unit, digits: row.digits }, page.currency, locale, {
                          short: brief,
                          bare: brief,
                        })
                      }
                      label={`${name}, ${stretchWords(cell)}`}
                      place={keyOf(at, place)}
                      edits={page.may.edit}
                      typed={cells.draft(at, place)}
                      standing={cells.standing(at, place)}
                      wrong={cells.isWrong(at, place)}
                      onType={(text) => cells.type({ row: at, place, text })}
                      onLeave={(text) => cells.save([{ row: at, place, text }])}
                      onKey={(event, text) => onKey(event, { row: at, place, text })}
                      onPaste={(event) => onPaste(event, at, place)}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
          {page.ofPeople && (
            <tfoot className="border-line border-t bg-paper text-ink-2">
              <tr>
                <th scope="row" className="sticky left-0 z-1 h-9 bg-paper pl-3.5 text-left font-normal">
                  {t("ofPeople")}
                </th>
                {page.ofPeople.map((sum, place) => {
                  const row = page.rows[0];
                  const stretch = page.stretches[place];
                  const of = { unit: row?.measure.unit ?? "number", digits: row?.digits ?? 0 };
                  return (
                    <td
                      key={`${stretch?.startsOn} ${stretch?.months}`}
                      className="num whitespace-nowrap px-1.5 text-right"
                      title={sum === null ? undefined : measureText(sum, of, page.currency, locale)}
                    >
                      {sum === null
                        ? words("noFact")
                        : measureText(sum, of, page.currency, locale, { short: true, bare: true })}
                    </td>
                  );
                })}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      <p role="status" className="mt-2 mb-3.5 text-ink-3 text-xs">
        {cells.anyWrong ? <span className="text-red">{t("wrong")}</span> : page.may.edit ? t("hint") : t("readOnly")}
      </p>
    </>
  );
}
