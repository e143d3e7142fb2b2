"use client";

import { useEffect } from "react";

/** Puts the record's name before the page's title: the title itself is made before the record is read. */
export function DocumentTitle({ name }: { name: string }) {
  useEffect(() => {
    if (!document.title.startsWith(name)) document.title = `${name} · ${document.title}`;
  });
  return null;
}
