import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { ClientTeam } from "@/components/assignments/client-team";
import { HeaderNumbers } from "@/components/numbers/header-numbers";
import { StageBadge } from "@/components/sales/stage-badge";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import type { ClientView } from "@/lib/features/clients/queries";
import { day, tenure } from "@/lib/i18n/format";
import { ClientMenu } from "./client-menu";
import { ClientTabs } from "./client-tabs";
import { DocumentTitle } from "./document-title";
import { EditClient } from "./edit-client";
import { GroupLine } from "./group-line";
import { LocalTime } from "./local-time";
import { TheirSide } from "./their-side";

type Props = {
  client: ClientView;
  /** What other features can do with a client (assign, write down a touch), left of the form. */
  actions?: ReactNode;
  children: ReactNode;
};

/** What stands above every tab of a client: who they are, since when, who works with them. */
export function ClientFrame({ client, actions, children }: Props) {
  const t = useTranslations("clients");
  const words = useTranslations("words");
  return (
    <Page
      title={client.name}
      back={
        <Link href="/book" className="hover:underline">
          {t("back")}
        </Link>
      }
      badges={
        <>
          {client.archived && <Badge tone="amber">{t("archived")}</Badge>}
          {client.tier && <Badge>{words(`tier.${client.tier}`)}</Badge>}
          <Badge
            tone={client.workMode === "reactive" ? "blue" : "green"}
            title={words(`workModeHint.${client.workMode}`)}
          >
            {words(`workMode.${client.workMode}`)}
          </Badge>
          <StageBadge stage={client.stage} />
          {client.tags.map((tag) => (
            <Badge key={tag.id}>{tag.name}</Badge>
          ))}
        </>
      }
      subtitle={<Facts client={client} />}
      below={
        <>
          <DocumentTitle name={client.name} />
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <ClientTeam entries={client.story} today={client.today} />
            <TheirSide client={client} />
          </div>
          {client.group && <GroupLine group={client.group} />}
          {client.archived && <p className="text-amber">{t("archivedNotice")}</p>}
          <HeaderNumbers clientId={client.id} numbers={client.numbers} mayEdit={client.may.edit} />
        </>
      }
      actions={
        <>
          {actions}
          {client.may.edit && <EditClient client={client} />}
          {client.may.archive && (
            <ClientMenu
              id={client.id}
              name={client.name}
              code={client.code}
              archived={client.archived}
              mayMerge={client.may.merge}
            />
          )}
        </>
      }
      tabs={<ClientTabs id={client.id} counts={{ people: client.contactCount }} />}
    >
      {children}
    </Page>
  );
}

/** "Food distribution · Yekaterinburg, 17:20 there · with us 6 years 5 months". */
function Facts({ client }: { client: ClientView }) {
  const t = useTranslations("clients");
  const locale = useLocale();
  const zone = client.zone ?? client.regionZone;
  const time = zone && t.rich("theirTime", { time: () => <LocalTime zone={zone} now={client.now} /> });
  const place = client.city ?? client.region?.name;
  const facts: { key: string; text: ReactNode }[] = [];
  if (client.industry) facts.push({ key: "industry", text: client.industry.name });
  if (place || time)
    facts.push({
      key: "place",
      text: (
        <>
          {place}
          {place && time && ", "}
          {time}
        </>
      ),
    });
  if (client.since)
    facts.push({
      key: "since",
      text: <span title={day(client.since, locale)}>{withUs()}</span>,
    });

  function withUs(): string {
    if (!client.tenure) return t("withUsSoon", { day: day(client.since ?? "", locale) });
    if (client.tenure.years + client.tenure.months === 0) return t("newcomer");
    return t("withUs", { length: tenure(client.tenure, locale) });
  }

  return facts.map(({ key, text }, at) => (
    <Fragment key={key}>
      {at > 0 && " · "}
      {text}
    </Fragment>
  ));
}
