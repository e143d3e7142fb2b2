"use client";

import { Pagination } from "@/components/data-table/pagination";
import { useTableState } from "@/components/data-table/use-table-state";

/** The steps to older notices. */
export function NoticePages({
  state,
  total,
  shown,
}: {
  state: { page: number; size: number };
  total: number;
  shown: number;
}) {
  return <Pagination url={useTableState(state)} total={total} shown={shown} />;
}
