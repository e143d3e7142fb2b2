"use client";

import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { MailRow } from "@/lib/features/outbox/queries";

type State = MailRow["status"];

const tones: Record<State, Tone> = {
  held: "amber",
  queued: "blue",
  sent: "green",
  failed: "red",
  withdrawn: "neutral",
};

export function MailStateBadge({ state }: { state: State }) {
  const t = useTranslations("outbox.status");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
