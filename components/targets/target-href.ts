import type { TargetPage } from "@/lib/features/targets/queries";

/** The address of a scorecard, with some of it changed. */
export function hrefOf(filter: TargetPage["filter"], change: Partial<TargetPage["filter"]>): string {
  const { span, at, subject, of } = { ...filter, ...change };
  return `/targets?${new URLSearchParams({ span, at, subject, of })}`;
}
