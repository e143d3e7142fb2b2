import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CoverageLine } from "@/components/relations/coverage-line";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ClientOverview } from "@/lib/features/clients/queries";
import { phone } from "@/lib/i18n/format";

type Props = Pick<ClientOverview, "client" | "contacts" | "coverage"> & { clocks?: ReadonlyMap<string, ReactNode> };

/** Whom to call: the key people with their part, when somebody last spoke to them, and at which levels nobody knows anybody. */
export function WhoMatters({ client, contacts, coverage, clocks }: Props) {
  const t = useTranslations("clients.keyPeople");
  const words = useTranslations("words.contactRole");
  const names = new Map(contacts.flatMap(({ ties }) => ties.map(({ memberId, name }) => [memberId, name] as const)));
  return (
    <Section
      title={coverage ? t("covered", { covered: String(coverage.covered) }) : t("title")}
      action={
        <Link href={`/clients/${client.id}/people`} className="link text-xs">
          {t("all")}
        </Link>
      }
    >
      {client.keyContacts.length === 0 && <p className="py-1 text-ink-3">{t("none")}</p>}
      <ul>
        {client.keyContacts.map((contact) => (
          <li
            key={contact.id}
            className="flex min-h-8 flex-wrap items-center gap-x-2 border-hair border-b py-1 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-36">
              <Link href={`/clients/${client.id}/people#${contact.id}`} className="hover:underline">
                {contact.name}
              </Link>{" "}
              <span className="text-ink-3">
                {[contact.jobTitle, contact.role !== "other" && words(contact.role).toLowerCase()]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </span>
            {contact.phone && (
              <a href={`tel:${contact.phone}`} className="link whitespace-nowrap">
                {phone(contact.phone)}
              </a>
            )}
            {clocks?.get(contact.id)}
          </li>
        ))}
      </ul>
      {coverage && contacts.length > 0 && (
        <div className="pt-2">
          <CoverageLine coverage={coverage} names={names} />
        </div>
      )}
    </Section>
  );
}
