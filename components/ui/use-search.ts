"use client";

import { useEffect, useRef, useState } from "react";

type Answer<T> = { state: "idle" | "searching" | "ready" | "failed"; items: T[] };

/** Asks `search` once typing has paused; keeps the last answer while the next is on its way; drops late answers. */
export function useSearch<T>(
  query: string,
  search: ((query: string) => Promise<T[]>) | undefined,
  least = 0,
): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: "idle", items: [] });
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    const ask = latest.current;
    if (!ask || query.length < least) {
      setAnswer({ state: "idle", items: [] });
      return;
    }
    let late = false;
    setAnswer((before) => ({ ...before, state: "searching" }));
    const timer = setTimeout(
      () =>
        ask(query).then(
          (items) => !late && setAnswer({ state: "ready", items }),
          () => !late && setAnswer({ state: "failed", items: [] }),
        ),
      query ? 180 : 0,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [query, least]);
  return answer;
}
