import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { tiers } from "@/lib/domain/tier";
import { workModes } from "@/lib/domain/work-mode";
import type { HolderFilter } from "../schema";
import { listPersons } from "./rows";

const row = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  tier: z.enum(tiers).nullable(),
  workMode: z.enum(workModes),
  region: z.string().nullable(),
  since: z.string().nullable(),
  /** Who stands in today, and from which day no more. */
  deputy: z.object({ name: z.string(), until: z.string().nullable() }).nullable(),
  /** The next change of owner that is ordered; name null: nobody. */
  next: z.object({ name: z.string().nullable(), on: z.string() }).nullable(),
  total: z.number(),
});

/** As many as one order takes. */
const AT_MOST = 5000;

export type HeldClient = Omit<z.output<typeof row>, "total">;
export type HolderPage = { holder: { id: string; name: string } | null; rows: HeldClient[]; total: number };

/** What one member owns today, or (null) what nobody owns. Throws not-found for a member whom the caller may take nothing from. */
export async function listHeld(scope: Scope, holder: string | null, filter: HolderFilter): Promise<HolderPage> {
  const person = holder === null ? null : (await listPersons(scope, [holder])).get(holder);
  if (holder === null ? scope.reach !== "all" : !person?.mine) throw new Refusal("not-found");
  const day = scope.today;
  const { q, sort, page, size } = filter;
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, c.name, c.code, c.tier, c.work_mode "workMode", r.name region, o.starts_on::text since, count(*) over ()::int total,
      (select jsonb_build_object('name', m.name, 'until', a.ends_on) from assignment a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
        where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'deputy' and a.starts_on <= ${day}::date
          and (a.ends_on is null or a.ends_on > ${day}::date) order by a.ends_on desc limit 1) deputy,
      case when n.id is not null then jsonb_build_object('name', nm.name, 'on', n.starts_on)
        when o.ends_on is not null then jsonb_build_object('name', null, 'on', o.ends_on) end next
    from client c
    left join assignment o on o.tenant_id = c.tenant_id and o.client_id = c.id and o.role = 'primary' and o.starts_on <= ${day}::date
      and (o.ends_on is null or o.ends_on > ${day}::date)
    left join lateral (select a.* from assignment a where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary' and a.starts_on > ${day}::date
      and a.member_id is distinct from o.member_id order by a.starts_on limit 1) n on true
    left join member nm on nm.tenant_id = n.tenant_id and nm.id = n.member_id
    left join region r on r.tenant_id = c.tenant_id and r.id = c.region_id
    where c.archived_at is null and o.member_id is not distinct from ${holder}::uuid and (${q} = '' or c.id = any(app.find_clients(${q})))
    order by case ${sort} when 'name' then c.name end, case ${sort} when '-name' then c.name end desc,
      case ${sort} when 'since' then o.starts_on end, case ${sort} when '-since' then o.starts_on end desc,
      case ${sort} when 'tier' then coalesce(c.tier, 'D') end, case ${sort} when '-tier' then coalesce(c.tier, 'D') end desc, c.name, c.id
    limit ${size} offset ${(page - 1) * size}`;
  const found = rows.map((one) => row.parse(one));
  return {
    holder: person ? { id: person.id, name: person.name } : null,
    rows: found.map(({ total: _, ...client }) => client),
    total: found[0]?.total ?? 0,
  };
}

/** Names of all that the same list holds, on all its pages. */
export async function listHeldNames(
  scope: Scope,
  holder: string | null,
  q: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await listHeld(scope, holder, { q, sort: "name", page: 1, size: AT_MOST });
  return rows.map(({ id, name }) => ({ id, name }));
}
