import { z } from "zod";
import { query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { type ClientView, clientView } from "@/lib/features/clients/queries/client-view";

/** A merge can be taken back for this many days (domain.md 13.8); app.undo_merge holds it. */
export const UNDO_DAYS = 30;

const side = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  archived: z.boolean(),
  owner: z.string().nullable(),
});
export type MergeSide = z.output<typeof side>;

const preview = z.object({ rows: z.record(z.string(), z.number()), fills: z.array(z.string()) });

/** What a merge would do: rows that go along by table, and the columns that the one that stays takes over. */
export type MergePreview = z.output<typeof preview> & { winner: MergeSide; loser: MergeSide };

export async function previewOf(scope: Scope, winnerId: string, loserId: string): Promise<MergePreview> {
  const sides = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, c.name, c.code, c.archived_at is not null archived, m.name owner
    from client c
    left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)
    left join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
    where c.id in (${winnerId}::uuid, ${loserId}::uuid) and c.merged_into is null`;
  const found = new Map(sides.map((row) => side.parse(row)).map((one) => [one.id, one]));
  const [winner, loser] = [found.get(winnerId), found.get(loserId)];
  if (!winner || !loser || winner === loser) throw new Refusal("not-found");
  const [row] = await scope.db.$queryRaw<
    { found: unknown }[]
  >`select app.merge_preview(${winnerId}::uuid, ${loserId}::uuid) found`;
  return { ...preview.parse(row?.found), winner, loser };
}

const mergeRow = z.object({
  id: z.string(),
  kind: z.enum(["client", "contact"]),
  name: z.string(),
  by: z.string(),
  on: z.string(),
  /** The last day on which it can be taken back; null: it was, or it is too late. */
  until: z.string().nullable(),
  undone: z.boolean(),
});
export type MergeRow = z.output<typeof mergeRow>;

/** What was merged into this client, and into its people, newest first. */
export async function listMerges(scope: Scope, clientId: string): Promise<MergeRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select g.id::text, g.kind, g.loser_name "name", m.name "by", (g.created_at at time zone ${scope.zone})::date::text "on", g.undone_at is not null undone,
      case when g.undone_at is null and g.created_at > now() - make_interval(days => ${UNDO_DAYS})
        then ((g.created_at at time zone ${scope.zone})::date + ${UNDO_DAYS}::int)::text end until
    from merge g join member m on m.tenant_id = g.tenant_id and m.id = g.created_by
    where g.client_id = ${clientId}::uuid order by g.created_at desc, g.id limit 50`;
  return rows.map((row) => mergeRow.parse(row));
}

export type ClientHistory = { client: ClientView; merges: MergeRow[] };

/** Who worked with a client, and which cards and people went into it. */
export const loadClientHistory = query(
  "client:read",
  async function loadClientHistory(scope, clientId: string): Promise<ClientHistory> {
    const client = await clientView(scope, clientId);
    return { client, merges: await listMerges(scope, clientId) };
  },
);
