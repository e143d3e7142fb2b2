"use client";

import { Monitor } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { revokeSession, signOutEverywhere } from "@/lib/features/account/actions";
import type { SessionRow } from "@/lib/features/account/queries";
import { moment } from "@/lib/i18n/format";
import { deviceOf } from "./device";

/** Every device on which this person is signed in. */
export function Sessions({ sessions, zone }: { sessions: SessionRow[]; zone: string }) {
  const t = useTranslations("account.sessions");
  const locale = useLocale();
  const router = useRouter();
  const one = useAct(revokeSession);
  const all = useAct(signOutEverywhere);
  const when = (at: Date) => moment(at, zone, locale);

  async function end(id: string) {
    if ((await one.run({ id })).ok) toast.success(t("ended"));
    router.refresh();
  }

  return (
    <>
      <ul className="flex flex-col">
        {sessions.map((session) => {
          const found = deviceOf(session.agent);
          const device = found ? t("device", found) : t("unknown");
          return (
            <li key={session.id} className="flex min-h-12 items-center gap-3 border-hair border-b py-1.5">
              <Monitor aria-hidden size={16} className="shrink-0 text-ink-3" />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2">
                  {device}
                  {session.current && <Badge tone="green">{t("here")}</Badge>}
                </p>
                <p className="text-ink-3 text-xs">
                  {[
                    t("seen", { when: when(session.seenAt) }),
                    t("since", { when: when(session.createdAt) }),
                    session.address,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {!session.current && (
                <Button
                  variant="outline"
                  size="sm"
                  aria-label={t("endLabel", { device })}
                  disabled={one.pending}
                  onClick={() => void end(session.id)}
                >
                  {t("end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div className="pt-3">
        <ConfirmDialog
          trigger={<Button variant="outline">{t("everywhere")}</Button>}
          title={t("everywhere")}
          description={t("everywhereText")}
          confirm={t("everywhere")}
          pending={all.pending}
          onConfirm={async () => {
            if ((await all.run({})).ok) window.location.assign("/sign-in");
          }}
        />
      </div>
    </>
  );
}
