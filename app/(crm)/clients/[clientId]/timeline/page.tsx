import { getLocale, getTranslations } from "next-intl/server";
import { Timeline } from "@/components/timeline/timeline";
import { Effort } from "@/components/touches/effort";
import { PromiseList } from "@/components/touches/promise-list";
import { TouchBin } from "@/components/touches/touch-bin";
import { TouchStateCard } from "@/components/touches/touch-clock";
import { Section } from "@/components/ui/card";
import { loadClientTimeline } from "@/lib/features/clients/queries/client-timeline";
import { timelineFilter } from "@/lib/features/timeline/schema";
import { timelineGroups } from "@/lib/features/timeline/sources";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("timeline");

export default async function ClientTimelinePage({ params, searchParams }: PageProps<"/clients/[clientId]/timeline">) {
  const filter = timelineFilter.parse(await searchParams);
  const { clientId } = await params;
  const { client, story, state, heard, bin } = await loadClientTimeline(clientId, filter, await getLocale());
  const t = await getTranslations("timeline");
  const words = await getTranslations("touches.state");
  const { today } = story;
  return (
    <ClientPage client={client}>
      <div className="grid items-start gap-x-5 gap-y-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          <Timeline
            clientId={clientId}
            story={story}
            filter={{ groups: timelineGroups, kind: filter.kind, earlier: filter.before !== null }}
          />
          <TouchBin clientId={clientId} rows={bin} today={today} title={t("bin")} restore={t("restore")} />
        </div>
        <div className="grid min-w-0 gap-3.5">
          <PromiseList clientId={clientId} promises={heard.promises} today={today} mayEdit={client.may.log} />
          {state && (
            <Section title={words("title")}>
              <TouchStateCard state={state} today={today} />
            </Section>
          )}
          <Effort clientId={client.id} effort={heard.effort} />
        </div>
      </div>
    </ClientPage>
  );
}
