"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TableExport } from "@/components/exports/table-export";
import { CoverageLine } from "@/components/relations/coverage-line";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Coverage } from "@/lib/domain/coverage";
import type { ContactRow } from "@/lib/features/contacts/queries";
import { ArchivedPeople } from "./archived-people";
import { ContactLine } from "./contact-line";
import type { Me } from "./friendship";

const ContactSheet = dynamic(() => import("./contact-sheet"), { ssr: false });

type Props = {
  clientId: string;
  contacts: readonly ContactRow[];
  coverage: Coverage | null;
  me: Me;
  /** The client's own zone: a person's is shown only when it is another. */
  clientZone: string | null;
  /** The server's moment (ISO). */
  now: string;
  mayEdit: boolean;
};

/** The client's people as their company's chart: everyone right under whom they report to. */
export function PeopleList(props: Props) {
  const { clientId, contacts, mayEdit } = props;
  const t = useTranslations("contacts");
  const [edited, setEdited] = useState<ContactRow | "new">();
  const present = contacts.filter((contact) => !contact.archived);
  const archived = contacts.filter((contact) => contact.archived);
  const add = mayEdit && (
    <Button variant={present.length > 0 ? "outline" : "default"} onClick={() => setEdited("new")}>
      <Plus aria-hidden size={15} />
      {t("add")}
    </Button>
  );
  return (
    <div className="grid max-w-[980px] gap-3.5">
      {present.length === 0 ? (
        <Section title={t("title")}>
          <EmptyState title={t("none")} action={add}>
            {t("noneText")}
          </EmptyState>
        </Section>
      ) : (
        <Section
          title={t("title")}
          action={
            <span className="flex items-center gap-1.5">
              <TableExport table="contacts" also={{ client: clientId }} />
              {add}
            </span>
          }
          flush
        >
          {props.coverage && (
            <div className="border-hair border-b px-3.5 py-2">
              <CoverageLine
                coverage={props.coverage}
                names={
                  new Map(present.flatMap(({ ties }) => ties.map(({ memberId, name }) => [memberId, name] as const)))
                }
              />
            </div>
          )}
          <ul>
            {asChart(present).map(({ contact, depth }) => (
              <ContactLine
                key={contact.id}
                {...props}
                contact={contact}
                people={contacts}
                depth={depth}
                onEdit={() => setEdited(contact)}
              />
            ))}
          </ul>
        </Section>
      )}
      {archived.length > 0 && <ArchivedPeople clientId={clientId} people={archived} mayEdit={mayEdit} />}
      {edited && (
        <ContactSheet
          clientId={clientId}
          contact={edited === "new" ? undefined : edited}
          people={contacts}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}

/** Whoever reports to someone archived or unknown stands at the top. */
function asChart(people: readonly ContactRow[]): { contact: ContactRow; depth: number }[] {
  const ids = new Set(people.map(({ id }) => id));
  const above = (contact: ContactRow) =>
    contact.reportsToId !== null && ids.has(contact.reportsToId) ? contact.reportsToId : null;
  const below = (head: string | null, depth: number): { contact: ContactRow; depth: number }[] =>
    people
      .filter((contact) => above(contact) === head)
      .flatMap((contact) => [{ contact, depth }, ...below(contact.id, depth + 1)]);
  return below(null, 0);
}
