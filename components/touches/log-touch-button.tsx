"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { openLogTouch } from "./open-log-touch";

export function LogTouchButton({
  clientId,
  variant,
  children,
}: {
  clientId: string;
  variant?: ButtonProps["variant"];
  children: ReactNode;
}) {
  return (
    <Button variant={variant} aria-keyshortcuts="L" onClick={() => openLogTouch({ clientId })}>
      {children}
    </Button>
  );
}
