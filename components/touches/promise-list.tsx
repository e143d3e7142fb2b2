"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import type { PromiseRow } from "@/lib/features/touches/queries/promises";
import { PromiseLine } from "./promise-line";
import { PromiseMenu } from "./promise-menu";
import { usePromises } from "./use-promises";

const PromiseDialog = dynamic(() => import("./promise-dialog"), { ssr: false });

type Props = { clientId: string; promises: readonly PromiseRow[]; today: string; mayEdit: boolean };

/** What both sides promised and have not done yet, late ones in red; an end in one tap, with a way back. */
export function PromiseList({ clientId, promises, today, mayEdit }: Props) {
  const t = useTranslations("touches.promises");
  const [edited, setEdited] = useState<PromiseRow | "new">();
  const act = usePromises();
  const open = promises.filter(({ status }) => status === "open");
  const ended = promises.filter(({ status }) => status !== "open").slice(0, 5);
  const line = (promise: PromiseRow) => (
    <PromiseLine
      key={promise.id}
      promise={promise}
      today={today}
      mayEdit={mayEdit}
      act={act}
      after={
        <>
          {promise.contactName && ` · ${promise.contactName}`}
          {promise.side === "ours" && ` · ${promise.ownerName}`}
        </>
      }
      menu={mayEdit && <PromiseMenu promise={promise} act={act} onEdit={() => setEdited(promise)} />}
    />
  );
  return (
    <div id="promises" className="scroll-mt-4">
      <Section
        title={t("title")}
        action={
          <>
            {promises.length > 0 && (
              <TableExport table="client-promises" also={{ client: clientId }} label={t("title")} />
            )}
            {mayEdit && (
              <Button variant="ghost" size="sm" onClick={() => setEdited("new")}>
                <Plus aria-hidden size={14} />
                {t("add")}
              </Button>
            )}
          </>
        }
      >
        {open.length === 0 ? <p className="py-1 text-ink-3">{t("none")}</p> : <ul>{open.map(line)}</ul>}
        {ended.length > 0 && (
          <details className="mt-1">
            <summary className="min-h-6 cursor-pointer text-ink-3 text-xs">
              {t("ended")} · {ended.length}
            </summary>
            <ul>{ended.map(line)}</ul>
          </details>
        )}
      </Section>
      {edited && (
        <PromiseDialog
          clientId={clientId}
          promise={edited === "new" ? undefined : edited}
          today={today}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}
