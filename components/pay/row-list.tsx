"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { nextKey } from "./plan-values";

/** Rows of a form that are added and removed: tiers, steps, measures. `least` of them stay. */
export function RowList<Row extends { key: number }>(props: {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  fresh: (key: number) => Row;
  add: string;
  remove: (place: number) => string;
  least?: number;
  most: number;
  children: (row: Row, place: number, set: (change: Partial<Row>) => void) => ReactNode;
}) {
  const { rows, onChange, least = 0 } = props;
  return (
    <div className="grid gap-2">
      {rows.map((row, place) => (
        <div key={row.key} className="flex items-start gap-1.5">
          <div className="min-w-0 flex-1">
            {props.children(row, place, (change) =>
              onChange(rows.map((one) => (one.key === row.key ? { ...one, ...change } : one))),
            )}
          </div>
          {rows.length > least && (
            <Button
              variant="ghost"
              size="icon"
              className="mt-5"
              aria-label={props.remove(place)}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            >
              <X aria-hidden size={14} />
            </Button>
          )}
        </div>
      ))}
      {rows.length < props.most && (
        <div>
          <Button variant="ghost" size="sm" onClick={() => onChange([...rows, props.fresh(nextKey(rows))])}>
            <Plus aria-hidden size={13} />
            {props.add}
          </Button>
        </div>
      )}
    </div>
  );
}
