"use client";

import dynamic from "next/dynamic";
import { Dialog } from "@/components/ui/dialog";
import type { AssignmentRole } from "@/lib/domain/assignment";
import type { CalendarDate } from "@/lib/domain/calendar-date";

const Steps = dynamic(() => import("./transfer-steps"), { ssr: false });

export type TransferDialogProps = {
  clients: readonly { id: string; name: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the dialog starts from; everything can still be changed in it. */
  start?: { role?: AssignmentRole; to?: { id: string; name: string }; on?: CalendarDate };
  /** The order is given; a list empties its selection here. */
  onDone?: () => void;
};

/** Hands clients over, or appoints a deputy or a specialist, for one or many: form, then what changes, then an undo toast. */
export function TransferDialog(props: TransferDialogProps) {
  // A new opening starts anew; while it is open, nothing that the page reloads below may empty it.
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      {props.open && <Steps {...props} />}
    </Dialog>
  );
}
