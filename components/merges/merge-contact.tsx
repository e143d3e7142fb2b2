"use client";

import { Merge } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const MergeContactForm = dynamic(() => import("./merge-contact-form"), { ssr: false });

export type MergeContactProps = {
  clientId: string;
  contact: { id: string; name: string };
  /** Everybody at this client, one of whom stays. */
  people: readonly { id: string; name: string; jobTitle: string | null; archived: boolean }[];
};

/** Two entries of one person: this one goes into another of the same client. Nothing where there is no other. */
export function MergeContact(props: MergeContactProps) {
  const t = useTranslations("merges");
  const [open, setOpen] = useState(false);
  const others = props.people.filter(({ id, archived }) => !archived && id !== props.contact.id);
  if (others.length === 0) return null;
  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`${t("contact")}: ${props.contact.name}`}
        title={t("contact")}
        onClick={() => setOpen(true)}
      >
        <Merge aria-hidden size={14} />
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        {open && <MergeContactForm {...props} people={others} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}
