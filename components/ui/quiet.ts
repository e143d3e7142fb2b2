"use client";

import { useEffect, useState } from "react";

/** Calls back in a quiet moment after the page is complete. Answers how to call that off. */
export function whenQuiet(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = () => {
    timer = setTimeout(run, 800);
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start, { once: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener("load", start);
  };
}

/** False until the page has rested: for parts that nobody needs at first sight, whose code should not come before the page. */
export function useQuiet(): boolean {
  const [quiet, set] = useState(false);
  useEffect(() => whenQuiet(() => set(true)), []);
  return quiet;
}
