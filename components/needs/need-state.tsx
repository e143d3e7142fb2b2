import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { NeedRow } from "@/lib/features/needs/queries";

const tone = { open: "amber", offered: "blue", solved: "green", dropped: "neutral" } as const;

export function NeedState({ need }: { need: Pick<NeedRow, "status"> }) {
  const t = useTranslations("needs.status");
  return <Badge tone={tone[need.status]}>{t(need.status)}</Badge>;
}
