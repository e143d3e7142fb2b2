"use client";

import { useLocale, useTranslations } from "next-intl";
import { TransferButton } from "@/components/assignments/transfer-button";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { resolveNotice } from "@/lib/features/notices/actions";
import type { NoticeRow } from "@/lib/features/notices/queries";
import { day, moment } from "@/lib/i18n/format";

/** Who met a client that is not theirs, whose contract nobody answers for, and whether somebody has seen to it. */
export function NoticeList({ rows, zone }: { rows: NoticeRow[]; zone: string }) {
  const t = useTranslations("notices");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const { run, pending } = useAct(resolveNotice);

  const titleOf = ({ kind, member, contract }: NoticeRow) =>
    kind === "inn-taken" ? t("innTaken", { member }) : t("contractNoOwner", { number: contract?.number ?? "" });

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
            <p>{titleOf(row)}</p>
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
                row.contract?.endsOn && t("contractUntil", { day: day(row.contract.endsOn, locale) }),
                moment(row.createdAt, zone, locale),
                row.resolvedAt && t("doneOn", { when: moment(row.resolvedAt, zone, locale) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
          {row.kind === "contract-without-owner" && row.client && !row.client.owner && !row.resolvedAt && (
            <TransferButton clients={[row.client]} size="sm" variant="default">
              {t("give")}
            </TransferButton>
          )}
          <Button
            variant="outline"
            size="sm"
            disabled={pending}
            aria-label={
              row.resolvedAt ? undefined : t("resolveLabel", { what: titleOf(row), client: row.client?.name ?? "" })
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
