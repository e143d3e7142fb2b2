"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";

/** Says that what was typed before the tab was closed is back (see useDraft), and offers to drop it. */
export function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  const t = useTranslations("ui.draft");
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 rounded-md bg-blue-soft px-3 py-1.5 text-blue">
      {t("restored")}
      <Button variant="link" size="sm" onClick={onDiscard}>
        {t("discard")}
      </Button>
    </p>
  );
}
