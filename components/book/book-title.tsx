import { useTranslations } from "next-intl";
import type { BookFacets } from "@/lib/features/book/queries";

/** "98 clients · A 7, B 9, C 82 · 3 without contacts": the whole book in a line, whatever is filtered below. */
export function BookTitle({ facets }: { facets: BookFacets }) {
  const t = useTranslations("book");
  const tiers = facets.tier
    .filter(({ value }) => value !== "none")
    .map(({ value, count }) => t("tierCount", { tier: value, count: String(count) }))
    .join(", ");
  const parts = [
    t("clients", { count: facets.total }),
    tiers,
    facets.lonely > 0 && t("lonelyCount", { count: facets.lonely }),
  ];
  return parts.filter(Boolean).join(" · ");
}
