"use client";

import type { ReactNode, RefObject } from "react";
import type { Filter } from "./column";
import { Filters } from "./filters";
import { SearchBox } from "./search-box";
import { ColumnMenu, type GroupChoice, GroupMenu } from "./table-menus";
import type { ColumnChoices } from "./use-columns";
import type { TableUrl } from "./use-table-state";

type Props = {
  url: TableUrl;
  filters: readonly Filter[];
  search?: { box: RefObject<HTMLInputElement | null>; label?: string };
  groupBy?: readonly GroupChoice[];
  columns: ColumnChoices;
  views?: ReactNode;
  exports?: ReactNode;
};

/** What is asked of the list at the left, how it is shown at the right. */
export function Toolbar({ url, filters, search, groupBy, columns, views, exports }: Props) {
  return (
    <div data-print="none" className="mb-2.5 flex flex-wrap items-start gap-1.5">
      {search && (
        <SearchBox
          value={url.state.q ?? ""}
          onSearch={(q) => url.go({ q }, "replace")}
          box={search.box}
          label={search.label}
        />
      )}
      <div className="-mx-4 flex min-w-0 items-center gap-1.5 px-4 max-sm:w-screen max-sm:overflow-x-auto max-sm:py-1 sm:mx-0 sm:flex-1 sm:flex-wrap sm:px-0">
        <Filters filters={filters} url={url} />
        <span className="flex shrink-0 items-center gap-1.5 sm:ml-auto">
          {views}
          {groupBy && groupBy.length > 0 && <GroupMenu choices={groupBy} url={url} />}
          {columns.choices.length > 0 && (
            <span className="max-sm:hidden">
              <ColumnMenu columns={columns} />
            </span>
          )}
          {exports}
        </span>
      </div>
    </div>
  );
}
