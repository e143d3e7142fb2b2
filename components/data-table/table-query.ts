import type { Filter, TableState } from "./column";

/** `null`, `""`, `false` and an empty list take the parameter out of the address. */
export type Patch = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** The address after a change. Anything but paging, columns and the view's name goes back to the first page. */
export function patchQuery(query: string, patch: Patch): string {
  const params = new URLSearchParams(query);
  const keepsPage = Object.keys(patch).every((key) => key === "page" || key === "cols");
  if (!keepsPage) params.delete("page");
  for (const [key, value] of Object.entries(patch)) {
    params.delete(key);
    if (Array.isArray(value)) for (const one of value) params.append(key, one);
    else if (value === true) params.set(key, "1");
    else if (value !== null && value !== undefined && value !== "" && value !== false) params.set(key, String(value));
  }
  if (params.get("page") === "1") params.delete("page");
  // A comma is legal in a query, and an address is read by people.
  return params.toString().replaceAll("%2C", ",");
}

/** Chosen values of a filter; a flag that is on has one, `"1"`. */
export function valuesOf(state: TableState, filter: Filter): string[] {
  const value = state[filter.key];
  if (Array.isArray(value)) return value.map(String);
  if (filter.kind === "flag") return value === true || value === "1" || value === "true" ? ["1"] : [];
  return value === null || value === undefined || value === "" ? [] : [String(value)];
}

export function isFiltered(state: TableState, filters: readonly Filter[]): boolean {
  return Boolean(state.q) || filters.some((filter) => valuesOf(state, filter).length > 0);
}

/** The change that takes every filter and the search away. */
export function withoutFilters(filters: readonly Filter[]): Patch {
  return Object.fromEntries(["q", "view", ...filters.map((filter) => filter.key)].map((key) => [key, null]));
}

/** The next `sort` after a click on a column: first direction, then the other. */
export function nextSort(current: string | undefined, id: string, first: "asc" | "desc"): string {
  const [up, down] = [id, `-${id}`];
  if (current === up) return down;
  if (current === down) return up;
  return first === "desc" ? down : up;
}
