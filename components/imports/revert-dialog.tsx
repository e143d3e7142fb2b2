"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { Link } from "@/components/ui/link";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Stat, StatRow } from "@/components/ui/stat";
import { previewRevert, revertImport } from "@/lib/features/imports/actions";
import { number } from "@/lib/i18n/format";
import { ConflictRow } from "./conflict-row";

type Preview = Extract<Awaited<ReturnType<typeof previewRevert>>, { ok: true }>["value"];
/** As many of each kind as the preview lists. */
const LISTED = 200;

/** What goes back, what has changed since, and what stands in the way. Rows changed since stay unless they are marked. */
export function RevertDialog({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const t = useTranslations("importSteps.revert");
  const locale = useLocale();
  const { run: look } = useAct(previewRevert);
  const { run: revert, pending } = useAct(revertImport);
  const [preview, setPreview] = useState<Preview | null>(null);
  const chosen = useDraft<string[]>(`import-revert:${id}`, []);
  const asking = useRef(look);
  useEffect(() => {
    let late = false;
    asking.current({ id }).then((answer) => {
      if (answer.ok && !late) setPreview(answer.value);
    });
    return () => {
      late = true;
    };
  }, [id]);

  const conflicts = preview?.conflicts ?? [];
  const newer = preview?.newer ?? [];
  const marked = new Set(chosen.value);
  const mark = (key: string, on: boolean) =>
    chosen.set((before) => (on ? [...before, key] : before.filter((one) => one !== key)));

  async function confirm() {
    const known = new Set(conflicts.flatMap(({ key, stays }) => (stays ? [] : [key])));
    const answer = await revert({ id, version, chosen: chosen.value.filter((key) => known.has(key)) });
    if (answer.ok) {
      chosen.forget([]);
      onClose();
    }
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("title")}
        size="lg"
        footer={
          <Button variant="destructive" pending={pending} disabled={!preview || newer.length > 0} onClick={confirm}>
            {t("confirm")}
          </Button>
        }
      >
        {!preview && <SkeletonLines />}
        {preview && (
          <div className="flex flex-col gap-4">
            <StatRow>
              <Stat value={number(preview.remove, locale)} label={t("remove")} />
              <Stat value={number(preview.restore, locale)} label={t("restore")} />
              <Stat
                value={number(conflicts.length, locale)}
                label={t("changed")}
                tone={conflicts.length > 0 ? "amber" : "ink"}
              />
            </StatRow>
            {newer.length > 0 && (
              <div role="alert" className="rounded-md bg-amber-soft px-3.5 py-2.5">
                <p>{t("newer")}</p>
                <ul className="mt-1">
                  {newer.map((one) => (
                    <li key={one.id}>
                      <Link className="text-green underline" href={`/admin/imports/${one.id}`}>
                        {one.fileName}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {conflicts.length > 0 && (
              <section aria-label={t("conflicts")}>
                <div className="mb-1 flex flex-wrap items-center gap-3">
                  <h3 className="font-medium">{t("conflicts")}</h3>
                  <Button
                    variant="link"
                    onClick={() => chosen.set(conflicts.flatMap(({ key, stays }) => (stays ? [] : [key])))}
                  >
                    {t("all")}
                  </Button>
                  <Button variant="link" onClick={() => chosen.set([])}>
                    {t("none")}
                  </Button>
                </div>
                <p className="mb-2 text-ink-2">{t("conflictsHint")}</p>
                <ul className="rounded-lg border border-line">
                  {conflicts.map((one) => (
                    <ConflictRow
                      key={one.key}
                      of={one}
                      marked={marked.has(one.key)}
                      onMark={(on) => mark(one.key, on)}
                    />
                  ))}
                </ul>
                {conflicts.length >= LISTED && (
                  <p className="mt-1.5 text-ink-3 text-xs">{t("most", { count: LISTED })}</p>
                )}
              </section>
            )}
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
