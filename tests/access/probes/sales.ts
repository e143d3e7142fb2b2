import { POST as groups } from "@/app/api/exports/client-groups/route";
import { POST as months } from "@/app/api/exports/client-months/route";
import { POST as sources } from "@/app/api/exports/client-sources/route";
import { POST as stages } from "@/app/api/exports/client-stages/route";
import { POST } from "@/app/api/exports/sale-lines/route";
import { loadClientSaleLines, loadClientSales, loadClientTargets } from "@/lib/features/clients/queries/client-sales";
import { releaseStage, setStage } from "@/lib/features/sales/actions";
import { saleLineFilter } from "@/lib/features/sales/schema";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const filter = (values: Record<string, string>) => saleLineFilter.parse(values);

export default [
  probe.query(loadClientSales, { args: (ids) => [ids.client] }),
  probe.query(loadClientTargets, { args: (ids) => [ids.client] }),
  {
    ...probe.query(loadClientSaleLines, { args: (ids) => [ids.client, filter({ group: ids.productGroup })] }),
    // Without the moment at which it was read, which differs between any two calls.
    call: async (ids: Ids) => {
      const { client, lines } = await loadClientSaleLines(ids.client, filter({ group: ids.productGroup }));
      return { client: client.id, lines };
    },
  },
  probe.exported(sources, { query: (ids) => ({ client: ids.client }) }),
  probe.exported(stages, { query: (ids) => ({ client: ids.client }) }),
  probe.exported(months, { query: (ids) => ({ client: ids.client }) }),
  probe.exported(groups, { query: (ids) => ({ client: ids.client }) }),
  probe.exported(POST, { query: (ids) => ({ client: ids.client, group: ids.productGroup }) }),
  probe.action(setStage, {
    input: (ids) => ({
      clientId: ids.client,
      seen: { id: ids.stage, version: 1 },
      stage: "at-risk" as const,
      reason: "They look at another supplier",
      expiresOn: "2026-06-01",
    }),
  }),
  probe.action(releaseStage, { input: (ids) => ({ clientId: ids.client, id: ids.stage, version: 1 }) }),
];
