"use client";

import { Pencil, Plus, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { removeLink } from "@/lib/features/partners/actions";
import type { ClientPartnerRow } from "@/lib/features/partners/queries";

const LinkSheet = dynamic(() => import("./link-sheet"), { ssr: false });

type Props = { clientId: string; partners: readonly ClientPartnerRow[]; mayEdit: boolean };

/** Who else works for this client with us, as what, and whom to call there (R10). */
export function ClientPartners({ clientId, partners, mayEdit }: Props) {
  const t = useTranslations("partners.client");
  const kinds = useTranslations("partners.kind");
  const ui = useTranslations("ui");
  const { run } = useAct(removeLink);
  const [edited, setEdited] = useState<ClientPartnerRow | "new">();

  async function remove({ id, partnerName: name }: ClientPartnerRow) {
    const result = await run({ id, clientId, removed: true });
    if (result.ok) toast.undo(t("removed", { name }), ui("undo"), () => run({ id, clientId, removed: false }));
  }

  return (
    <Section
      title={t("title")}
      flush
      action={
        <>
          {partners.length > 0 && (
            <TableExport table="client-partners" also={{ client: clientId }} label={t("title")} />
          )}
          {mayEdit && (
            <Button variant="outline" size="sm" onClick={() => setEdited("new")}>
              <Plus aria-hidden size={14} />
              {t("add")}
            </Button>
          )}
        </>
      }
    >
      {partners.length === 0 && <p className="px-3.5 py-2 text-ink-3">{t("none")}</p>}
      <ul>
        {partners.map((link) => (
          <li
            key={link.id}
            className="flex flex-wrap items-start gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0"
          >
            <div className="min-w-0 flex-[2_1_220px]">
              <p className="flex flex-wrap items-center gap-x-2">
                <Link href={`/partners/${link.partnerId}`} className="font-medium hover:underline">
                  {link.partnerName}
                </Link>
                <Badge>{kinds(link.role)}</Badge>
              </p>
              {link.note && <p className="max-w-[70ch] whitespace-pre-line text-ink-3">{link.note}</p>}
            </div>
            {link.personName && (
              <div className="min-w-0 flex-[1_1_200px]">
                <p>
                  {link.personName} <span className="text-ink-3">{link.personTitle}</span>
                </p>
                <p className="flex flex-wrap gap-x-3">
                  {link.phone && (
                    <a href={`tel:${link.phone.replace(/[^\d+]/g, "")}`} className="link whitespace-nowrap">
                      {link.phone}
                    </a>
                  )}
                  {link.email && (
                    <a href={`mailto:${link.email}`} className="link break-all">
                      {link.email}
                    </a>
                  )}
                </p>
              </div>
            )}
            {mayEdit && (
              <span data-print="none" className="flex gap-0.5">
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("edit", { name: link.partnerName })}
                  onClick={() => setEdited(link)}
                >
                  <Pencil aria-hidden size={14} />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("remove", { name: link.partnerName })}
                  onClick={() => remove(link)}
                >
                  <X aria-hidden size={14} />
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <LinkSheet
          clientId={clientId}
          link={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  );
}
