"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { undoClientMerge, undoContactMerge } from "@/lib/features/merges/actions";
import type { MergeRow } from "@/lib/features/merges/queries";
import { day } from "@/lib/i18n/format";

/** What was merged into a client and into its people; each can be taken back for a while, by whoever may merge it. */
export function MergeList(props: { merges: readonly MergeRow[]; may: { clients: boolean; contacts: boolean } }) {
  return (
    <ul>
      {props.merges.map((merge) => (
        <Line key={merge.id} merge={merge} may={merge.kind === "client" ? props.may.clients : props.may.contacts} />
      ))}
    </ul>
  );
}

function Line({ merge, may }: { merge: MergeRow; may: boolean }) {
  const t = useTranslations("merges");
  const locale = useLocale();
  const clients = useAct(undoClientMerge);
  const contacts = useAct(undoContactMerge);
  const { id, kind, name, by, on, until, undone } = merge;

  async function undo() {
    const result = kind === "client" ? await clients.run({ id }) : await contacts.run({ id });
    if (result.ok) toast.success(t("undone"));
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hair border-b py-2 last:border-b-0">
      <span className="min-w-0 flex-1">
        {t("row", { kind, name, date: day(on, locale), by })}
        {undone && <span className="text-ink-3"> · {t("wasUndone")}</span>}
        {until && <span className="text-ink-3"> · {t("until", { date: day(until, locale) })}</span>}
      </span>
      {until && may && (
        <Button variant="outline" size="sm" pending={clients.pending || contacts.pending} onClick={undo}>
          {t("undo")}
        </Button>
      )}
    </li>
  );
}
