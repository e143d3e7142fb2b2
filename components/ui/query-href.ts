"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";

type Patch = Record<string, string | null>;

/** This page's address with some parameters changed (null: taken out), so that opening a record keeps the list as it is. */
export function useQueryHref() {
  const path = usePathname();
  const params = useSearchParams();
  const router = useRouter();
  const hrefWith = (patch: Patch) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(patch)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next.size > 0 ? `${path}?${next}` : path;
  };
  const go = (patch: Patch) => router.push(hrefWith(patch) as Route, { scroll: false });
  return { hrefWith, go };
}
