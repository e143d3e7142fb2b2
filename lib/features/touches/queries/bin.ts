import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { touchKinds } from "@/lib/domain/cadence";
import { promiseSides } from "@/lib/domain/promise";

const binRow = z.object({
  id: z.string(),
  kind: z.enum([...touchKinds, "promise"]),
  side: z.enum(promiseSides).nullable(),
  text: z.string().nullable(),
  onDay: z.string(),
});

/** Something that was thrown away in the last thirty days. */
export type BinRow = z.output<typeof binRow>;

/** What the caller may take back at a client, the latest first: own touches, for who leads everybody's, and all promises. One statement. */
export async function listBin(scope: Scope, clientId: string): Promise<BinRow[]> {
  const leads = scope.roles.some((role) => role === "admin" || role === "director" || role === "lead");
  const rows = await scope.db.$queryRaw<unknown[]>`
    select id::text, kind, side, text, "onDay"::text from (
      select t.id, t.kind, null side, coalesce(t.subject, left(t.text, 120)) text, t.on_day "onDay", t.deleted_at from touch t
      where t.client_id = ${clientId}::uuid and t.deleted_at > ${scope.now}::timestamptz - interval '30 days'
        and (${leads} or t.author_id = ${scope.member.id}::uuid)
      union all
      select p.id, 'promise', p.side, p.text, p.due_on, p.deleted_at from promise p
      where p.client_id = ${clientId}::uuid and p.deleted_at > ${scope.now}::timestamptz - interval '30 days') x
    order by deleted_at desc, id limit 20`;
  return rows.map((row) => binRow.parse(row));
}
