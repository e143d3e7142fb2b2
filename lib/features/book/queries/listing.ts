import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type XyzClass, xyzClassOf } from "@/lib/domain/abc-xyz";
import { monthStart } from "@/lib/domain/calendar-date";
import { listMonths } from "@/lib/domain/closed-months";
import { clientKinds } from "@/lib/domain/requisites";
import { type Tenure, tenureOn } from "@/lib/domain/tenure";
import { tiers } from "@/lib/domain/tier";
import { workModes } from "@/lib/domain/work-mode";
import { type PlanMarks, planOf } from "@/lib/features/progress/queries/client-plans";
import { monthlySales } from "@/lib/features/sales/queries/monthly";
import { type BookFilter, type BookGroup, NONE, tenureBands } from "../schema";
import { chosenByFigures, figureRank } from "./figure-order";
import { type BookBasis, type BookFigures, bookFigures } from "./figures";
import { addGroups, type BookTotals, totalsOf } from "./totals";

const named = z.object({ id: z.string(), name: z.string() });
const text = z.string().nullable();

const row = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  kind: z.enum(clientKinds),
  tier: z.enum(tiers).nullable(),
  workMode: z.enum(workModes),
  industry: text,
  region: text,
  city: text,
  /** The client's own zone, else its region's. */
  zone: text,
  since: text,
  inn: text,
  archived: z.boolean(),
  owner: named.nullable(),
  /** Who stands in today, until the first day on which they no longer do. */
  deputies: z.array(z.object({ name: z.string(), endsOn: text })),
  tags: z.array(named),
  /** The parent of its group; the id only when that one is in reach. */
  parent: z.object({ id: text, name: z.string() }).nullable(),
  keyContact: z.object({ name: z.string(), jobTitle: text, phone: text }).nullable(),
  contacts: z.number(),
  /** The group of rows that it stands in; "none" for the clients that have no such thing. */
  group: text,
});

const listing = z.object({
  rows: z.array(row),
  groups: z.array(
    z.object({
      key: text,
      label: text,
      contacts: z.number(),
      lonely: z.number(),
      /** Which of the clients with figures stand in it, by their place among them. */
      places: z.array(z.number()),
    }),
  ),
});

export type BookRow = z.output<typeof row> & {
  tenure: Tenure | null;
  figures: BookFigures | null;
  /** Base minor units of each of the last twelve closed months, oldest first; empty where the client never bought. */
  months: number[];
  xyz: XyzClass | null;
  /** Where the year and the month will end; null where nothing can be said, and without `whole`. */
  forecast: { year: bigint | null; month: bigint | null } | null;
};
export type BookGroupRow = BookTotals & { key: string; label: string | null };
export type Listing = { rows: BookRow[]; groups: BookGroupRow[]; totals: BookTotals; basis: BookBasis };

export type BookState = BookFilter & { group: BookGroup | typeof NONE; page: number; size: number };

/**
 * One page of the book, with the heads of its groups and the totals of all that match: four statements over one snapshot, after those of the figures. Filters that are
 * empty let everything pass. A page behind the last one is the last one. Ties go by name, then id, so that no row is on two pages.
 * Without `whole` a row is told by its name alone: deputies, tags, key contact, parent and months are left out.
 */
