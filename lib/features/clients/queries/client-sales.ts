import { query } from "@/lib/access/doors";
import { type ClientSales, clientSales } from "@/lib/features/sales/queries/client-sales";
import { type SaleLineFilter, type SaleLines, saleLines } from "@/lib/features/sales/queries/sale-lines";
import { type ClientTargets, clientTargets } from "@/lib/features/targets/queries/client-targets";
import { type ClientView, clientView } from "./client-view";

/** The sales tab of a client. */
export const loadClientSales = query("client:read", async function loadClientSales(scope, clientId: string): Promise<{
  client: ClientView;
  sales: ClientSales;
}> {
  const client = await clientView(scope, clientId);
  return { client, sales: await clientSales(scope, clientId) };
});

/** What is asked of the client this year, beside its sales. */
export const loadClientTargets = query(
  "client:read",
  async function loadClientTargets(scope, clientId: string): Promise<ClientTargets> {
    // Refuses, or leads to the card that this one went into, as the sales beside it do.
    await clientView(scope, clientId);
    return clientTargets(scope, clientId);
  },
);

/** The lines behind a figure of the sales tab. */
export const loadClientSaleLines = query(
  "client:read",
  async function loadClientSaleLines(
    scope,
    clientId: string,
    filter: SaleLineFilter,
  ): Promise<{ client: ClientView; lines: SaleLines }> {
    const client = await clientView(scope, clientId);
    return { client, lines: await saleLines(scope, clientId, filter) };
  },
);
