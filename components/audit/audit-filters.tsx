"use client";

import { useMessages, useTranslations } from "next-intl";
import { ChipValue } from "@/components/ui/chip";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { useQueryHref } from "@/components/ui/query-href";
import { Select } from "@/components/ui/select";
import type { AuditFilter } from "@/lib/features/audit/schema";
import { useAuditWords } from "./audit-words";

type Props = { filter: AuditFilter; people: { id: string; name: string }[]; today: string };

/** Who, what, where and when; in force as soon as it is chosen. */
export function AuditFilters({ filter, people, today }: Props) {
  const t = useTranslations("audit.filter");
  const { audit } = useMessages();
  const words = useAuditWords("UTC");
  const { go } = useQueryHref();
  const set = (name: keyof AuditFilter, value: string) => go({ [name]: value || null, before: null });
  const choices = (group: "action" | "table") =>
    Object.keys(audit[group])
      .map((value) => ({ value, label: words[group](value) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  const pick = (name: "member" | "action" | "table", options: { value: string; label: string }[]) => (
    <Field label={t(name)} className="w-44 max-sm:w-[calc(50%-4px)]">
      <Select
        placeholder={t("all")}
        value={filter[name] ?? ""}
        onChange={(event) => set(name, event.target.value)}
        options={options}
      />
    </Field>
  );
  const pickDay = (name: "from" | "to") => (
    <Field label={t(name)} className="w-36 max-sm:w-[calc(50%-4px)]">
      <DateInput today={today} max={today} value={filter[name] ?? ""} onValueChange={(value) => set(name, value)} />
    </Field>
  );
  const clean = { member: null, action: null, table: null, client: null, from: null, to: null, before: null };
  const filtered = Object.keys(clean).some((name) => filter[name as keyof AuditFilter]);
  return (
    <div data-print="none" className="mb-3 flex flex-wrap items-end gap-2">
      {pick(
        "member",
        people.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {pick("action", choices("action"))}
      {pick("table", choices("table"))}
      {pickDay("from")}
      {pickDay("to")}
      {filter.client && (
        <ChipValue label={t("clearClient")} remove={() => set("client", "")}>
          {t("client")}
        </ChipValue>
      )}
      {filtered && (
        <button type="button" className="link h-control px-1" onClick={() => go(clean)}>
          {t("clear")}
        </button>
      )}
    </div>
  );
}
