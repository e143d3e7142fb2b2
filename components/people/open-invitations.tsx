"use client";

import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { resendInvitation, revokeInvitation } from "@/lib/features/people/actions";
import type { InvitationRow } from "@/lib/features/people/queries";
import { moment } from "@/lib/i18n/format";

type Props = { rows: InvitationRow[]; zone: string /** A mail server is set up. */; server: boolean };

/** Whoever was invited and has not answered yet. */
export function OpenInvitations({ rows, zone, server }: Props) {
  const t = useTranslations("people.open");
  const words = useTranslations("words.role");
  const locale = useLocale();
  const again = useAct(resendInvitation);
  const back = useAct(revokeInvitation);
  const invitation = useTranslations("people.invitation");
  if (rows.length === 0) return null;

  async function resend(id: string) {
    if ((await again.run({ id })).ok)
      toast.success(server ? t("resent") : invitation("held"), {
        description: server ? undefined : invitation("heldText"),
      });
  }

  return (
    <Section
      title={`${t("title")} · ${rows.length}`}
      flush
      className="mb-3.5 shrink-0"
      action={<TableExport table="invitations" label={t("title")} />}
    >
      <ul>
        {rows.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-hair border-b px-3.5 py-2 last:border-b-0"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{row.name}</span>
                <span className="break-all text-ink-2">{row.email}</span>
                {row.expired && <Badge tone="amber">{t("expired")}</Badge>}
              </p>
              <p className="text-ink-3 text-xs">
                {[
                  row.roles.map((role) => words(role)).join(", "),
                  row.team,
                  t("by", { name: row.invitedBy }),
                  !row.expired && t("until", { when: moment(row.expiresAt, zone, locale) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <span className="flex flex-wrap items-center gap-1.5">
              {row.mail && (
                <Link href={`/admin/outbox?mail=${row.mail}`} className="link px-1">
                  {t("mail")}
                </Link>
              )}
              <Button
                variant="outline"
                size="sm"
                aria-label={t("resendLabel", { name: row.name })}
                disabled={again.pending}
                onClick={() => void resend(row.id)}
              >
                {t("resend")}
              </Button>
              <ConfirmDialog
                trigger={
                  <Button variant="outline" size="sm" aria-label={t("revokeLabel", { name: row.name })}>
                    {t("revoke")}
                  </Button>
                }
                title={t("revokeTitle", { name: row.name })}
                description={t("revokeText")}
                confirm={t("revoke")}
                pending={back.pending}
                onConfirm={async () => {
                  if ((await back.run({ id: row.id })).ok) toast.success(t("revoked"));
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
