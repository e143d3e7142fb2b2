"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { discardPayDraft } from "@/lib/features/pay/actions";
import type { PayPlanRow } from "@/lib/features/pay/queries/plans";
import { periodWords } from "@/lib/i18n/pay-words";

/** Which version is on the screen: the one in force, which stays as it is, or a draft, which pays nobody. */
export function DraftBar(props: { plan: PayPlanRow; writing: boolean; onWrite: () => void; onDiscarded: () => void }) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const { run, pending } = useAct(discardPayDraft);
  const [asking, setAsking] = useState(false);
  const { versions } = props.plan;
  const draft = versions.find(({ status }) => status === "draft");
  const active = versions.find(({ status }) => status === "active");
  const next = String(draft?.number ?? (versions[0]?.number ?? 0) + 1);

  async function discard() {
    if (!draft) return;
    const result = await run({ versionId: draft.id, version: draft.version });
    setAsking(false);
    if (!result.ok) return;
    toast.success(t("discarded"));
    props.onDiscarded();
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-sheet px-3.5 py-2">
      <p className="min-w-0 flex-1 basis-72">
        {props.writing
          ? t("writing", { number: next })
          : active?.inForceFrom &&
            t("inForce", {
              number: String(active.number),
              month: periodWords({ startsOn: active.inForceFrom, months: 1 }, locale),
            })}
      </p>
      {!props.writing && (
        <Button variant="outline" onClick={props.onWrite}>
          {t("write", { number: next })}
        </Button>
      )}
      {draft && (
        <Button variant="outline" onClick={() => setAsking(true)}>
          {t("discard")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("discardTitle")}
        description={t("discardText")}
        confirm={t("discard")}
        pending={pending}
        onConfirm={discard}
      />
    </div>
  );
}
