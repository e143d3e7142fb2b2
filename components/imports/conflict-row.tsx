"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CheckboxField } from "@/components/ui/checkbox";
import type { ConflictView } from "@/lib/features/imports/queries";

type Props = { of: ConflictView; marked: boolean; onMark: (on: boolean) => void };

/** One row that has changed since the import: both values of each field, and whether it goes back all the same. */
export function ConflictRow({ of, marked, onMark }: Props) {
  const t = useTranslations("importSteps.revert");
  return (
    <li className="border-hair border-b px-3 py-2 last:border-b-0">
      <CheckboxField
        checked={marked && !of.stays}
        disabled={of.stays}
        onChange={(event) => onMark(event.target.checked)}
        label={
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-ink-2">{t(`tables.${of.table}`)}</span>
            <span className="font-medium">{of.label}</span>
            {of.gone && <Badge tone="amber">{t("gone")}</Badge>}
            {of.removes && !of.gone && !of.stays && <Badge tone="amber">{t("removes")}</Badge>}
            {of.stays && <Badge>{t("stays")}</Badge>}
          </span>
        }
      />
      {of.differences.length > 0 && (
        <table className="ml-6 w-[calc(100%-1.5rem)] table-fixed text-xs">
          <thead className="text-left text-ink-3">
            <tr>
              <th className="font-normal">{t("field")}</th>
              <th className="font-normal">{t("before")}</th>
              <th className="font-normal">{t("now")}</th>
            </tr>
          </thead>
          <tbody>
            {of.differences.map(({ label, before, now }) => (
              <tr key={label}>
                <td className="truncate pr-2 text-ink-2">{label}</td>
                <td className="break-words pr-2">{before ?? "—"}</td>
                <td className="break-words">{now ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
