"use client";

import dynamic from "next/dynamic";
import { Dialog } from "@/components/ui/dialog";

const MergeForm = dynamic(() => import("./merge-form"), { ssr: false });

export type MergeDialogProps = {
  client: { id: string; name: string; code: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Merges this client's card with another: which one, which of the two stays, what goes along; then an undo toast. */
export function MergeDialog(props: MergeDialogProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      {props.open && <MergeForm {...props} />}
    </Dialog>
  );
}
