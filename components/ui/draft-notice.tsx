"use client";

import { useTranslations } from "next-intl";

/** Says that a form's values came from an unfinished edit (`useDraft().restored`), and offers to start afresh. */
export function DraftNotice({ shown, onDiscard }: { shown: boolean; onDiscard: () => void }) {
  const t = useTranslations("ui.draft");
  if (!shown) return null;
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-2 rounded-md bg-hair px-2.5 py-1.5 text-ink-2 text-xs"
    >
      {t("restored")}
      <button type="button" className="link min-h-6" onClick={onDiscard}>
        {t("discard")}
      </button>
    </p>
  );
}
