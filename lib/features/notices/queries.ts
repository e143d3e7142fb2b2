import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import type { NoticeFilter } from "./schema";

const notice = z.object({
  id: z.string(),
  kind: z.enum(["inn-taken", "contract-without-owner"]),
  created_at: z.date(),
  resolved_at: z.date().nullable(),
  member: z.string().nullable(),
  client_id: z.string().nullable(),
  client: z.string().nullable(),
  owner: z.string().nullable(),
  inn: z.string().nullable(),
  number: z.string().nullable(),
  ends_on: z.string().nullable(),
  total: z.number(),
});

/**
 * What waits for an admin. `inn-taken`: someone typed the INN of a client that is not theirs (domain.md 13.7). `contract-without-owner`: a contract is
 * in force and nobody answers for the client (R3); it goes by itself when somebody does.
 */
export type NoticeRow = {
  id: string;
  kind: z.output<typeof notice>["kind"];
  createdAt: Date;
  resolvedAt: Date | null;
  /** Who asked. */
  member: string;
  client: { id: string; name: string; owner: string | null } | null;
  inn: string;
  contract: { number: string; endsOn: string | null } | null;
};

/** Notices for the admin, newest first. */
export const loadNotices = query("notice:read", async function loadNotices(scope, filter: NoticeFilter) {
  return { ...(await listNotices(scope, filter)), zone: scope.zone };
});

/** One page of them, and how many there are. One statement. */
export async function listNotices(
  scope: Scope,
  filter: Omit<NoticeFilter, "size"> & { size: number },
): Promise<{ rows: NoticeRow[]; total: number }> {
  const found = await scope.db.$queryRaw<unknown[]>`
    select n.id::text, n.kind, n.created_at, n.resolved_at, m.name as member, n.client_id::text, c.name as client, o.name as owner, n.detail ->> 'inn' as inn,
      n.detail ->> 'number' as number, n.detail ->> 'endsOn' as ends_on,
      count(*) over ()::int as total
    from notice n
    left join member m on m.tenant_id = n.tenant_id and m.id = n.member_id
    left join client c on c.tenant_id = n.tenant_id and c.id = n.client_id
    left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)
    left join member o on o.tenant_id = a.tenant_id and o.id = a.member_id
    where (n.resolved_at is not null) = ${filter.resolved}
    order by n.created_at desc, n.id limit ${filter.size} offset ${(filter.page - 1) * filter.size}`;
  const rows = found.map((row) => notice.parse(row));
  return { rows: rows.map(toRow), total: rows[0]?.total ?? 0 };
}

function toRow(row: z.output<typeof notice>): NoticeRow {
  const client = row.client_id && row.client ? { id: row.client_id, name: row.client, owner: row.owner } : null;
  return {
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
    member: row.member ?? "",
    client,
    inn: row.inn ?? "",
    contract: row.number === null ? null : { number: row.number, endsOn: row.ends_on },
  };
}