export async function listBook(scope: Scope, state: BookState, whole = true): Promise<Listing> {
  const descending = state.sort.startsWith("-");
  const sort = state.sort.replace(/^-/, "");
  const basis = await bookFigures(scope, state.archived === "1");
  const chosen = chosenByFigures(basis.figures, state);
  const known = [...basis.figures];
  const bands = state.tenure.flatMap((band) => (band === NONE ? [] : [tenureBands[band]]));
  const [found] = await scope.db.$queryRaw<{ book: unknown }[]>`
    with counted as materialized (
      select k.client_id, count(*)::int contacts from contact k where k.archived_at is null group by k.client_id
    ), matching as materialized (
      select c.tenant_id, c.id, c.name, a.member_id owner_id, m.name owner_name, r.name region, r.zone region_zone, i.name industry,
        coalesce(k.contacts, 0) contacts,
        case ${state.group} when 'tier' then coalesce(c.tier, 'none') when 'owner' then coalesce(a.member_id::text, 'none')
          when 'region' then coalesce(c.region_id::text, 'none') when 'industry' then coalesce(c.industry_id::text, 'none') end group_key,
        (case ${state.group} when 'tier' then c.tier when 'owner' then m.name when 'region' then r.name when 'industry' then i.name end) collate "und-x-icu" group_label,
        (case ${sort} when 'code' then lpad(c.code, 12, ' ') when 'tier' then c.tier when 'mode' then c.work_mode when 'industry' then i.name
          when 'region' then r.name when 'owner' then m.name when 'since' then c.since::text when 'contacts' then lpad(coalesce(k.contacts, 0)::text, 6, '0')
          else c.name end) collate "und-x-icu" sort_key,
        f.rank, f.nth
      from client c
      join unnest(${known.map(([id]) => id)}::uuid[], ${known.map(([, one]) => figureRank(one, sort))}::numeric[]) with ordinality f(id, rank, nth) on f.id = c.id
      left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
        and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)
      left join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
      left join region r on r.tenant_id = c.tenant_id and r.id = c.region_id
      left join industry i on i.tenant_id = c.tenant_id and i.id = c.industry_id
      left join counted k on k.client_id = c.id
      where (c.archived_at is not null) = ${state.archived === "1"} and c.merged_into is null
        and (${state.q} = '' or c.id = any(app.find_clients(${state.q})))
        and (${state.tier}::text[] = '{}' or coalesce(c.tier, 'none') = any(${state.tier}::text[]))
        and (${state.mode}::text[] = '{}' or c.work_mode = any(${state.mode}::text[]))
        and (${state.owner}::text[] = '{}' or coalesce(a.member_id::text, 'none') = any(${state.owner}::text[]))
        and (${state.region}::text[] = '{}' or coalesce(c.region_id::text, 'none') = any(${state.region}::text[]))
        and (${state.industry}::text[] = '{}' or coalesce(c.industry_id::text, 'none') = any(${state.industry}::text[]))
        and (${state.tag}::uuid[] = '{}' or exists (select from client_tag t where t.tenant_id = c.tenant_id and t.client_id = c.id and t.tag_id = any(${state.tag}::uuid[])))
        and (${state.tenure}::text[] = '{}' or (c.since is null and ${state.tenure.includes(NONE)})
          or exists (select from unnest(${bands.map(([from]) => from)}::int[], ${bands.map(([, to]) => to)}::int[]) band(from_years, to_years)
            where c.since + make_interval(years => from_years) <= ${scope.today}::date
              and (to_years is null or c.since + make_interval(years => to_years) > ${scope.today}::date)))
        and (${state.lonely !== "1"} or k.contacts is null)
        and (${chosen === null} or c.id = any(${chosen ?? []}::uuid[]))
    ), summed as (
      select group_key "key", group_label label, coalesce(sum(contacts), 0)::int contacts, (count(*) filter (where contacts = 0))::int lonely,
        array_agg(nth - 1 order by nth) places
      from matching group by group_key, group_label
    ), page as (
      select *, row_number() over (order by (group_label is null), group_label, group_key,
        case when ${!descending} then rank end asc nulls last, case when ${descending} then rank end desc nulls last,
        case when ${!descending} then sort_key end asc nulls last, case when ${descending} then sort_key end desc nulls last, name, id) place
      from matching order by place limit ${state.size}
      offset least((${state.page} - 1) * ${state.size}, greatest(0, (select count(*)::int - 1 from matching)) / ${state.size} * ${state.size})
    )
    select jsonb_build_object(
      'groups', (select coalesce(jsonb_agg(to_jsonb(g) order by (g.label is null), g.label), '[]') from summed g),
      'rows', (select coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'name', c.name, 'code', c.code, 'kind', c.kind, 'tier', c.tier, 'workMode', c.work_mode, 'industry', page.industry, 'region', page.region,
          'city', c.city, 'zone', coalesce(c.zone, page.region_zone), 'since', c.since, 'inn', c.inn, 'archived', c.archived_at is not null,
          'owner', case when page.owner_id is not null then jsonb_build_object('id', page.owner_id, 'name', page.owner_name) end,
          'deputies', coalesce(d.list, '[]'), 'tags', coalesce(t.list, '[]'), 'contacts', page.contacts, 'group', page.group_key, 'keyContact', k.one,
          'parent', case when p.client_id is not null then jsonb_build_object('id', p.parent_id, 'name', p.parent_name) end) order by page.place), '[]')
        from page
        join client c on c.tenant_id = page.tenant_id and c.id = page.id
        left join app.parents_of(case when ${whole} then array(select id from page) end) p on p.client_id = c.id
        left join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'endsOn', a.ends_on) order by m.name, a.id), '[]') list
          from assignment a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
          where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'deputy' and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)) d on ${whole}
        left join lateral (
          select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name), '[]') list
          from client_tag ct join tag t on t.tenant_id = ct.tenant_id and t.id = ct.tag_id where ct.tenant_id = c.tenant_id and ct.client_id = c.id) t on ${whole}
        left join lateral (
          select jsonb_build_object('name', x.name, 'jobTitle', x.job_title, 'phone', (select h.value_key from contact_channel h
            where h.tenant_id = x.tenant_id and h.client_id = x.client_id and h.contact_id = x.id and h.kind = 'phone' order by h.preferred desc, h.id limit 1)) one
          from contact x where x.tenant_id = c.tenant_id and x.client_id = c.id and x.is_key and x.archived_at is null order by x.name, x.id limit 1) k on ${whole})
    ) book`;
  const book = listing.parse(found?.book);
  const ids = whole ? book.rows.map(({ id }) => id) : [];
  const sales = await monthlySales(scope, ids, basis.year.from, basis.year.to);
  const plans = basis.hasPlans ? await planOf(scope, ids) : new Map<string, PlanMarks>();
  const months = listMonths(basis.year);
  const all = [...basis.figures.values()];
  const groups = book.groups.map((group) => ({ ...group, ...totalsOf(group, all) }));
  return {
    basis,
    totals: addGroups(groups),
    groups: groups.flatMap(({ key, places: _, ...group }) => (key === null ? [] : [{ key, ...group }])),
    rows: book.rows.map((one) => {
      const sold = sales.get(one.id);
      const figures = basis.figures.get(one.id) ?? null;
      const bought = sold ? months.map((month) => Number(sold.get(month) ?? 0n)) : [];
      // Months before the first purchase were no months of this client.
      const early = months.filter((month) => figures?.rhythm && month < monthStart(figures.rhythm.firstOn)).length;
      return {
        ...one,
        tenure: one.since ? tenureOn(one.since, scope.today) : null,
        figures,
        months: bought,
        xyz: xyzClassOf(bought.slice(early)),
        forecast: forecastOf(plans.get(one.id)),
      };
    }),
  };
}

const forecastOf = (marks: PlanMarks | undefined) =>
  marks ? { year: marks.year.forecast, month: marks.month.forecast } : null;
