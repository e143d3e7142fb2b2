-- What measures of people are made of, in one place: as sums by month, or by client, so that the rows behind a figure are what it was added up from.
set check_function_bodies = off;
drop function app.kpi_facts(uuid[], text[], date, date);

/**
 * Facts of people by month of [from_month, to_month): revenue and margin (without sums that hold a line of unknown cost), bills (documents of a client with a sale),
 * touches (held), new_clients, on_cadence (clients touched in time, of all that are theirs, on the month's last day or today), retention (what the clients of the twelve
 * months before bought again in the twelve that end with the month, and what they had bought). A ratio keeps both sides. By client, `label` is the client's name of that
 * time, or today's where there is none and the caller reaches it; `reached` says whether it may be opened. For whoever sees the person's figures.
 */
create function app.kpi_facts(who uuid[], wanted text[], from_month date, to_month date, by_client boolean default false)
returns table (member_id uuid, month date, client_id uuid, label text, reached boolean, fact text, top bigint, bottom bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  people uuid[] := array(select m.id from public.member m where m.tenant_id = app.tenant() and m.id = any(who) and (app.reaches_all() or m.id = any(app.subordinate_ids())));
  reach uuid[] := case when by_client and not app.reaches_all() then app.client_ids() end;
begin
  return query
  with part as (
    select c.member_id as person, c.month as on_month, c.client_id as client, max(c.client_label) as name, 'revenue' as what, sum(c.amount)::bigint as up, 1::bigint as down
    from public.credit_month c where 'revenue' = any(wanted) and c.tenant_id = app.tenant() and c.member_id = any(people) and c.month >= from_month and c.month < to_month group by 1, 2, 3
    union all
    select c.member_id, c.month, c.client_id, max(c.client_label), 'margin', coalesce(sum(c.amount - c.cost) filter (where c.uncosted = 0), 0)::bigint, 1::bigint
    from public.credit_month c where 'margin' = any(wanted) and c.tenant_id = app.tenant() and c.member_id = any(people) and c.month >= from_month and c.month < to_month group by 1, 2, 3
    union all
    select b.person, b.on_month, b.client, null, 'bills', count(distinct b.document), 1::bigint
    from (
      with booked as (select distinct c.client_id from public.credit_month c where c.tenant_id = app.tenant() and c.member_id = any(people) and c.month >= from_month and c.month < to_month),
        card as (select k.client_id as id from booked k union select c.merged_into from booked k join public.client c on c.tenant_id = app.tenant() and c.id = k.client_id where c.merged_into is not null)
      select coalesce(s.member_id, l.credit_id) as person, date_trunc('month', l.sold_on)::date as on_month, coalesce(l.booked_client_id, l.client_id) as client, l.document
      from card join public.sale_line l on l.tenant_id = app.tenant() and l.client_id = card.id and l.sold_on >= from_month and l.sold_on < to_month and l.base_amount > 0
      left join public.sale_share s on s.tenant_id = l.tenant_id and s.sale_id = l.id) b
    where 'bills' = any(wanted) and b.person = any(people) group by 1, 2, 3
    union all
    select t.author_id, date_trunc('month', t.on_day)::date, t.client_id, null, 'touches', count(*), 1::bigint from public.touch t
    where 'touches' = any(wanted) and t.tenant_id = app.tenant() and t.author_id = any(people) and t.counts and t.on_day >= from_month and t.on_day < to_month and t.on_day <= app.today()
    group by 1, 2, 3
    union all
    -- The first purchase, or the first one after 24 silent months (domain.md 13.10).
    select c.member_id, c.month, c.client_id, max(c.client_label), 'new_clients', 1::bigint, 1::bigint from public.credit_month c
    where 'new_clients' = any(wanted) and c.tenant_id = app.tenant() and c.member_id = any(people) and c.month >= from_month and c.month < to_month and c.source = 'new' and c.amount > 0
      and not exists (select from public.client_month e where e.tenant_id = c.tenant_id and e.client_id = c.client_id and e.month < c.month
        and e.month >= c.month - interval '24 months' and e.amount > 0) group by 1, 2, 3
    union all
    select a.member_id, d.month, a.client_id, null, 'on_cadence',
      case when coalesce((select max(t.on_day) from public.touch t where t.tenant_id = a.tenant_id and t.client_id = a.client_id and t.counts and t.on_day <= d.on_day), a.starts_on)
        + coalesce(k.days, 91) >= d.on_day then 1 else 0 end::bigint, 1::bigint
    from (select m::date as month, least((m + interval '1 month')::date - 1, app.today()) as on_day
      from generate_series(from_month::timestamp, to_month - interval '1 month', interval '1 month') m where 'on_cadence' = any(wanted) and m::date <= app.today()) d
    join public.assignment a on a.tenant_id = app.tenant() and a.role = 'primary' and a.member_id = any(people) and a.starts_on <= d.on_day and (a.ends_on is null or a.ends_on > d.on_day)
    join public.client c on c.tenant_id = a.tenant_id and c.id = a.client_id and (c.archived_at is null or c.archived_at::date > d.on_day)
    left join public.cadence k on k.tenant_id = a.tenant_id and k.tier = coalesce(c.tier, 'C')
    union all
    select y.person, y.on_month, y.client, y.name, 'retention', least(y.before, greatest(y.now, 0))::bigint, y.before::bigint
    from (select c.member_id as person, m.month::date as on_month, c.client_id as client, max(c.client_label) as name,
        coalesce(sum(c.amount) filter (where c.month <= m.month - interval '12 months'), 0) as before, coalesce(sum(c.amount) filter (where c.month > m.month - interval '12 months'), 0) as now
      from generate_series(from_month::timestamp, to_month - interval '1 month', interval '1 month') m(month)
      join public.credit_month c on c.tenant_id = app.tenant() and c.member_id = any(people) and c.month > m.month - interval '24 months' and c.month <= m.month
      where 'retention' = any(wanted) group by 1, 2, 3) y
    where y.before > 0
  ), kept as (
    select p.person, p.on_month, p.what, case when by_client then p.client end as client, max(p.name) as name, sum(p.up)::bigint as up, sum(p.down)::bigint as down
    from part p group by 1, 2, 3, 4
  )
  select k.person, k.on_month, k.client,
    case when by_client then coalesce(k.name, (select max(c.client_label) from public.credit_month c where c.tenant_id = app.tenant() and c.member_id = k.person and c.client_id = k.client),
      (select c.name from public.client c where c.tenant_id = app.tenant() and c.id = k.client and (reach is null or c.id = any(reach)))) end,
    by_client and (reach is null or k.client = any(reach)), k.what, k.up, case when k.what in ('on_cadence', 'retention') then k.down else 1 end
  from kept k;
end $$;

select app.callable('app.kpi_facts(uuid[], text[], date, date, boolean)');
reset check_function_bodies;
