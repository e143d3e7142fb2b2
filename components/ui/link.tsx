"use client";

import type { Route } from "next";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

export type LinkProps = Omit<ComponentProps<"a">, "href"> & { href: string; replace?: boolean; scroll?: boolean };

/**
 * The link of every screen. It asks the server for the next page only when the pointer or the focus is on it:
 * a list of a hundred rows would otherwise ask for a hundred pages as soon as it is seen.
 */
export function Link({ href, onPointerEnter, onFocus, ...props }: LinkProps) {
  const [near, setNear] = useState(false);
  return (
    <NextLink
      {...props}
      href={href as Route}
      prefetch={near ? null : false}
      onPointerEnter={(event) => {
        setNear(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
    />
  );
}
