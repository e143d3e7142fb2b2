import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PropertyList } from "@/components/ui/property-list";
import type { ClientOverview } from "@/lib/features/clients/queries";
import { day, phone } from "@/lib/i18n/format";
import { zoneLabel } from "@/lib/i18n/zones";
import { DatesToRemember } from "./dates-to-remember";
import { GroupTree } from "./group-line";
import { Requisites } from "./requisites";

/** The first tab: what is known of the client, at the right whom to call and what to congratulate on. */
export function Overview({ client, birthdays }: ClientOverview) {
  const t = useTranslations("clients");
  const words = useTranslations("words");
  const locale = useLocale();
  const zone = client.zone ?? client.regionZone;
  const parent =
    client.parent && (client.parent.id ? { href: `/clients/${client.parent.id}`, ...client.parent } : client.parent);
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid gap-3.5">
        <Section title={t("facts.title")}>
          <PropertyList
            items={[
              { label: t("facts.code"), value: client.code },
              { label: t("facts.tier"), value: client.tier && words(`tier.${client.tier}`) },
              {
                label: t("facts.workMode"),
                value: (
                  <>
                    {words(`workMode.${client.workMode}`)}{" "}
                    <span className="text-ink-3">{words(`workModeHint.${client.workMode}`)}</span>
                  </>
                ),
              },
              { label: t("facts.since"), value: client.since && day(client.since, locale) },
              { label: t("facts.industry"), value: client.industry?.name },
              { label: t("facts.region"), value: client.region?.name },
              { label: t("facts.city"), value: client.city },
              { label: t("facts.zone"), value: zone && zoneLabel(zone, new Date(client.now), locale) },
              {
                label: t("facts.website"),
                value: client.website && (
                  <a href={client.website} target="_blank" rel="noreferrer noopener" className="link break-all">
                    {client.website.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")}
                  </a>
                ),
              },
              {
                label: t("facts.parent"),
                value:
                  parent &&
                  ("href" in parent ? (
                    <Link href={parent.href} className="link">
                      {parent.name}
                    </Link>
                  ) : (
                    parent.name
                  )),
              },
            ]}
          />
        </Section>
        <Requisites client={client} />
        <Section title={t("note")}>
          {client.note ? (
            <p className="max-w-[75ch] whitespace-pre-line py-1">{client.note}</p>
          ) : (
            <p className="py-1 text-ink-3">{t("noNote")}</p>
          )}
        </Section>
      </div>
      <div className="grid gap-3.5">
        <Section
          title={t("keyPeople.title")}
          action={
            <Link href={`/clients/${client.id}/people`} className="link text-xs">
              {t("keyPeople.all")}
            </Link>
          }
        >
          {client.keyContacts.length === 0 && <p className="py-1 text-ink-3">{t("keyPeople.none")}</p>}
          <ul>
            {client.keyContacts.map((contact) => (
              <li
                key={contact.id}
                className="flex min-h-8 items-center gap-2 border-hair border-b py-1 last:border-b-0"
              >
                <span className="min-w-0 flex-1">
                  <Link href={`/clients/${client.id}/people#${contact.id}`} className="hover:underline">
                    {contact.name}
                  </Link>{" "}
                  <span className="text-ink-3">{contact.jobTitle}</span>
                </span>
                {contact.phone && (
                  <a href={`tel:${contact.phone}`} className="link whitespace-nowrap">
                    {phone(contact.phone)}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Section>
        <DatesToRemember client={client} birthdays={birthdays} />
        {client.group && (
          <Section title={t("group.title")}>
            <GroupTree group={client.group} here={client.id} />
          </Section>
        )}
      </div>
    </div>
  );
}
