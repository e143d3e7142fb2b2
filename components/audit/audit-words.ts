"use client";

import { useLocale, useTranslations } from "next-intl";
import { day, list, moment } from "@/lib/i18n/format";
import type { Messages } from "@/lib/i18n/messages";

type Words = Messages["audit"];

/** Columns whose values have words of their own. */
const wordsOf: Record<string, readonly string[]> = {
  roles: ["role"],
  role: ["assignmentRole", "teamRole", "contactRole"],
  locale: ["language"],
  work_mode: ["workMode"],
  kind: ["clientKind", "channel"],
  level: ["contactLevel"],
  tier: ["tier"],
};
/** Tables in which "name" is what a human is called. */
const humans = ["member", "contact", "invitation"];

/** Names of actions, tables, columns and values as a person says them; what has no name keeps its own. */
export function useAuditWords(zone: string) {
  const t = useTranslations("audit");
  const words = useTranslations("words");
  const locale = useLocale();
  const known = (group: "action" | "table" | "field", key: string) => {
    const path = `${group}.${key}` as `action.${keyof Words["action"]}`;
    return t.has(path) ? t(path) : key;
  };

  function value(column: string, given: unknown): string {
    if (given === null || given === undefined || given === "") return "—";
    if (typeof given === "boolean") return t(given ? "yes" : "no");
    // What is kept as a whole (settings, terms, the shares of an order) has no short form: the export has all of it.
    if (Array.isArray(given) && given.some((one) => typeof one === "object" && one !== null)) return t("several");
    if (Array.isArray(given))
      return list(
        given.map((one) => value(column, one)),
        locale,
      );
    if (typeof given === "object") return Object.keys(given).length === 0 ? "—" : t("several");
    const text = String(given);
    for (const group of wordsOf[column] ?? []) {
      const path = `${group}.${text}` as "role.kam";
      if (words.has(path)) return words(path);
    }
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text, locale);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return moment(new Date(text), zone, locale);
    return text;
  }

  return {
    action: (name: string) => known("action", name),
    table: (name: string) => known("table", name),
    field: (name: string, table: string | null) =>
      known("field", name === "name" && table && humans.includes(table) ? "person_name" : name),
    value,
  };
}
