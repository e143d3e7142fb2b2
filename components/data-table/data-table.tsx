"use client";

/*
 * The one table. The server sorts, filters, groups and pages; the address is the state; this shows it and changes it.
 *
 *   "use client";
 *   const columns: Column<BookRow, BookTotals>[] = [
 *     { id: "name", header: t("client"), sortable: true, cell: (row) => row.name, after: (row) => row.late && <Badge tone="red">…</Badge> },
 *     { id: "plan", header: t("plan"), cell: (row) => <PlanBullet {...row.plan} label={row.planText} />, footer: (sum) => <PlanBullet … /> },
 *   ];
 *   <DataTable
 *     label={t("title")} columns={columns} rows={book.rows} total={book.total} state={filter}
 *     rowHref={(row) => `/clients/${row.id}`} rowLabel={(row) => row.name}
 *     filters={[{ kind: "flag", key: "late", label: t("late"), count: 9, pinned: true }]}
 *     groupBy={[{ value: "tier", label: t("tier") }]} groups={book.groups} groupOf={(row) => row.tier}
 *     totals={book.totals}
 *     bulkActions={[{ id: "assign", label: t("assign"), run: (selection, clear) => openAssign(selection, clear) }]}
 *     views={<SavedViews />} exports={(columns) => <TableExport table="book" columns={columns} />}
 *     empty={<EmptyState title={t("empty")} action={…} />}
 *   />
 *
 * Address: `q`, `sort=-gap`, `page`, `size`, `group` (`none`: no groups), `view`, `cols=a,b`, and each filter under its key:
 * a flag as `late=1`, a choice as `owner=ID`, several as `tier=A&tier=B`. Keep `columns` stable (useMemo).
 * `why` and `whyTotal` of a column open the reason of a figure. Keys: ↑ ↓ or J K move, Enter opens, X or Space selects (Shift: a range), ← → go through a row, / searches, Esc clears.
 * Links inside cells take tabIndex={-1}: the arrows reach them, and Tab leaves the table.
 */

import { columnVisibilityFeature, rowSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type Reason, Why } from "@/components/ui/why";
import { number } from "@/lib/i18n/format";
import { tableStyle } from "./cell-style";
import { useCellWhy } from "./cell-why";
import type { BulkAction, Column, Filter, Group, TableState } from "./column";
import { Pagination } from "./pagination";
import { roles } from "./roles";
import { SummaryRow } from "./summary-row";
import { TableBody } from "./table-body";
import { TableHead } from "./table-head";
import type { GroupChoice } from "./table-menus";
import { isFiltered, withoutFilters } from "./table-query";
import { Toolbar } from "./toolbar";
import { useColumns } from "./use-columns";
import { useRowClicks } from "./use-row-clicks";
import { useRowKeys } from "./use-row-keys";
import { useSelection } from "./use-selection";
import { useTableState } from "./use-table-state";

const BulkBar = dynamic(() => import("./bulk-bar"), { ssr: false });
const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

export type DataTableProps<Row extends { id: string }, Totals> = {
  /** What the table lists, for those who do not see it. */
  label: string;
  columns: readonly Column<Row, Totals>[];
  rows: readonly Row[];
  /** Rows that fit the search and the filters, on all pages together. */
  total: number;
  /** The state that the server applied. */
  state: TableState;
  filters?: readonly Filter[];
  /** Sums over all rows that fit; shows the totals row. */
  totals?: Totals;
  /** What the count of all rows counts. */
  whyTotal?: Reason;
  groupBy?: readonly GroupChoice[];
  groups?: readonly Group<Totals>[];
  groupOf?: (row: Row) => string;
  rowHref?: (row: Row) => string;
  /** The row's name in "Select …"; needed with `bulkActions`. */
  rowLabel?: (row: Row) => string;
  bulkActions?: readonly BulkAction[];
  searchLabel?: string | false;
  views?: ReactNode;
  /** What takes the table away as a file; it is told which columns are in sight. */
  exports: (columns: readonly string[]) => ReactNode;
  /** Shown when there is nothing at all; without it, a plain sentence. */
  empty?: ReactNode;
  /** `page`: fills the window and scrolls inside; `content`: as tall as its rows, among other things on a page. */
  height?: "page" | "content";
};

const none: never[] = [];

