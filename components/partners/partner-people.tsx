"use client";

import { Archive, Pencil, Plus, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { archivePartnerPerson } from "@/lib/features/partners/actions";
import type { PartnerPerson, PartnerView } from "@/lib/features/partners/queries";

const PersonSheet = dynamic(() => import("./person-sheet"), { ssr: false });

export function PartnerPeople({ partner }: { partner: PartnerView }) {
  const t = useTranslations("partners");
  const ui = useTranslations("ui");
  const { run } = useAct(archivePartnerPerson);
  const [edited, setEdited] = useState<PartnerPerson | "new">();
  const mayEdit = partner.may.edit;

  async function archive({ id, name, archived }: PartnerPerson) {
    const put = (to: boolean) => run({ id, partnerId: partner.id, archived: to });
    const result = await put(!archived);
    if (result.ok) toast.undo(t(archived ? "restoreDone" : "archiveDone", { name }), ui("undo"), () => put(archived));
  }

  return (
    <Section
      title={t("people")}
      flush
      action={
        <>
          {partner.people.length > 0 && (
            <TableExport table="partner-people" also={{ partner: partner.id }} label={t("people")} />
          )}
          {mayEdit && (
            <Button variant="outline" size="sm" onClick={() => setEdited("new")}>
              <Plus aria-hidden size={14} />
              {t("addPerson")}
            </Button>
          )}
        </>
      }
    >
      {partner.people.length === 0 && <p className="px-3.5 py-2 text-ink-3">{t("noPeople")}</p>}
      <ul>
        {partner.people.map((person) => (
          <li
            key={person.id}
            className="flex flex-wrap items-start gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0"
          >
            <div className="min-w-0 flex-[2_1_220px]">
              <p>
                <span className={person.archived ? "text-ink-2" : "font-medium"}>{person.name}</span>{" "}
                <span className="text-ink-3">{person.jobTitle}</span>{" "}
                {person.archived && <Badge tone="amber">{t("archived")}</Badge>}
              </p>
              {person.note && <p className="whitespace-pre-line text-ink-3">{person.note}</p>}
            </div>
            <p className="flex min-w-0 flex-[1_1_180px] flex-wrap gap-x-3">
              {person.phone && (
                <a href={`tel:${person.phone.replace(/[^\d+]/g, "")}`} className="link whitespace-nowrap">
                  {person.phone}
                </a>
              )}
              {person.email && (
                <a href={`mailto:${person.email}`} className="link break-all">
                  {person.email}
                </a>
              )}
            </p>
            {mayEdit && (
              <span className="flex gap-0.5">
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("editPerson", { name: person.name })}
                  onClick={() => setEdited(person)}
                >
                  <Pencil aria-hidden size={14} />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={
                    person.archived ? `${t("restore")}: ${person.name}` : t("archivePerson", { name: person.name })
                  }
                  onClick={() => archive(person)}
                >
                  {person.archived ? <Undo2 aria-hidden size={14} /> : <Archive aria-hidden size={14} />}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <PersonSheet
          partnerId={partner.id}
          person={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  );
}
