"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useOptimistic, useRef, useTransition } from "react";
import type { TableState } from "./column";
import { type Patch, patchQuery } from "./table-query";

export type TableUrl = {
  /** The state as the person has just asked for it, ahead of the server's answer. */
  state: TableState;
  /** The server has not answered yet. */
  pending: boolean;
  query: string;
  href: (patch: Patch) => string;
  /** Changes the address; `replace` leaves no step in the history (typing). */
  go: (patch: Patch, how?: "push" | "replace") => void;
};

/** The address is the state of the table: this reads it and writes it. */
export function useTableState(applied: TableState): TableUrl {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams().toString();
  const [pending, start] = useTransition();
  const [state, expect] = useOptimistic(applied, (before, patch: Patch) => ({ ...before, ...patch }) as TableState);
  // Two quick changes must add up although the first has not arrived in the address yet.
  const asked = useRef(query);
  useEffect(() => {
    asked.current = query;
  }, [query]);

  const address = (text: string) => (text ? `${path}?${text}` : path);
  return {
    state,
    pending,
    query,
    href: (patch) => address(patchQuery(query, patch)),
    go(patch, how = "push") {
      asked.current = patchQuery(asked.current, patch);
      const to = address(asked.current) as Route;
      start(() => {
        expect(patch);
        router[how](to, { scroll: false });
      });
    },
  };
}
