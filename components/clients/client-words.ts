"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ClientChoices } from "@/lib/features/clients/queries/choices";
import type { ClientFormValues } from "@/lib/features/clients/schema";
import { day } from "@/lib/i18n/format";

type Key = keyof ClientFormValues;

/** Names of the form's fields, and their values as a person reads them: for the two sides of a conflict. */
export function useClientWords(choices: ClientChoices) {
  const t = useTranslations("clients.form");
  const words = useTranslations("words");
  const locale = useLocale();
  const labels: Record<Key, string> = {
    kind: t("kind"),
    name: t("name"),
    legalName: t("legalName"),
    inn: t("inn"),
    kpp: t("kpp"),
    ogrn: t("ogrn"),
    parentId: t("parent"),
    industryId: t("industry"),
    regionId: t("region"),
    city: t("city"),
    zone: t("zone"),
    website: t("website"),
    tier: t("tier"),
    workMode: t("workMode"),
    since: t("since"),
    note: t("note"),
    tagIds: t("tags"),
  };
  const named = (list: { id: string; name: string }[], id: unknown) => list.find((one) => one.id === id)?.name;

  function value(field: Key, of: ClientFormValues[Key], parentName: string | null | undefined): string {
    const said = (): string | undefined => {
      if (Array.isArray(of)) return of.map((id) => named(choices.tags, id) ?? "").join(", ");
      if (field === "kind") return words(`clientKind.${of as ClientFormValues["kind"]}`);
      if (field === "workMode") return words(`workMode.${of as ClientFormValues["workMode"]}`);
      if (field === "tier" && of) return words(`tier.${of as "A" | "B" | "C"}`);
      if (field === "industryId") return named(choices.industries, of);
      if (field === "regionId") return named(choices.regions, of);
      if (field === "parentId") return of ? (parentName ?? undefined) : undefined;
      if (field === "since" && of) return day(of, locale);
      return of;
    };
    return said() || words("noValue");
  }
  return { label: (field: Key) => labels[field], value };
}
