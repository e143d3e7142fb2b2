"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import type { ContactRow } from "@/lib/features/contacts/queries";
import { Facts } from "./facts";
import type { Me } from "./friendship";
import { Ties } from "./ties";

/** Everything about friendship with one person; each change is in force at once. */
export default function FriendshipSheet(props: { clientId: string; contact: ContactRow; me: Me; onClose: () => void }) {
  const t = useTranslations("relations.sheet");
  const ui = useTranslations("ui");
  return (
    <Sheet open onOpenChange={(open) => !open && props.onClose()}>
      <SheetContent
        title={t("title", { name: props.contact.name })}
        description={t("intro")}
        footer={
          <Button variant="outline" onClick={props.onClose}>
            {ui("close")}
          </Button>
        }
      >
        <div className="grid gap-5">
          <Ties clientId={props.clientId} contact={props.contact} me={props.me} />
          <Facts clientId={props.clientId} contact={props.contact} />
        </div>
      </SheetContent>
    </Sheet>
  );
}
