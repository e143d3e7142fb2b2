"use client";

import { Pencil, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ClientView } from "@/lib/features/clients/queries";

// The form is fetched when somebody wants it.
const ClientSheet = dynamic(() => import("./client-sheet"), { ssr: false });

export function EditClient({ client }: { client: ClientView }) {
  const t = useTranslations("clients");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Pencil aria-hidden size={14} />
        {t("edit")}
      </Button>
      {open && <ClientSheet client={client} onClose={() => setOpen(false)} />}
    </>
  );
}

export function NewClient() {
  const t = useTranslations("clients.form");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden size={15} />
        {t("create")}
      </Button>
      {open && <ClientSheet onClose={() => setOpen(false)} />}
    </>
  );
}
