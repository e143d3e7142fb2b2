"use client";

import { useEffect, useRef } from "react";

/** After a refused save the first field with a fault gets the focus. Give the form the ref, and the errors of `useAct`. */
export function useFocusFault(errors: Readonly<Record<string, string>>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);
  return form;
}
