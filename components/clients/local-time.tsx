"use client";

import { useLocale } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { clock } from "@/lib/i18n/format";

// One clock for all the times on a page: minutes that this page has been open, from a counter that no change of the system's time moves.
let minutes = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    minutes += 1;
    for (const one of listeners) one();
  }, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time of day in a zone; it goes on while the page stands. `now` is the server's moment (ISO) at which the page was made. */
export function LocalTime({ zone, now }: { zone: string; now: string }) {
  const locale = useLocale();
  const passed = useSyncExternalStore(
    listen,
    () => minutes,
    () => 0,
  );
  // The page may have been made later than the counter began.
  const [start, setStart] = useState(() => ({ now, at: minutes }));
  useEffect(() => setStart({ now, at: minutes }), [now]);
  const at = new Date(Date.parse(start.now) + (passed - start.at) * 60_000);
  return <time suppressHydrationWarning>{clock(at, zone, locale)}</time>;
}
