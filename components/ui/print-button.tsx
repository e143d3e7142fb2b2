"use client";

import { Printer } from "lucide-react";
import { Button } from "./button";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button variant="outline" onClick={() => window.print()}>
      <Printer aria-hidden size={15} />
      {label}
    </Button>
  );
}
