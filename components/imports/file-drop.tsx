"use client";

import { FileSpreadsheet } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { sizeText } from "./import-words";
import type { Way } from "./upload-dialog";

type Props = { file: File | null; way: Way | null; fault: string | null; onFile: (file: File) => void };

/** The place where a file is dropped or chosen, and its way to the server. */
export function FileDrop({ file, way, fault, onFile }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const id = useId();
  const [over, setOver] = useState(false);
  const size = (bytes: number) => sizeText(t, bytes, locale);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !way) onFile(dropped);
  }

  const said = way
    ? way.sent === null
      ? t("upload.hashing")
      : file && way.sent >= file.size
        ? t("upload.sent")
        : t("upload.sending", { done: size(way.sent), total: size(file?.size ?? 0) })
    : null;
  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex min-h-32 flex-col items-center justify-center gap-1 rounded-lg border border-edge border-dashed px-4 py-5 text-center focus-within:border-green focus-within:outline-2 focus-within:outline-green",
          over && "border-green bg-green-soft",
          fault && "border-red",
        )}
      >
        <FileSpreadsheet aria-hidden size={22} className="text-ink-3" />
        {file ? (
          <>
            <span className="break-all font-medium">{file.name}</span>
            <span className="text-ink-3 text-xs">{size(file.size)}</span>
          </>
        ) : (
          <>
            <span className="font-medium">{t("upload.drop")}</span>
            <span className="text-ink-3 text-xs">{t("upload.formats")}</span>
          </>
        )}
        {!way && (
          <span className="mt-1 text-green underline-offset-3 hover:underline">
            {t(file ? "upload.another" : "upload.choose")}
          </span>
        )}
        <input
          id={id}
          type="file"
          className="sr-only"
          disabled={way !== null}
          accept=".csv,.txt,.tsv,.xlsx"
          aria-label={t("upload.choose")}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) onFile(chosen);
            event.target.value = "";
          }}
        />
      </label>
      {way && (
        <div className="mt-2 flex flex-col gap-1">
          <Progress label={t("upload.progress")} value={way.sent ?? undefined} max={file?.size} />
          <p aria-live="polite" className="text-ink-2 text-xs">
            {said}
          </p>
        </div>
      )}
      {fault && (
        <p role="alert" className="mt-1.5 text-red text-xs">
          {fault}
        </p>
      )}
    </div>
  );
}
