"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Filter } from "@/components/data-table/column";
import type { Book } from "@/lib/features/book/queries";

const bands = ["0-1", "1-3", "3-5", "5-", "none"] as const;

/** The filters of the book with what they offer here, and how often. A filter that could not tell clients apart is left out. */
export function useBookFilters(facets: Book["facets"]): Filter[] {
  const t = useTranslations("book");
  const words = useTranslations("words");
  return useMemo(() => {
    const named = (key: "owner" | "region" | "industry") =>
      facets[key].map(({ value, label, count }) => ({ value, label: label ?? t(`none.${key}`), count }));
    const all: Filter[] = [
      { kind: "flag", key: "overdue", label: t("filter.overdue"), count: facets.overdue, pinned: facets.overdue > 0 },
      { kind: "flag", key: "behind", label: t("filter.behind"), count: facets.behind, pinned: facets.behind > 0 },
      { kind: "flag", key: "missed", label: t("filter.missed"), count: facets.missed, pinned: facets.missed > 0 },
      { kind: "flag", key: "lonely", label: t("filter.lonely"), count: facets.lonely, pinned: facets.lonely > 0 },
      {
        kind: "many",
        key: "tier",
        label: t("columnTitle.tier"),
        options: facets.tier.map(({ value, count }) => ({
          value,
          label: value === "none" ? words("tier.none") : value,
          count,
        })),
      },
      {
        kind: "many",
        key: "mode",
        label: t("columnTitle.mode"),
        options: (["proactive", "reactive", "mixed"] as const).flatMap((mode) => {
          const found = facets.mode.find(({ value }) => value === mode);
          return found ? [{ value: mode, label: words(`workMode.${mode}`), count: found.count }] : [];
        }),
      },
      {
        kind: "many",
        key: "stage",
        label: t("filter.stage"),
        options: facets.stage.map(({ value, count }) => ({
          value,
          label: value === "none" ? t("filter.noStage") : words(`stage.${value}`),
          count,
        })),
      },
      {
        kind: "many",
        key: "abc",
        label: t("filter.abc"),
        options: facets.abc.map((one) => ({ label: one.value, ...one })),
      },
      { kind: "many", key: "owner", label: t("column.owner"), options: named("owner") },
      { kind: "many", key: "region", label: t("column.region"), options: named("region") },
      { kind: "many", key: "industry", label: t("column.industry"), options: named("industry") },
      {
        kind: "many",
        key: "tag",
        label: t("column.tags"),
        options: facets.tag.map(({ value, label, count }) => ({ value, label: label ?? "", count })),
      },
      {
        kind: "many",
        key: "tenure",
        label: t("filter.tenure"),
        options: bands.map((value) => ({ value, label: t(`filter.${value}`) })),
      },
      ...(facets.archived > 0
        ? [{ kind: "flag" as const, key: "archived", label: t("filter.archived"), count: facets.archived }]
        : []),
    ];
    return all.filter((filter) => filter.kind === "flag" || filter.key === "tenure" || filter.options.length > 1);
  }, [facets, t, words]);
}
