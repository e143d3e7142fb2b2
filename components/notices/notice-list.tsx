"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { resolveNotice } from "@/lib/features/notices/actions";
import type { NoticeRow } from "@/lib/features/notices/queries";
import { moment } from "@/lib/i18n/format";

/** Who met a client that is not theirs, which one it is, and whether somebody has talked to them. */
export function NoticeList({ rows, zone }: { rows: NoticeRow[]; zone: string }) {
  const t = useTranslations("notices");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const { run, pending } = useAct(resolveNotice);

  async function mark(id: string, resolved: boolean) {
    if (!(await run({ id, resolved })).ok || !resolved) return;
    toast.undo(t("done"), ui("undo"), () => void run({ id, resolved: false }));
  }

  return (
    <ul className="max-w-220 overflow-hidden rounded-lg border border-line bg-sheet">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-hair border-b px-3.5 py-2.5 last:border-b-0"
        >
          <div className="min-w-0 flex-1 basis-80">
            <p>{t("innTaken", { member: row.member })}</p>
            <p className="text-ink-2">
              {row.client ? (
                <>
                  <Link href={`/clients/${row.client.id}`} className="link">
                    {row.client.name}
                  </Link>
                  {" · "}
                  {row.client.owner ? t("owner", { owner: row.client.owner }) : t("unowned")}
                </>
              ) : (
                t("clientGone")
              )}
            </p>
            <p className="text-ink-3 text-xs">
              {[
                row.inn && t("inn", { inn: row.inn }),
                moment(row.createdAt, zone, locale),
                row.resolvedAt && t("doneOn", { when: moment(row.resolvedAt, zone, locale) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
          <Button
            variant="outline"
            size="sm"
            disabled={pending}
            aria-label={
              row.resolvedAt ? undefined : t("resolveLabel", { member: row.member, client: row.client?.name ?? "" })
            }
            onClick={() => void mark(row.id, !row.resolvedAt)}
          >
            {t(row.resolvedAt ? "reopen" : "resolve")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
