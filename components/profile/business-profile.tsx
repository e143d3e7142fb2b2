"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { profileSections } from "@/lib/domain/profile";
import { confirmAnswers } from "@/lib/features/profile/actions";
import type { Profile } from "@/lib/features/profile/queries";
import { day } from "@/lib/i18n/format";
import { ProfileLine } from "./profile-line";

type Props = { clientId: string; profile: Profile; mayEdit: boolean };

/** The questionnaire about the client's business by section: how far it is filled, and each answer with who confirmed it and when (R7). */
export function BusinessProfile({ clientId, profile, mayEdit }: Props) {
  const { rows, state } = profile;
  const t = useTranslations("profile");
  const locale = useLocale();
  const { run, pending } = useAct(confirmAnswers);
  const answered = rows.filter(({ version }) => version > 0).map(({ id }) => id);

  async function confirmAll() {
    const result = await run({ clientId, questionIds: answered });
    if (result.ok) toast.success(t("confirmedAll", { count: result.value.count }));
  }

  if (state.percent === null)
    return (
      <Section title={t("title")}>
        <p className="py-1 text-ink-3">{t("empty")}</p>
      </Section>
    );
  const filled = t("filled", {
    filled: String(state.filled),
    asked: String(state.asked),
    percent: String(state.percent),
  });
  return (
    <Section
      title={t("title")}
      flush
      action={
        <>
          <TableExport table="client-profile" also={{ client: clientId }} label={t("title")} />
          {mayEdit && answered.length > 0 && (
            <Button variant="ghost" size="sm" pending={pending} onClick={confirmAll}>
              <Check aria-hidden size={13} />
              {t("confirmAll")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2">
        <span className="w-40">
          <Progress value={state.filled} max={state.asked} label={filled} />
        </span>
        <span className="text-ink-2 text-xs">{filled}</span>
        {state.confirmedOn && (
          <span className="text-ink-3 text-xs">{t("lastConfirmed", { day: day(state.confirmedOn, locale) })}</span>
        )}
        {state.stale > 0 && <span className="text-amber text-xs">{t("stale", { count: state.stale })}</span>}
      </div>
      {profileSections.map((section) => {
        const asked = rows.filter((row) => row.section === section);
        if (asked.length === 0) return null;
        return (
          <div key={section}>
            <h3 className="border-hair border-b bg-paper px-3.5 py-1 text-2xs text-ink-3">{t(`section.${section}`)}</h3>
            <ul>
              {asked.map((row) => (
                <ProfileLine key={row.id} clientId={clientId} row={row} mayEdit={mayEdit} />
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}
