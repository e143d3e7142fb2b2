"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";

export type ConflictLine = { label: ReactNode; theirs: ReactNode; mine: ReactNode };

/** A stale save: what stands there now and what this person wanted, side by side, and the choice between them. */
export function ConflictNotice(props: {
  lines: ConflictLine[];
  /** Who changed it, and when, if known. */
  by?: ReactNode;
  onKeepTheirs: () => void;
  onKeepMine: () => void;
  pending?: boolean;
}) {
  const t = useTranslations("ui.conflict");
  return (
    <div role="alert" className="rounded-md border border-amber bg-amber-soft p-3">
      <p className="font-medium">{t("title")}</p>
      <p className="text-ink-2 text-xs">{props.by ?? t("text")}</p>
      <table className="mt-2 w-full text-left">
        <thead className="text-2xs text-ink-2">
          <tr>
            <th className="py-1 pr-3 font-normal">{t("field")}</th>
            <th className="py-1 pr-3 font-normal">{t("theirs")}</th>
            <th className="py-1 font-normal">{t("mine")}</th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line, at) => (
            <tr key={typeof line.label === "string" ? line.label : at} className="border-line border-t align-top">
              <th scope="row" className="py-1.5 pr-3 font-normal text-ink-2">
                {line.label}
              </th>
              <td className="break-words py-1.5 pr-3">{line.theirs}</td>
              <td className="break-words py-1.5 font-medium">{line.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <Button variant="outline" size="sm" onClick={props.onKeepTheirs} disabled={props.pending}>
          {t("keepTheirs")}
        </Button>
        <Button size="sm" onClick={props.onKeepMine} pending={props.pending}>
          {t("keepMine")}
        </Button>
      </div>
    </div>
  );
}
