import { useTranslations } from "next-intl";
import type { NumberValueRow } from "@/lib/features/numbers/queries";

type Sourced = Pick<NumberValueRow, "source" | "contactName" | "sourceNote" | "confirms" | "by">;

/** Where a value comes from, and who wrote it down or confirmed it. */
export function useValueSource(): (value: Sourced) => string {
  const t = useTranslations("numbers");
  return ({ source, contactName, sourceNote, confirms, by }) => {
    const who = [contactName, sourceNote].filter(Boolean).join(", ");
    const said =
      source === "person" ? t("saidBy", { who }) : [t(`source.${source}`), sourceNote].filter(Boolean).join(": ");
    return [said, by && t(confirms ? "confirmedBy" : "writtenBy", { who: by })].filter(Boolean).join(" · ");
  };
}
