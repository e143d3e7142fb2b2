import { z } from "zod";
import type { Scope } from "@/lib/access/scope";

const facetRow = z.object({
  facet: z.enum(["total", "archived", "lonely", "tier", "mode", "owner", "region", "industry", "tag"]),
  value: z.string(),
  label: z.string().nullable(),
  count: z.number(),
});
const facetRows = z.array(facetRow);

/** A value of a filter and how many clients of the whole book have it; `value` "none" for those that lack it. */
export type Facet = { value: string; label: string | null; count: number };
export type BookFacets = {
  total: number;
  archived: number;
  /** Clients whom we know nobody at. */
  lonely: number;
  tier: Facet[];
  mode: Facet[];
  owner: Facet[];
  region: Facet[];
  industry: Facet[];
  tag: Facet[];
};

/**
 * What the filters offer: only values that stand on clients in reach, so a list of owners never names those of another book. One statement.
 */
export async function bookFacets(scope: Scope): Promise<BookFacets> {
  const [found] = await scope.db.$queryRaw<{ facets: unknown }[]>`
    with mine as materialized (
      select c.tenant_id, c.id, c.tier, c.work_mode, c.region_id, c.industry_id, a.member_id from client c
      left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
        and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)
      where c.archived_at is null
    ), facets as (
      select 'total' facet, '' "value", null::text label, count(*)::int n from mine
      union all select 'archived', '', null, count(*)::int from client c where c.archived_at is not null and c.merged_into is null
      union all select 'lonely', '', null, count(*)::int from mine
        where (select true from contact k where k.tenant_id = mine.tenant_id and k.client_id = mine.id and k.archived_at is null limit 1) is null
      union all select 'tier', coalesce(tier, 'none'), null, count(*)::int from mine group by tier
      union all select 'mode', work_mode, null, count(*)::int from mine group by work_mode
      union all select 'owner', coalesce(mine.member_id::text, 'none'), m.name, count(*)::int from mine
        left join member m on m.tenant_id = mine.tenant_id and m.id = mine.member_id group by mine.member_id, m.name
      union all select 'region', coalesce(mine.region_id::text, 'none'), r.name, count(*)::int from mine
        left join region r on r.tenant_id = mine.tenant_id and r.id = mine.region_id group by mine.region_id, r.name
      union all select 'industry', coalesce(mine.industry_id::text, 'none'), i.name, count(*)::int from mine
        left join industry i on i.tenant_id = mine.tenant_id and i.id = mine.industry_id group by mine.industry_id, i.name
      union all select 'tag', t.id::text, t.name, count(*)::int from mine
        join client_tag ct on ct.tenant_id = mine.tenant_id and ct.client_id = mine.id join tag t on t.tenant_id = ct.tenant_id and t.id = ct.tag_id group by t.id, t.name
    )
    select json_agg(json_build_object('facet', facet, 'value', "value", 'label', label, 'count', n)
      order by facet, (label is null), label collate "und-x-icu", "value") facets from facets`;
  const facets = facetRows.parse(found?.facets);
  const of = (name: z.output<typeof facetRow>["facet"]): Facet[] =>
    facets.filter(({ facet }) => facet === name).map(({ value, label, count }) => ({ value, label, count }));
  const figure = (name: "total" | "archived" | "lonely") => of(name)[0]?.count ?? 0;
  return {
    total: figure("total"),
    archived: figure("archived"),
    lonely: figure("lonely"),
    tier: of("tier"),
    mode: of("mode"),
    owner: of("owner"),
    region: of("region"),
    industry: of("industry"),
    tag: of("tag"),
  };
}
