"use client";

import { DialogContent, type DialogContentProps } from "./dialog";
import { Disclosure } from "./disclosure";

/** A panel at the right edge, for looking at or editing something without leaving the list. */
export const Sheet = Disclosure;

export function SheetContent(props: DialogContentProps) {
  return <DialogContent at="side" {...props} />;
}