export function DataTable<Row extends { id: string }, Totals = unknown>(props: DataTableProps<Row, Totals>) {
  const { rows, total, filters = none, groups, groupOf, rowHref, rowLabel, bulkActions = none } = props;
  const t = useTranslations("ui.table");
  const locale = useLocale();
  const router = useRouter();
  const url = useTableState(props.state);
  const columnMenu = useColumns(props.columns, props.state.cols);
  const chosen = useSelection(url.query, total);
  const grid = useRef<HTMLTableElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const picks = bulkActions.length > 0;

  const table = useTable({
    features,
    data: rows,
    columns: useMemo(() => props.columns.map((column) => ({ id: column.id })), [props.columns]),
    getRowId: (row: Row) => row.id,
    enableRowSelection: picks,
    state: { rowSelection: chosen.rows, columnVisibility: columnMenu.visibility },
    onRowSelectionChange: chosen.change,
  });
  const columns = useMemo(
    () => props.columns.filter((column) => columnMenu.visibility[column.id] !== false),
    [props.columns, columnMenu.visibility],
  );

  const select = (at: number, on: boolean, range: boolean) =>
    table.getRowModel().rows[at]?.getToggleSelectedHandler()({ target: { checked: on }, shiftKey: range });
  const open = (at: number, apart: boolean) => {
    const row = rows[at];
    if (!row || !rowHref) return;
    if (apart) window.open(rowHref(row), "_blank", "noopener");
    else router.push(rowHref(row) as Route);
  };
  const isChosen = (row: Row) => chosen.all || chosen.rows[row.id] === true;
  const keys = useRowKeys({
    count: rows.length,
    grid,
    search,
    hotkeys: props.height !== "content",
    open,
    toggle: picks ? (at, range) => select(at, range || !chosen.rows[rows[at]?.id ?? ""], range) : undefined,
    clear: picks ? chosen.clear : undefined,
  });

  const onRowClick = useRowClicks((at) => rows[at] && rowHref?.(rows[at]), open);
  const why = useCellWhy({ columns, rows, groups, totals: props.totals });
  const style = useMemo(() => tableStyle(columns, picks), [columns, picks]);

  const filtered = isFiltered(props.state, filters);
  const onPage = rows.filter(isChosen).length;
  const sum = t("total", { count: number(total, locale) });

  return (
    <div className="dt" data-height={props.height ?? "page"}>
      <Toolbar
        url={url}
        filters={filters}
        search={props.searchLabel === false ? undefined : { box: search, label: props.searchLabel }}
        groupBy={props.groupBy}
        columns={columnMenu}
        views={props.views}
        exports={props.exports?.(columns.map(({ id }) => id))}
      />
      <div
        className="dt-sheet"
        onScroll={(event) => event.currentTarget.toggleAttribute("data-scrolled", event.currentTarget.scrollLeft > 0)}
      >
        {rows.length > 0 ? (
          <table
            ref={grid}
            {...(picks ? roles.pickGrid : roles.grid)}
            style={style}
            data-open={rowHref ? true : undefined}
            onClick={(event) => why.onClick(event) || onRowClick(event)}
            onFocus={keys.onFocus}
            aria-label={props.label}
            aria-busy={url.pending}
            data-pick={picks || undefined}
            className="dt-table"
            onKeyDown={keys.onKeyDown}
          >
            <TableHead
              columns={columns}
              sort={url.state.sort}
              onSort={(sort) => url.go({ sort })}
              page={
                picks
                  ? {
                      all: onPage === rows.length,
                      some: onPage > 0,
                      toggle: (on) => table.toggleAllRowsSelected(on),
                    }
                  : undefined
              }
            />
            <TableBody
              rows={rows}
              columns={columns}
              groups={groups}
              groupOf={groupOf}
              rowHref={rowHref}
              rowLabel={rowLabel}
              isChosen={picks ? isChosen : undefined}
              active={keys.active}
              onSelect={select}
            />
            {props.totals !== undefined && (
              <tfoot>
                <SummaryRow
                  className="dt-total"
                  columns={columns}
                  pick={picks}
                  totals={props.totals}
                  label={
                    props.whyTotal ? (
                      <Why label={sum} reason={props.whyTotal} align="start">
                        {sum}
                      </Why>
                    ) : (
                      sum
                    )
                  }
                />
              </tfoot>
            )}
          </table>
        ) : filtered ? (
          <EmptyState
            title={t("noMatchTitle")}
            action={
              <Button variant="outline" onClick={() => url.go(withoutFilters(filters))}>
                {t("clearFilters")}
              </Button>
            }
          >
            {t("noMatchText")}
          </EmptyState>
        ) : (
          (props.empty ?? <EmptyState title={t("noneTitle")} />)
        )}
      </div>
      {why.panel}
      {rows.length > 0 && <Pagination url={url} total={total} shown={rows.length} />}
      <span role="status" className="sr-only">
        {url.pending ? t("updating") : t("rows", { count: total })}
      </span>
      {chosen.selection.count > 0 && (
        <BulkBar
          selection={chosen.selection}
          total={total}
          actions={bulkActions}
          offerAll={!chosen.all && onPage === rows.length && total > rows.length}
          onTakeAll={chosen.takeAll}
          onClear={chosen.clear}
        />
      )}
    </div>
  );
}
