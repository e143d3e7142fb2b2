"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Link } from "@/components/ui/link";
import { useSearch } from "@/components/ui/use-search";
import { findClientDuplicates } from "@/lib/features/clients/actions";

/** Clients in reach that may be the one being typed in. They are hints: only the same INN and KPP stop the form. */
export function DuplicateHints(draft: { name: string; inn: string; kpp: string; except?: string }) {
  const t = useTranslations("clients.duplicates");
  const words = useTranslations("words.duplicate");
  const { run } = useAct(findClientDuplicates);
  const asked = draft.name.trim().length > 2 || draft.inn.trim().length > 9 ? JSON.stringify(draft) : "";
  const found = useSearch(
    asked,
    async (query) => {
      const result = await run(JSON.parse(query));
      return result.ok ? result.value : [];
    },
    1,
  );
  return (
    <div role="status">
      {found.items.length > 0 && (
        <div className="rounded-md border border-amber bg-amber-soft px-3 py-2">
          <p className="text-amber text-xs">{t("title")}</p>
          <ul>
            {found.items.map((client) => (
              <li key={client.id} className="flex flex-wrap gap-x-2 pt-1">
                <Link href={`/clients/${client.id}`} className="link">
                  {client.name}
                </Link>
                <span className="text-ink-2">
                  {[client.code, ...client.reasons.map((reason) => words(reason)), client.archived && t("archived")]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
