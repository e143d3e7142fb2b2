"use client";

import dynamic from "next/dynamic";
import { Dialog } from "@/components/ui/dialog";

const Steps = dynamic(() => import("./leave-steps"), { ssr: false });

export type LeaveDialogProps = {
  member: { id: string; name: string };
  /** The company's day. */
  today: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Someone leaves: who takes each of their clients, from which day. Nothing happens before everything is decided. */
export function LeaveDialog(props: LeaveDialogProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      {props.open && <Steps {...props} />}
    </Dialog>
  );
}
