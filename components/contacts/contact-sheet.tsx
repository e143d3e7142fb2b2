"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { ContactRow } from "@/lib/features/contacts/queries";
import { ContactForm } from "./contact-form";

export type ContactSheetProps = {
  clientId: string;
  contact?: ContactRow;
  /** Everyone at this client, to report to. */
  people: readonly ContactRow[];
  onClose: () => void;
};

/** A new person at a client, or an edited one. */
export default function ContactSheet(props: ContactSheetProps) {
  const t = useTranslations("contacts.form");
  const words = useTranslations("ui");
  const form = useId();
  const [pending, setPending] = useState(false);
  return (
    <Sheet open onOpenChange={(open) => !open && props.onClose()}>
      <SheetContent
        title={props.contact ? t("edit") : t("create")}
        size="md"
        dismissable={!pending}
        footer={
          <>
            <Button variant="outline" onClick={props.onClose}>
              {words("cancel")}
            </Button>
            <Button type="submit" form={form} pending={pending}>
              {props.contact ? words("save") : t("add")}
            </Button>
          </>
        }
      >
        <ContactForm {...props} form={form} onPending={setPending} />
      </SheetContent>
    </Sheet>
  );
}
