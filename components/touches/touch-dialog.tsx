"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import ErrorState from "@/components/ui/error-state";
import { MoreMessages } from "@/components/ui/more-messages";
import { Skeleton } from "@/components/ui/skeleton";
import { useSearch } from "@/components/ui/use-search";
import { openTouchForm } from "@/lib/features/touches/actions";
import type { TouchAsked } from "./open-log-touch";
import { TouchForm } from "./touch-form";

export type Saved = { id: string | null; clientId: string; said: string };

/** Its words and the client's people are fetched when it opens, so that no page carries them. */
export default function TouchDialog(props: {
  asked: TouchAsked;
  onClose: () => void;
  onSaved: (saved: Saved) => void;
}) {
  const { asked, onClose } = props;
  const locale = useLocale();
  const { run } = useAct(openTouchForm);
  const [attempt, setAttempt] = useState("");
  const opened = useSearch(attempt, async () => {
    const result = await run({ clientId: asked.clientId ?? null, touchId: asked.touchId ?? null, locale });
    if (!result.ok) throw new Error(result.code);
    return [result.value];
  });
  const given = opened.items[0];
  if (given)
    return (
      <MoreMessages messages={given.messages}>
        <TouchForm given={given} onClose={onClose} onSaved={props.onSaved} />
      </MoreMessages>
    );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={<Skeleton className="h-5 w-40" />} size="md">
        {opened.state === "failed" ? (
          <ErrorState retry={() => setAttempt((before) => `${before}.`)} />
        ) : (
          <div className="grid gap-3" aria-busy>
            {["a", "b", "c", "d"].map((key) => (
              <Skeleton key={key} className="h-9" />
            ))}
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
