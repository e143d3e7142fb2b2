"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";

/** What went wrong in a person's words, the request id to name when asking for help, and a way to try again. */
export default function ErrorState(props: {
  title?: ReactNode;
  children?: ReactNode;
  request?: string;
  retry?: () => void;
}) {
  const t = useTranslations("ui.error");
  return (
    <div role="alert" className="flex flex-col items-center gap-1.5 px-6 py-14 text-center">
      <p className="font-medium">{props.title ?? t("title")}</p>
      <div className="max-w-[52ch] text-ink-2">{props.children ?? t("text")}</div>
      {props.request && (
        <p className="text-ink-3 text-xs">
          {t("request")} <code className="select-all font-sans text-ink-2">{props.request}</code>
        </p>
      )}
      {props.retry && (
        <Button variant="outline" className="mt-2.5" onClick={props.retry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
