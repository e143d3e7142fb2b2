"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { searchColleagues, setTie } from "@/lib/features/contacts/actions";
import type { ContactRow } from "@/lib/features/contacts/queries";
import type { Me } from "./friendship";
import { strengthName } from "./relation-words";

/** Who of ours knows a person, and how well. */
export function Ties({ clientId, contact, me }: { clientId: string; contact: ContactRow; me: Me }) {
  const t = useTranslations("relations.sheet");
  const words = useTranslations("relations.strength");
  const tie = useAct(setTie);
  const colleagues = useAct(searchColleagues);
  const put = (memberId: string, strength: number) => tie.run({ clientId, contactId: contact.id, memberId, strength });
  const known = new Set(contact.ties.map(({ memberId }) => memberId));

  async function find(query: string) {
    const result = await colleagues.run({ query });
    if (!result.ok) throw new Error(result.code);
    return result.value
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, jobTitle }) => ({ value: id, label: name, hint: jobTitle ?? undefined }));
  }

  return (
    <section className="grid gap-2">
      <h3 className="font-medium text-ink-2 text-xs">{t("ties")}</h3>
      {contact.ties.length === 0 && <p className="text-ink-3">{t("none")}</p>}
      <ul className="grid gap-1.5">
        {contact.ties.map(({ memberId, name, strength }) => (
          <li key={memberId} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1">{name}</span>
            <Segmented
              label={t("strength", { name })}
              value={String(Math.min(3, strength)) as "1" | "2" | "3"}
              onChange={(value) => put(memberId, Number(value))}
              options={(["1", "2", "3"] as const).map((value) => ({
                value,
                label: words(strengthName(Number(value))),
              }))}
            />
            <Button variant="ghost" size="icon-sm" aria-label={t("remove", { name })} onClick={() => put(memberId, 0)}>
              <X aria-hidden size={14} />
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-2">
        {!known.has(me.id) && (
          <Button variant="outline" pending={tie.pending} onClick={() => put(me.id, 1)}>
            <Plus aria-hidden size={14} />
            {t("me")}
          </Button>
        )}
        <Field label={t("add")} hideLabel className="w-56">
          <Combobox
            label={t("add")}
            placeholder={t("addPlaceholder")}
            value={null}
            search={find}
            onValueChange={(chosen) => chosen && put(chosen.value, 1)}
          />
        </Field>
      </div>
    </section>
  );
}
