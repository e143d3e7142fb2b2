"use client";

import { useTranslations } from "next-intl";
import { Fragment, useCallback, useRef } from "react";
import type { Column, Group } from "./column";
import { SummaryRow } from "./summary-row";
import { TableRow } from "./table-row";

type Props<Row, Totals> = {
  rows: readonly Row[];
  columns: readonly Column<Row, Totals>[];
  groups?: readonly Group<Totals>[];
  groupOf?: (row: Row) => string;
  rowHref?: (row: Row) => string;
  rowLabel?: (row: Row) => string;
  /** Undefined where rows cannot be chosen. */
  isChosen?: (row: Row) => boolean;
  active: number;
  onSelect: (at: number, on: boolean, range: boolean) => void;
};

/** The rows in the server's order, with a head wherever the group changes. */
export function TableBody<Row extends { id: string }, Totals>(props: Props<Row, Totals>) {
  const { rows, columns, groups, groupOf, rowHref, rowLabel, isChosen } = props;
  const t = useTranslations("ui.table");

  // Rows are memoised; they get one function for their whole life, which looks up the newest one.
  const newest = useRef(props);
  newest.current = props;
  const onSelect = useCallback((...args: Parameters<typeof props.onSelect>) => newest.current.onSelect(...args), []);

  const byKey = new Map(groups?.map((group) => [group.key, group]));
  let last: string | undefined;
  return (
    <tbody>
      {rows.map((row, at) => {
        const key = groups && groupOf?.(row);
        const group = key !== undefined && key !== last ? byKey.get(key) : undefined;
        last = key;
        return (
          <Fragment key={row.id}>
            {group && (
              <SummaryRow
                className="dt-group"
                columns={columns}
                pick={isChosen !== undefined}
                totals={group.totals}
                group={group.key}
                label={
                  <>
                    {group.label} · {group.count}
                  </>
                }
              />
            )}
            <TableRow
              row={row}
              at={at}
              columns={columns}
              href={rowHref?.(row)}
              active={props.active === at}
              selected={isChosen?.(row)}
              selectLabel={isChosen && t("selectRow", { name: rowLabel?.(row) ?? row.id })}
              onSelect={onSelect}
            />
          </Fragment>
        );
      })}
    </tbody>
  );
}
