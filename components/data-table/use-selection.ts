"use client";

import { useEffect, useRef, useState } from "react";
import type { Selection } from "./column";

type Chosen = Record<string, true>;

/**
 * Chosen rows by id. They stay while paging and sorting; another search or filter empties them, because nobody should
 * act on rows that are out of sight without knowing. `all` means every row that fits, loaded or not.
 */
export function useSelection(query: string, total: number) {
  const [rows, setRows] = useState<Chosen>({});
  const [all, setAll] = useState(false);
  const set = setOf(query);
  const before = useRef(set);
  useEffect(() => {
    if (before.current === set) return;
    before.current = set;
    setRows({});
    setAll(false);
  }, [set]);

  const ids = Object.keys(rows);
  const selection: Selection = all
    ? { kind: "all", query: set, count: total }
    : { kind: "rows", ids, count: ids.length };
  return {
    rows,
    all,
    selection,
    change(next: Chosen | ((before: Chosen) => Chosen)) {
      setAll(false);
      setRows(next);
    },
    takeAll: () => setAll(true),
    clear() {
      setRows({});
      setAll(false);
    },
  };
}

// The part of the address that says which rows there are, not how they are shown.
function setOf(query: string): string {
  const params = new URLSearchParams(query);
  for (const key of ["page", "size", "sort", "group", "cols"]) params.delete(key);
  return params.toString();
}
