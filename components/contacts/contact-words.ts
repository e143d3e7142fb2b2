"use client";

import { useLocale, useTranslations } from "next-intl";
import { YEAR_UNKNOWN } from "@/lib/domain/birthday";
import type { ContactRow } from "@/lib/features/contacts/queries";
import { day, longDay } from "@/lib/i18n/format";
import type { ContactValues } from "./contact-values";

type Key = keyof ContactValues;

/** Names of the form's fields, and their values as a person reads them: for the two sides of a conflict. */
export function useContactWords(people: readonly ContactRow[]) {
  const t = useTranslations("contacts.form");
  const words = useTranslations("words");
  const locale = useLocale();
  const labels: Record<Key, string> = {
    clientId: "",
    name: t("name"),
    jobTitle: t("jobTitle"),
    level: t("level"),
    role: t("role"),
    isKey: t("isKey"),
    cadenceDays: t("cadence"),
    reportsToId: t("reportsTo"),
    birthday: t("birthday"),
    zone: t("zone"),
    note: t("note"),
    channels: t("channels"),
  };

  function value(field: Key, of: ContactValues[Key]): string {
    const said = (): string | undefined => {
      if (Array.isArray(of)) return of.map((channel) => channel.value).join(", ");
      if (typeof of === "boolean") return of ? t("yes") : t("no");
      if (field === "role") return words(`contactRole.${of as ContactRow["role"]}`);
      if (field === "level" && of) return words(`contactLevel.${of as NonNullable<ContactRow["level"]>}`);
      if (field === "reportsToId") return people.find(({ id }) => id === of)?.name;
      if (field === "birthday" && of)
        return of.startsWith(String(YEAR_UNKNOWN)) ? longDay(of, locale) : day(of, locale);
      return of;
    };
    return said() || words("noValue");
  }
  return { label: (field: Key) => labels[field], value };
}
