"use client";

import { Lock, Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { removeFact } from "@/lib/features/contacts/actions";
import type { ContactFact, ContactRow } from "@/lib/features/contacts/queries";
import { FactForm } from "./fact-form";

/** What one talks about with a person: topics, interests, family, networks, and what is better left alone. */
export function Facts({ clientId, contact }: { clientId: string; contact: ContactRow }) {
  const t = useTranslations("relations.sheet");
  const words = useTranslations("relations");
  const ui = useTranslations("ui");
  const { run } = useAct(removeFact);
  const [edited, setEdited] = useState<string>();
  const person = { clientId, contactId: contact.id };

  async function remove({ id }: ContactFact) {
    const result = await run({ ...person, id, removed: true });
    if (result.ok) toast.undo(t("removed"), ui("undo"), () => run({ ...person, id, removed: false }));
  }

  return (
    <section className="grid gap-2">
      <h3 className="font-medium text-ink-2 text-xs">{t("facts")}</h3>
      {contact.facts.length === 0 && <p className="text-ink-3">{t("noFacts")}</p>}
      <ul className="grid gap-1">
        {contact.facts.map((fact) => (
          <li key={fact.id} className="border-hair border-b pb-1">
            {edited === fact.id ? (
              <FactForm {...person} fact={fact} onDone={() => setEdited(undefined)} />
            ) : (
              <div className="flex items-start gap-2">
                <span className="min-w-0 flex-1">
                  <span className="text-ink-3">{words(`kind.${fact.kind}`)}: </span>
                  <span className="break-words">{fact.content}</span>
                  {fact.isPrivate && (
                    <span className="text-ink-3 text-xs">
                      {" "}
                      <Lock aria-hidden size={11} className="inline" />{" "}
                      {fact.mine ? words("private") : words("privateBy", { who: fact.by ?? "" })}
                    </span>
                  )}
                </span>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("edit", { content: fact.content })}
                  onClick={() => setEdited(fact.id)}
                >
                  <Pencil aria-hidden size={14} />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("removeFact", { content: fact.content })}
                  onClick={() => remove(fact)}
                >
                  <Trash2 aria-hidden size={14} />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {edited === "new" ? (
        <FactForm {...person} onDone={() => setEdited(undefined)} />
      ) : (
        <span>
          <Button variant="outline" size="sm" onClick={() => setEdited("new")}>
            <Plus aria-hidden size={14} />
            {t("addFact")}
          </Button>
        </span>
      )}
    </section>
  );
}
