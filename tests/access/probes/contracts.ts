import { POST } from "@/app/api/exports/contracts/route";
import { dropContract, endContract, saveContract } from "@/lib/features/contracts/actions";
import { loadClientContracts } from "@/lib/features/contracts/queries";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const contract = (ids: Ids) => ({
  clientId: ids.client,
  id: null,
  version: 0,
  number: "2026/1",
  status: "signed" as const,
  signedOn: "2026-03-01",
  startsOn: "2026-03-01",
  endsOn: "",
  amount: "1000",
  currency: "RUB" as const,
  note: "",
});

export default [
  probe.query(loadClientContracts, { args: (ids) => [ids.client] }),
  probe.action(saveContract, { input: contract }),
  probe.action(saveContract, { input: (ids) => ({ ...contract(ids), id: ids.contract, version: 1 }) }),
  probe.action(endContract, {
    input: (ids) => ({ clientId: ids.client, id: ids.contract, version: 1, on: "2026-03-01" }),
  }),
  probe.action(dropContract, { input: (ids) => ({ clientId: ids.client, id: ids.draftContract, version: 1 }) }),
  probe.exported(POST, { query: (ids) => ({ client: ids.client }) }),
];
