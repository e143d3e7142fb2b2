import { z } from "zod";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { findClient } from "../queries";

const ofClient = z.object({ client: z.uuid().optional().catch(undefined) });

/** A list on the page of one client: whoever does not reach the client is told that there is none. The file bears the client's name. */
export function exportOfClient<Row, F extends z.ZodObject = z.ZodObject<Record<never, never>>>(
  of: { name: string; filter?: F },
  read: (scope: Scope, client: string, filter: z.output<F>) => Promise<Exported<Row>>,
) {
  const filter = z.intersection(ofClient, (of.filter ?? z.object({})) as F);
  return exportFile({ name: of.name, ability: "client:read", filter }, async (scope, asked): Promise<Exported<Row>> => {
    const { client } = asked as z.output<typeof ofClient>;
    const found = client && (await findClient(scope, client));
    if (!client || !found) throw new Refusal("not-found");
    const file = await read(scope, client, asked as z.output<F>);
    return { ...file, title: `${file.title} ${found.name}` };
  });
}
