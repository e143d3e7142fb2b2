import type { ProgressFilter } from "@/lib/features/progress/schema";

export type ProgressPatch = { [K in keyof ProgressFilter]?: ProgressFilter[K] | null };

const usual: Record<string, string> = { period: "year", sort: "deviation", page: "1" };

/** The screen's address with some of its state changed; null takes a part out. Another split or narrowing begins at the first page. */
export function progressHref(state: ProgressFilter, patch: ProgressPatch): string {
  const next = { ...state, page: 1, ...patch };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(next))
    if (value !== undefined && value !== null && usual[name] !== String(value)) params.set(name, String(value));
  return params.size > 0 ? `/progress?${params}` : "/progress";
}
