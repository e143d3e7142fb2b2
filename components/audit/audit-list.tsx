"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useQueryHref } from "@/components/ui/query-href";
import type { AuditRow } from "@/lib/features/audit/queries";
import { AuditEntry } from "./audit-entry";

type Props = {
  rows: AuditRow[];
  /** Id with which the next page begins; undefined on the last. */
  older?: string;
  /** Not the newest page. */
  paged: boolean;
  zone: string;
};

/** The trail, newest first. Under 640 px each entry is a card. */
export function AuditList({ rows, older, paged, zone }: Props) {
  const t = useTranslations("audit");
  const { hrefWith } = useQueryHref();
  const head = "px-2.5 py-2 text-left font-medium text-ink-3 text-xs";
  return (
    <>
      <div className="overflow-hidden rounded-lg border border-line bg-sheet">
        <table className="w-full max-sm:block">
          <thead className="border-line border-b max-sm:hidden">
            <tr>
              <th className={head}>{t("column.at")}</th>
              <th className={head}>{t("column.member")}</th>
              <th className={head}>{t("column.action")}</th>
              <th className={head}>{t("column.changes")}</th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {rows.map((row) => (
              <AuditEntry key={row.id} row={row} zone={zone} />
            ))}
          </tbody>
        </table>
      </div>
      {(older || paged) && (
        <div className="mt-3 flex gap-2">
          {paged && (
            <Button asChild variant="outline">
              <Link href={hrefWith({ before: null })}>{t("newest")}</Link>
            </Button>
          )}
          {older && (
            <Button asChild variant="outline">
              <Link href={hrefWith({ before: older })}>{t("older")}</Link>
            </Button>
          )}
        </div>
      )}
    </>
  );
}
