import type { ReactNode } from "react";
import type { Reason } from "@/components/ui/why";

/** A reason at once, or read when somebody asks. */
export type Asked = Reason | (() => Promise<Reason>);

/** One column of a DataTable. `Totals` is what the server sums up: for the whole set and for each group alike. */
export type Column<Row, Totals = unknown> = {
  id: string;
  /** Short name in the head. */
  header: string;
  /** The name in full, on hover and for the column menu. */
  title?: string;
  cell: (row: Row) => ReactNode;
  /** Words of state after the link in the first column. */
  after?: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Smallest width in pixels. */
  width?: number;
  /** `"desc"`: the first click puts the largest on top. */
  sortable?: boolean | "desc";
  /** Whether a person may hide it; the first column never. */
  hideable?: boolean;
  /** Hidden until a person asks for it. */
  hidden?: boolean;
  /** What stands in the totals row and in the head of each group. */
  footer?: (totals: Totals) => ReactNode;
  /** What stands behind the figure of a row, asked when somebody clicks it. */
  why?: (row: Row) => Asked;
  /** What stands behind the figure of the totals row, or of the group of that key. */
  whyTotal?: (totals: Totals, group?: string) => Asked;
  /** What becomes of it where rows are cards (under 640 px). The first column is the title, the others are meta. */
  card?: "title" | "meta" | "hidden";
  /** Lets a long text wrap instead of ending in an ellipsis. */
  wrap?: boolean;
};

/** A head between rows; `totals` cover the whole group, not only its rows on this page. */
export type Group<Totals = unknown> = { key: string; label: ReactNode; count: number; totals?: Totals };

export type FilterOption = { value: string; label: string; count?: number };

/** Declared filters become chips and the "+ filter" menu. Each is kept in the address under its `key`. */
export type Filter =
  | { kind: "flag"; key: string; label: string; count?: number /** Always in sight as a chip. */; pinned?: boolean }
  | { kind: "one"; key: string; label: string; options: FilterOption[] }
  | { kind: "many"; key: string; label: string; options: FilterOption[] };

/** The state that the server applied, as the feature's zod filter parsed it from the address. */
export type TableState = {
  q?: string;
  /** Column id; a minus in front means descending. */
  sort?: string;
  /** From 1. */
  page?: number;
  size?: number;
  group?: string;
  view?: string;
  /** Ids of the visible columns that may be hidden, joined by commas. */
  cols?: string;
  readonly [filter: string]: unknown;
};

/** What a bulk action works on: listed rows, or everything that fits the address's search and filters. */
export type Selection = { kind: "rows"; ids: string[]; count: number } | { kind: "all"; query: string; count: number };

export type BulkAction = {
  id: string;
  label: string;
  icon?: ReactNode;
  tone?: "default" | "destructive";
  /** `clear` empties the selection; call it when the work is done. */
  run: (selection: Selection, clear: () => void) => void;
};
