"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { archiveContact } from "@/lib/features/contacts/actions";
import type { ContactRow } from "@/lib/features/contacts/queries";

type Props = { clientId: string; people: readonly ContactRow[]; mayEdit: boolean };

/** Who is no longer there, folded away; each can be brought back. */
export function ArchivedPeople({ clientId, people, mayEdit }: Props) {
  const t = useTranslations("contacts");
  const { run, pending } = useAct(archiveContact);

  async function restore({ id, name }: ContactRow) {
    const result = await run({ id, clientId, archived: false });
    if (result.ok) toast.success(t("restoreDone", { name }));
  }

  return (
    <details className="rounded-lg border border-line bg-sheet px-3.5 py-2">
      <summary className="text-ink-2">{t("archivedList", { count: String(people.length) })}</summary>
      <ul className="pt-1">
        {people.map((person) => (
          <li key={person.id} id={person.id} className="flex min-h-8 items-center gap-2">
            <span className="min-w-0 flex-1">
              {person.name} <span className="text-ink-3">{person.jobTitle}</span>
            </span>
            {mayEdit && (
              <Button variant="ghost" size="sm" pending={pending} onClick={() => restore(person)}>
                {t("restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
