"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { useDraft } from "@/components/ui/draft";
import ErrorState from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { forgetMapping, inspectImport, saveOptions } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/queries";
import { ColumnTable } from "./column-table";
import { FileReading } from "./file-reading";
import { type MappingDraft, missingFields, type Reading, reread, startOf } from "./mapping-draft";
import { MappingNotes } from "./mapping-notes";
import { RunChoices } from "./run-choices";

type Look = Extract<Awaited<ReturnType<typeof inspectImport>>, { ok: true }>["value"];

/** How the file is read, which column is what, and what is done with it: all of it kept in this tab until the check begins. */
export function ColumnsStep({ view, editing }: { view: ImportView; editing: boolean }) {
  const t = useTranslations("imports");
  const steps = useTranslations("importSteps");
  const draft = useDraft<MappingDraft>(`import:${view.id}:${view.version}`, startOf(view));
  const [seen, setSeen] = useState<Look | null>(null);
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  const { run: inspect, pending: looking } = useAct(inspectImport);
  const { run: save, pending: saving, fields } = useAct(saveOptions);
  const { run: forget, pending: forgetting } = useAct(forgetMapping);
  const { reading, options } = draft.value;
  const latest = useRef({ inspect, draft });
  latest.current = { inspect, draft };
  const turn = useRef(0);

  // Anew whenever the file is to be read in another way; an answer that comes late is dropped.
  const asked = JSON.stringify({ reading, tries });
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    latest.current.inspect({ id: view.id, ...(JSON.parse(asked) as { reading: Reading }).reading }).then((answer) => {
      if (mine !== turn.current) return;
      setFailed(!answer.ok);
      if (!answer.ok) return;
      setSeen(answer.value);
      const fresh = answer.value.options;
      if (!fresh) return;
      latest.current.draft.set((before) => {
        const keeps = before.options && !before.stale && before.options.columns.length === fresh.columns.length;
        return { ...before, options: keeps ? before.options : reread(before.options, fresh), stale: false };
      });
    });
  }, [view.id, asked]);

  const change = (next: Reading) =>
    draft.set((before) => ({ ...before, reading: { ...before.reading, ...next }, stale: true }));
  const set = (next: MappingDraft["options"]) => draft.set((before) => ({ ...before, options: next }));

  async function submit() {
    if (!options) return;
    const answer = await save({ id: view.id, version: view.version, options });
    if (answer.ok) draft.forget();
    else if (answer.code === "conflict") toast.error(t("changedMeanwhile"));
  }

  async function drop() {
    if (!options || !seen?.file) return;
    const answer = await forget({ id: view.id, names: options.names });
    if (!answer.ok) return;
    set({ ...options, columns: seen.file.columns.map(({ guess }) => guess) });
    setSeen({ ...seen, remembered: false });
    toast.success(steps("map.forgotten"));
  }

  if (!seen && failed) return <ErrorState retry={() => setTries((before) => before + 1)} />;
  if (!seen) return <SkeletonRows rows={10} />;
  const { file, fault } = seen;
  const missing = options ? missingFields(view, options) : [];
  const ready = Boolean(options && file && options.columns.length === file.columns.length);
  return (
    <div className="flex flex-col gap-4" aria-busy={looking}>
      <FileReading
        name={view.fileName}
        file={file}
        fault={fault}
        reading={reading}
        options={options}
        onChange={change}
      />
      {options && file && ready && (
        <>
          <ColumnTable view={view} file={file} options={options} onChange={set}>
            <MappingNotes
              view={view}
              file={file}
              options={options}
              missing={missing}
              errors={fields}
              remembered={seen.remembered && !view.options}
              onForget={forgetting ? undefined : drop}
            />
          </ColumnTable>
          <RunChoices view={view} options={options} onChange={set} />
          <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-line border-t bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
            <Button pending={saving} disabled={missing.length > 0} onClick={submit}>
              {t("check")}
            </Button>
            <span className="text-ink-2">{t("checkHint")}</span>
            {editing && (
              <Link className="ml-auto text-green hover:underline" href={`/admin/imports/${view.id}`}>
                {t("cancelEdit")}
              </Link>
            )}
          </div>
        </>
      )}
    </div>
  );
}
