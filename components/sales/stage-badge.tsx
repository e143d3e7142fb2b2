import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LifeStage } from "@/lib/domain/life-stage";
import { day } from "@/lib/i18n/format";

const tones: Record<LifeStage, "neutral" | "green" | "amber" | "red"> = {
  new: "green",
  growing: "green",
  active: "neutral",
  returned: "green",
  "at-risk": "red",
  dormant: "amber",
  lost: "neutral",
};

/** The life stage beside a client's name. */
export function StageBadge({ stage }: { stage: { stage: LifeStage; startsOn: string } | null | undefined }) {
  const t = useTranslations("sales.stage");
  const words = useTranslations("words.stage");
  const locale = useLocale();
  if (!stage) return null;
  return (
    <Badge tone={tones[stage.stage]} title={t("badgeTitle", { day: day(stage.startsOn, locale) })}>
      {words(stage.stage)}
    </Badge>
  );
}
