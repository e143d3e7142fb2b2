"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { TransferDialog, type TransferDialogProps } from "./transfer-dialog";

type Props = Pick<TransferDialogProps, "clients" | "start"> &
  Pick<ButtonProps, "variant" | "size"> & { children: ReactNode };

/** A button with the dialog behind it, for pages that the server draws. */
export function TransferButton({ clients, start, children, variant = "outline", size }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
      </Button>
      <TransferDialog clients={clients} start={start} open={open} onOpenChange={setOpen} />
    </>
  );
}
