import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PropertyList } from "@/components/ui/property-list";
import type { ClientOverview } from "@/lib/features/clients/queries";
import { day } from "@/lib/i18n/format";
import { zoneLabel } from "@/lib/i18n/zones";
import { DatesToRemember } from "./dates-to-remember";
import { GroupTree } from "./group-line";
import { NextSteps } from "./next-steps";
import { OpenNeeds } from "./open-needs";
import { Requisites } from "./requisites";
import { WhoMatters } from "./who-matters";

type Props = ClientOverview & {
  /** Of other features, in the order of reading: what was said last, what they buy, what is promised. */
  children: ReactNode;
  /** The touch mark of a person, by contact. */
  clocks?: ReadonlyMap<string, ReactNode>;
};

/** The first tab, to be read in a minute: what was said, what they buy, what is promised and needed; at the right what to do and who matters. */
export function Overview(props: Props) {
  const { client, birthdays, steps } = props;
  const t = useTranslations("clients");
  const words = useTranslations("words");
  const locale = useLocale();
  const zone = client.zone ?? client.regionZone;
  const { parent } = client;
  const known = [
    { label: t("facts.code"), value: client.code },
    { label: t("facts.tier"), value: client.tier && words(`tier.${client.tier}`) },
    { label: t("facts.workMode"), value: words(`workMode.${client.workMode}`) },
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
        (parent.id ? (
          <Link href={`/clients/${parent.id}`} className="link">
            {parent.name}
          </Link>
        ) : (
          parent.name
        )),
    },
  ];
  return (
    <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 gap-3.5 max-lg:contents">
        {props.children}
        <OpenNeeds {...props} />
        {client.note && (
          <Section title={t("note")}>
            <p className="max-w-[75ch] whitespace-pre-line py-1">{client.note}</p>
          </Section>
        )}
        <div className="max-lg:order-last">
          <Requisites client={client} />
        </div>
      </div>
      <div className="grid min-w-0 gap-3.5 max-lg:contents">
        {!client.archived && <NextSteps clientId={client.id} steps={steps} today={client.today} />}
        <WhoMatters {...props} />
        <DatesToRemember client={client} birthdays={birthdays} />
        <Section title={t("facts.title")}>
          <PropertyList items={known.filter(({ value }) => value)} />
        </Section>
        {client.group && (
          <Section title={t("group.title")}>
            <GroupTree group={client.group} here={client.id} />
          </Section>
        )}
      </div>
    </div>
  );
}
