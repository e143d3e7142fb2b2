"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useAct, useErrorText } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { isKindName, type KindName, kindNames, shapedKinds } from "@/lib/domain/import/kind-names";
import { startImport } from "@/lib/features/imports/actions";
import { FileDrop } from "./file-drop";
import { type Sending, sendFile, sha256Of } from "./send-file";

const LIMIT = 200 * 1024 * 1024;

/** How far the file is on its way: `sent` bytes, or null while its sum is worked out. */
export type Way = { sent: number | null };

type Props = { company: string; open: boolean; onOpenChange: (open: boolean) => void };

/** What the file holds, and the file: it is sent at once when the person goes on, with its size and SHA-256 beside it. */
export function UploadDialog({ company, open, onOpenChange }: Props) {
  const t = useTranslations("imports");
  const text = useErrorText();
  const router = useRouter();
  const { run } = useAct(startImport);
  const kind = useDraft<KindName>("import-kind", "sales");
  const [file, setFile] = useState<File | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const sending = useRef<Sending | null>(null);
  const stopped = useRef(false);

  function take(taken: File) {
    setFile(taken);
    setFault(taken.size > LIMIT ? t("upload.tooLarge") : taken.size === 0 ? t("upload.empty") : null);
  }

  async function send() {
    if (!file) return;
    stopped.current = false;
    setFault(null);
    setWay({ sent: null });
    try {
      const sha256 = await sha256Of(file);
      if (stopped.current) return;
      sending.current = sendFile(file, { company, sha256 }, (sent) => setWay({ sent }));
      const answer = await sending.current.answer;
      if (!answer.ok) {
        if (answer.code !== "cancelled") setFault(answer.code === "offline" ? t("upload.failed") : text(answer.code));
        return;
      }
      const started = await run({ file: answer.value.id, kind: kind.value });
      if (started.ok) {
        router.push(`/admin/imports/${started.value.id}` as Route);
        return;
      }
    } catch {
      // The file was moved or changed under the browser's hand.
      setFault(t("upload.failed"));
    } finally {
      sending.current = null;
      setWay(null);
    }
  }

  function stop() {
    stopped.current = true;
    sending.current?.stop();
    setWay(null);
  }

  const templates = (shape: "wide" | "long") =>
    (["xlsx", "csv"] as const).map((format) => (
      <a
        key={format}
        className="text-green underline-offset-3 hover:underline"
        href={`/api/imports/templates/${kind.value}?format=${format}&shape=${shape}`}
        download
      >
        {format.toUpperCase()}
      </a>
    ));
  return (
    <Dialog open={open} onOpenChange={(to) => (way ? undefined : onOpenChange(to))}>
      <DialogContent
        title={t("upload.title")}
        dismissable={way === null}
        footer={
          way ? (
            <Button variant="outline" onClick={stop}>
              {t("upload.stop")}
            </Button>
          ) : (
            <Button disabled={!file || file.size > LIMIT || file.size === 0} onClick={send}>
              {t("upload.begin")}
            </Button>
          )
        }
      >
        <div className="flex flex-col gap-3">
          <Field label={t("upload.kind")} hint={t(`upload.hint.${kind.value}`)}>
            <Select
              name="kind"
              value={kind.value}
              disabled={way !== null}
              options={kindNames.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              onChange={(event) => isKindName(event.target.value) && kind.set(event.target.value)}
            />
          </Field>
          {shapedKinds.includes(kind.value) ? (
            (["wide", "long"] as const).map((shape) => (
              <p key={shape} className="flex gap-2 text-ink-2">
                {t(`upload.templateOf.${shape}`)} {templates(shape)}
              </p>
            ))
          ) : (
            <p className="flex gap-2 text-ink-2">
              {t("upload.template")} {templates("wide")}
            </p>
          )}
          <FileDrop file={file} way={way} fault={fault} onFile={take} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
