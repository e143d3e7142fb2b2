"use client";

import { DialogClose, DialogContent, type DialogContentProps, DialogTrigger } from "./dialog";
import { Disclosure } from "./disclosure";

/** A panel at the right edge, for looking at or editing something without leaving the list. */
export const Sheet = Disclosure;
export const SheetTrigger = DialogTrigger;
export const SheetClose = DialogClose;

export function SheetContent(props: DialogContentProps) {
  return <DialogContent at="side" {...props} />;
}
