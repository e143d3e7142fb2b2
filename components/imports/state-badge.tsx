import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ImportRow } from "@/lib/features/imports/queries";
import { stateTones } from "./import-words";

export function StateBadge({ state }: { state: ImportRow["status"] }) {
  const t = useTranslations("imports.statuses");
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>;
}
