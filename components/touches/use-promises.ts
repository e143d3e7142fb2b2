"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { toast } from "@/components/ui/toast";
import { deletePromise, setPromise } from "@/lib/features/touches/actions";
import type { PromiseRow } from "@/lib/features/touches/queries/promises";

type Named = Pick<PromiseRow, "id" | "clientId" | "text" | "status">;

/** Ends a promise, opens it again, throws it away: each in one tap, with an undo. `pending` is the id that is being written. */
export function usePromises() {
  const t = useTranslations("touches.promises");
  const ui = useTranslations("ui");
  const set = useAct(setPromise);
  const bin = useAct(deletePromise);
  const [busy, setBusy] = useState<string>();

  async function end({ id, clientId, text, status: was }: Named, status: PromiseRow["status"]) {
    setBusy(id);
    const result = await set.run({ id, clientId, status });
    if (result.ok) toast.undo(t("done", { text, status }), ui("undo"), () => set.run({ id, clientId, status: was }));
  }

  async function remove({ id, clientId, text }: Named) {
    setBusy(id);
    const result = await bin.run({ id, clientId, deleted: true });
    if (result.ok) toast.undo(t("deleted", { text }), ui("undo"), () => bin.run({ id, clientId, deleted: false }));
  }

  return { end, remove, pending: set.pending || bin.pending ? busy : undefined };
}
