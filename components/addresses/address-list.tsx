"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { useAct } from "@/components/ui/act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { removeAddress } from "@/lib/features/addresses/actions";
import type { AddressRow } from "@/lib/features/addresses/queries";
import { phone } from "@/lib/i18n/format";
import { useSlotText } from "./slot-text";

const AddressSheet = dynamic(() => import("./address-sheet"), { ssr: false });

type Props = {
  clientId: string;
  addresses: readonly AddressRow[];
  people: readonly { id: string; name: string }[];
  mayEdit: boolean;
};

/** Where to deliver and when one is let in (R31). */
export function AddressList({ clientId, addresses, people, mayEdit }: Props) {
  const t = useTranslations("addresses");
  const ui = useTranslations("ui");
  const hours = useSlotText();
  const { run } = useAct(removeAddress);
  const [edited, setEdited] = useState<AddressRow | "new">();

  async function remove({ id }: AddressRow) {
    const result = await run({ id, clientId, removed: true });
    if (result.ok) toast.undo(t("removed"), ui("undo"), () => run({ id, clientId, removed: false }));
  }

  return (
    <Section
      title={t("title")}
      flush
      action={
        <>
          {addresses.length > 0 && (
            <TableExport table="client-addresses" also={{ client: clientId }} label={t("title")} />
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
      {addresses.length === 0 && <p className="px-3.5 py-2 text-ink-3">{t("none")}</p>}
      <ul>
        {addresses.map((address) => (
          <li
            key={address.id}
            className="flex flex-wrap items-start gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0"
          >
            <div className="min-w-0 flex-[2_1_240px]">
              <p className="flex flex-wrap items-center gap-x-2">
                {address.name && <span className="font-medium">{address.name}</span>}
                <span className={address.name ? "text-ink-2" : "font-medium"}>{address.place}</span>
                <Badge>{t(`kind.${address.kind}`)}</Badge>
              </p>
              {address.terms && <p className="max-w-[75ch] whitespace-pre-line text-ink-3">{address.terms}</p>}
            </div>
            <div className="min-w-0 flex-[1_1_200px]">
              {address.slots.length > 0 ? (
                <p>{hours(address.slots)}</p>
              ) : (
                address.kind === "delivery" && <p className="text-ink-3">{t("anyTime")}</p>
              )}
              {address.contactName && (
                <p className="text-ink-2">
                  {address.contactName}{" "}
                  {address.contactPhone && (
                    <a href={`tel:${address.contactPhone}`} className="link whitespace-nowrap">
                      {phone(address.contactPhone)}
                    </a>
                  )}
                </p>
              )}
            </div>
            {mayEdit && (
              <span data-print="none" className="flex gap-0.5">
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("edit", { place: address.place })}
                  onClick={() => setEdited(address)}
                >
                  <Pencil aria-hidden size={14} />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("remove", { place: address.place })}
                  onClick={() => remove(address)}
                >
                  <Trash2 aria-hidden size={14} />
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <AddressSheet
          clientId={clientId}
          address={edited === "new" ? undefined : edited}
          people={people}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  );
}
