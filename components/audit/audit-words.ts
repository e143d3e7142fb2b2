"use client";

import { useLocale, useTranslations } from "next-intl";
import { day, list, moment } from "@/lib/i18n/format";
import type { Messages } from "@/lib/i18n/messages";

type Words = Messages["audit"];

/** Names of actions, tables, columns and values as a person says them; what has no name keeps its own. */
export function useAuditWords(zone: string) {
  const t = useTranslations("audit");
  const role = useTranslations("words.role");
  const locale = useLocale();
  const known = (group: "action" | "table" | "field", key: string) => {
    const path = `${group}.${key}` as `action.${keyof Words["action"]}`;
    return t.has(path) ? t(path) : key;
  };

  function value(column: string, given: unknown): string {
    if (given === null || given === undefined || given === "") return "—";
    if (typeof given === "boolean") return t(given ? "yes" : "no");
    if (Array.isArray(given))
      return list(
        given.map((one) => value(column, one)),
        locale,
      );
    if (typeof given === "object") return JSON.stringify(given);
    const text = String(given);
    if (column === "roles") return role.has(text as "kam") ? role(text as "kam") : text;
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text, locale);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return moment(new Date(text), zone, locale);
    return text;
  }

  return {
    action: (name: string) => known("action", name),
    table: (name: string) => known("table", name),
    field: (name: string) => known("field", name),
    value,
  };
}
