"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Link } from "@/components/ui/link";
import { cancelImport, runImport, saveOptions } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries";
import type { RunResult } from "@/lib/features/imports/schema";

/** What can be done with a checked file: write it, check it again, choose other columns, let it be. */
export function CheckActions({ view, result }: { view: ImportView; result: RunResult }) {
  const t = useTranslations("imports");
  const router = useRouter();
  const { run: start, pending: starting } = useAct(runImport);
  const { run: check, pending: checking } = useAct(saveOptions);
  const { run: cancel, pending: cancelling } = useAct(cancelImport);
  const [asking, setAsking] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const count = result.rows - result.faulty;

  async function again() {
    const answer = await check({ id: view.id, version: view.version, options: view.options });
    if (!answer.ok && answer.code === "conflict") router.refresh();
  }

  return (
    <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-2 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
      <Button disabled={count === 0} onClick={() => setAsking(true)}>
        {t("run", { count })}
      </Button>
      <Button variant="outline" pending={checking} onClick={again}>
        {t("again")}
      </Button>
      <Button variant="outline" asChild>
        <Link href={`/admin/imports/${view.id}?edit=1`}>{t("editColumns")}</Link>
      </Button>
      <Button variant="ghost" onClick={() => setDiscarding(true)}>
        {t("discard")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("runTitle", { count })}
        description={t("runText", { faulty: result.faulty, questions: result.questions })}
        confirm={t("run", { count })}
        tone="default"
        pending={starting}
        onConfirm={async () => {
          await start({ id: view.id });
          setAsking(false);
        }}
      />
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title={t("discardTitle")}
        description={t("discardText")}
        confirm={t("discard")}
        pending={cancelling}
        onConfirm={async () => {
          await cancel({ id: view.id });
          setDiscarding(false);
        }}
      />
    </div>
  );
}
