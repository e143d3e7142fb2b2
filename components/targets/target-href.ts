import type { TargetPage } from "@/lib/features/targets/queries";

type Place = TargetPage["filter"];
const query = ({ span, at, subject, of }: Place) => ({ span, at, subject, of });

/** The address of a scorecard, with some of it changed. */
export function hrefOf(filter: Place, change: Partial<Place>): string {
  return `/targets?${new URLSearchParams(query({ ...filter, ...change }))}`;
}

/** The address of the rows behind one of its figures. */
export function rowsHref(filter: Place, measure: string): string {
  return `/targets/rows?${new URLSearchParams({ ...query(filter), measure })}`;
}
