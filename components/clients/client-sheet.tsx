"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import ErrorState from "@/components/ui/error-state";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { useSearch } from "@/components/ui/use-search";
import { listClientChoices } from "@/lib/features/clients/actions";
import type { ClientView } from "@/lib/features/clients/queries";
import { ClientForm } from "./client-form";

/** A new client, or an edited one, at the side of what is being looked at. The lists of the form are fetched when it opens. */
export default function ClientSheet({ client, onClose }: { client?: ClientView; onClose: () => void }) {
  const t = useTranslations("clients.form");
  const words = useTranslations("ui");
  const form = useId();
  const { run } = useAct(listClientChoices);
  const [attempt, setAttempt] = useState("");
  const [pending, setPending] = useState(false);
  const lists = useSearch(attempt, async () => {
    const result = await run({});
    if (!result.ok) throw new Error(result.code);
    return [result.value];
  });
  const choices = lists.items[0];

  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={client ? t("edit") : t("create")}
        size="lg"
        dismissable={!pending}
        footer={
          <>
            <Button variant="outline" onClick={onClose}>
              {words("cancel")}
            </Button>
            <Button type="submit" form={form} pending={pending} disabled={!choices}>
              {client ? t("save") : t("add")}
            </Button>
          </>
        }
      >
        {choices ? (
          <ClientForm form={form} client={client} choices={choices} onPending={setPending} onClose={onClose} />
        ) : lists.state === "failed" ? (
          <ErrorState title={t("failed")} retry={() => setAttempt((before) => `${before}.`)} />
        ) : (
          <div className="grid gap-4 sm:grid-cols-2">
            {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
              <Skeleton key={key} className="h-11" />
            ))}
          </div>
        )}
      </SheetContent>
    </Sheet>
  );
}
