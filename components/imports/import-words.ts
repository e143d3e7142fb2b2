import type { useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/badge";
import { isKindName } from "@/lib/domain/import/kind-names";
import type { ImportRow } from "@/lib/features/imports/queries";
import { number } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

type Words = ReturnType<typeof useTranslations<"imports">>;

export const stateTones: Record<ImportRow["status"], Tone> = {
  uploaded: "amber",
  checking: "blue",
  checked: "amber",
  running: "blue",
  done: "green",
  failed: "red",
  cancelled: "neutral",
  reverting: "blue",
  reverted: "neutral",
};

export const working: ReadonlySet<ImportRow["status"]> = new Set(["checking", "running", "reverting"]);

export function kindWord(t: Words, kind: string): string {
  return isKindName(kind) ? t(`kinds.${kind}`) : kind;
}

/** 1,234,567 bytes → "1.2 MB". */
export function sizeText(t: Words, bytes: number, locale: Locale): string {
  if (bytes < 1000) return t("size.bytes", { size: number(bytes, locale) });
  if (bytes < 1_000_000) return t("size.kb", { size: number(bytes / 1000, locale) });
  return t("size.mb", { size: number(bytes / 1_000_000, locale, { digits: 1 }) });
}
