import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ClientReason } from "@/lib/features/progress/queries/progress";

/** Why a client may be behind, in words. */
export function ClientReasons({ reasons }: { reasons: readonly ClientReason[] }) {
  const t = useTranslations("progress.behind");
  return reasons.map((one) =>
    one.kind === "rhythm" ? (
      <Badge key="rhythm" tone="red" title={t("rhythmTitle", { days: one.silentFor, usual: String(one.usual) })}>
        {t(one.lost ? "lost" : "rhythm")}
      </Badge>
    ) : (
      <Badge key="touch" tone="amber" title={one.never ? t("neverTitle") : t("touchTitle", { days: one.late })}>
        {t("touch")}
      </Badge>
    ),
  );
}
