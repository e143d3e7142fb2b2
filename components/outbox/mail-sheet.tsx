"use client";

import { Copy, Send } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { PropertyList } from "@/components/ui/property-list";
import { useQueryHref } from "@/components/ui/query-href";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import { releaseMail } from "@/lib/features/outbox/actions";
import type { OpenMail } from "@/lib/features/outbox/queries";
import { moment } from "@/lib/i18n/format";
import { MailStateBadge } from "./mail-state-badge";

/** One mail: its text, or what stands in place of it; the link to hand over; sending it after all. */
export function MailSheet({ mail, server, zone }: { mail: OpenMail; server: boolean; zone: string }) {
  const t = useTranslations("outbox");
  const locale = useLocale();
  const { go } = useQueryHref();
  const { run, pending } = useAct(releaseMail);
  const link = mail.fresh && mail.status !== "withdrawn" ? /https?:\/\/\S+/.exec(mail.body)?.[0] : undefined;
  const waits = mail.fresh && (mail.status === "held" || mail.status === "failed");

  async function copy(text: string) {
    await navigator.clipboard.writeText(text);
    toast.success(t("copied"));
  }

  async function send() {
    if ((await run({ id: mail.id })).ok) toast.success(t("queued"));
  }

  return (
    <Sheet open onOpenChange={(open) => !open && go({ mail: null })}>
      <SheetContent
        title={mail.subject}
        description={t("messageTo", { to: mail.to })}
        footer={
          waits && server ? (
            <Button pending={pending} onClick={() => void send()}>
              <Send aria-hidden size={14} />
              {t(mail.status === "failed" ? "again" : "send")}
            </Button>
          ) : undefined
        }
      >
        <PropertyList
          items={[
            {
              label: t("column.status"),
              value: (
                <>
                  <MailStateBadge state={mail.status} /> {t(`statusHint.${mail.status}`)}
                </>
              ),
            },
            { label: t("column.created"), value: moment(mail.createdAt, zone, locale) },
            ...(mail.sentAt ? [{ label: t("column.sent"), value: moment(mail.sentAt, zone, locale) }] : []),
          ]}
        />
        {mail.error && (
          <p className="mt-3 break-words rounded-md bg-red-soft px-3 py-2 text-red">
            {t("lastError", { error: mail.error })}
          </p>
        )}
        <h3 className="mt-4 mb-1 font-medium text-ink-3 text-xs">{t("body")}</h3>
        <p className="whitespace-pre-line break-words rounded-md border border-line bg-paper p-3">{mail.body}</p>
        {link && (
          <Button variant="outline" className="mt-2" onClick={() => void copy(link)}>
            <Copy aria-hidden size={14} />
            {t("copy")}
          </Button>
        )}
        {mail.sealed && <p className="mt-1.5 text-ink-3 text-xs">{t("sealedText")}</p>}
      </SheetContent>
    </Sheet>
  );
}
