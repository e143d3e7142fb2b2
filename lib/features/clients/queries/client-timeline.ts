import { query } from "@/lib/access/doors";
import { listTimeline, type Timeline, type TimelineFilter } from "@/lib/features/timeline/queries";
import { type TouchState, touchStates } from "@/lib/features/touches/queries";
import { type BinRow, listBin } from "@/lib/features/touches/queries/bin";
import { type LastTalk, lastTalk } from "@/lib/features/touches/queries/last-talk";
import type { Locale } from "@/lib/i18n/locale";
import { type ClientView, clientView } from "./client-view";

export type ClientTimeline = {
  client: ClientView;
  story: Timeline;
  state: TouchState | null;
  heard: LastTalk;
  bin: BinRow[];
  mayLog: boolean;
};

/** A page of the client's story, with what stands beside it: promises, clocks, effort. */
export const loadClientTimeline = query(
  "client:read",
  async function loadClientTimeline(
    scope,
    clientId: string,
    filter: TimelineFilter,
    locale: Locale,
  ): Promise<ClientTimeline> {
    const client = await clientView(scope, clientId);
    const mayLog = scope.can("touch:edit") && !client.archived;
    return {
      client,
      story: await listTimeline(scope, { clientId, filter, locale }),
      state: (await touchStates(scope, [clientId])).get(clientId) ?? null,
      heard: await lastTalk(scope, clientId),
      bin: client.may.log && !filter.before ? await listBin(scope, clientId) : [],
      mayLog,
    };
  },
);
