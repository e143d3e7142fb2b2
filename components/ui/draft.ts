"use client";

import { useEffect, useRef, useState } from "react";

const place = (key: string) => `grange-draft:${key}`;

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(place(key));
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/**
 * State of a form that survives a reload, a closed tab that is opened again, and an upgrade of the server: it is kept in
 * this tab's sessionStorage until `forget`, which is called when the save succeeded. `key` names the form and its record.
 * `restored` says that the values came from there, so that the form can say so.
 */
export function useDraft<T>(key: string, initial: T) {
  const [value, setValue] = useState(initial);
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);

  // After hydration, because the server cannot know what this tab holds.
  useEffect(() => {
    const kept = read<T>(key);
    if (kept === undefined) return;
    setValue(kept);
    setRestored(true);
  }, [key]);

  useEffect(() => {
    if (!touched.current) return;
    try {
      sessionStorage.setItem(place(key), JSON.stringify(value));
    } catch {
      // Private windows may refuse storage; the form still works, only without the safety net.
    }
  }, [key, value]);

  return {
    value,
    restored,
    set(next: T | ((before: T) => T)) {
      touched.current = true;
      setValue(next);
    },
    forget(next: T = initial) {
      touched.current = false;
      setRestored(false);
      setValue(next);
      sessionStorage.removeItem(place(key));
    },
  };
}
