import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { contractStatuses } from "@/lib/domain/contract";
import { type ClientView, clientView } from "@/lib/features/clients/queries/client-view";

const contractRow = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  status: z.enum(contractStatuses),
  signedOn: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  amount: z
    .string()
    .transform((text) => BigInt(text))
    .nullable(),
  currency: z.string().nullable(),
  note: z.string().nullable(),
});

/** A contract with a client; `amount` in minor units of `currency`. */
export type ContractRow = z.output<typeof contractRow>;

export type ClientContracts = {
  client: ClientView;
  contracts: ContractRow[];
  /** Somebody answers for the client, today or from a later day on: only then can a contract be signed (R3). */
  owned: boolean;
};

/** All contracts of a client. Four statements. */
export const loadClientContracts = query(
  "client:read",
  async function loadClientContracts(scope, clientId: string): Promise<ClientContracts> {
    const client = await clientView(scope, clientId);
    return { client, contracts: await listContracts(scope, clientId), owned: await isOwned(scope, clientId) };
  },
);

/** What is signed first, then drafts, then what has ended; within each the latest first. One statement. */
export async function listContracts(scope: Scope, clientId: string): Promise<ContractRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select id::text, version, number, status, signed_on::text "signedOn", starts_on::text "startsOn", ends_on::text "endsOn", amount::text, currency, note
    from contract where client_id = ${clientId}::uuid
    order by array_position(array['signed', 'draft', 'ended'], status), coalesce(starts_on, signed_on) desc nulls first, number, id`;
  return rows.map((row) => contractRow.parse(row));
}

/** The rule of app.guard_contract. */
export async function isOwned(scope: Scope, clientId: string): Promise<boolean> {
  const [row] = await scope.db.$queryRaw<{ owned: boolean }[]>`
    select exists (select from assignment where client_id = ${clientId}::uuid and role = 'primary' and (ends_on is null or ends_on > ${scope.today}::date)) owned`;
  return row?.owned ?? false;
}
