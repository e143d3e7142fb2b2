import { useLocale, useTranslations } from "next-intl";
import type { ContractStanding, ContractStatus } from "@/lib/domain/contract";
import { day } from "@/lib/i18n/format";

export const statusTone = { draft: "neutral", signed: "green", ended: "neutral" } as const satisfies Record<
  ContractStatus,
  string
>;

/** Amber and red are for what waits for a person. */
export const standingTone: Partial<Record<ContractStanding["kind"], string>> = { soon: "text-amber", over: "text-red" };

/** "01.02.2026 – 31.12.2026", or the half of it that is known. */
export function usePeriodText(): (from: string | null, to: string | null) => string {
  const t = useTranslations("contracts");
  const locale = useLocale();
  return (from, to) => {
    if (from && to) return t("period", { from: day(from, locale), to: day(to, locale) });
    if (from) return t("from", { from: day(from, locale) });
    return to ? t("to", { to: day(to, locale) }) : "";
  };
}

/** How it stands in words; "" where the status says it all. */
export function useStandingText(): (standing: ContractStanding) => string {
  const t = useTranslations("contracts.standing");
  return (standing) => {
    if (standing.kind === "draft" || standing.kind === "ended") return "";
    return standing.days === null ? t("open") : t(standing.kind, { days: standing.days });
  };
}
