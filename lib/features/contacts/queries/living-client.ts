import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";

/** Refuses what is out of reach or archived, and holds the client until the transaction ends: two changes of one client come one after the other. */
export async function holdLivingClient(scope: Scope, clientId: string): Promise<void> {
  const [client] = await scope.db.$queryRaw<{ archived: boolean }[]>`
    select archived_at is not null archived from client where id = ${clientId}::uuid for update`;
  if (!client) throw new Refusal("not-found");
  if (client.archived) throw new Refusal("archived");
}
