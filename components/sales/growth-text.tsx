import { useLocale, useTranslations } from "next-intl";
import type { Growth } from "@/lib/domain/growth";
import { percent } from "@/lib/i18n/format";

/** "+8 %", "new", or a dash where nothing can be said. */
export function GrowthText({ growth }: { growth: Growth }) {
  const t = useTranslations("sales");
  const words = useTranslations("words");
  const locale = useLocale();
  if (growth === null) return <span className="text-ink-3">{words("noValue")}</span>;
  if (growth === "new") return <span className="text-ink-3">{t("growthNew")}</span>;
  return <span className={growth <= -0.25 ? "text-red" : undefined}>{percent(growth, locale, { sign: true })}</span>;
}
