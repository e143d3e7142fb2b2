-- What is planned for thousands of clients at once.
set check_function_bodies = off;

/**
 * The versions that decide months of [from_month, to_month), each with the whole months [first_month, end_month) that it decides: a month belongs to the
 * version in force on its last day (domain.md 13.15), so no month of a plan has two.
 */
create function app.versions_in_force(from_month date, to_month date)
returns table (id uuid, plan_id uuid, rank int, number int, in_force_from date, first_month date, end_month date)
language sql stable parallel safe as $$
  select v.id, v.plan_id, v.rank, v.number, v.in_force_from, greatest(from_month, date_trunc('month', v.in_force_from)::date), least(to_month, date_trunc('month', v.next_from)::date)
  from (
    select x.id, x.plan_id, case p.kind when 'book' then 1 when 'team' then 2 else 3 end as rank, x.number, x.in_force_from,
      lead(x.in_force_from) over (partition by x.plan_id order by x.in_force_from, x.number) as next_from
    from public.plan p join public.plan_version x on x.tenant_id = p.tenant_id and x.plan_id = p.id
    where p.tenant_id = app.tenant() and p.starts_on > from_month - interval '1 year' and p.starts_on < to_month and x.in_force_from is not null) v
$$;

/** As before (0130), but that a version's months are told once for the version and not of every cell, and that no company's cells are read from end to end. */
create or replace function app.plan_in_force(clients uuid[], from_month date, to_month date) returns table (client_id uuid, month date, amount bigint)
language plpgsql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
  wanted uuid[] := case when app.reaches_all() then clients when clients is null then app.client_ids()
    else array(select unnest(clients) intersect select unnest(app.client_ids())) end;
begin
  return query
    with version as materialized (select v.* from app.versions_in_force(from_month, to_month) v where v.first_month < v.end_month),
    cell as (
      select c.client_id, c.month, v.rank, v.in_force_from, v.number, v.id, sum(c.amount)::bigint as amount
      from version v join public.plan_cell c on c.tenant_id = app.tenant() and c.version_id = v.id and c.month >= v.first_month and c.month < v.end_month
      where wanted is null or c.client_id = any(wanted)
      group by 1, 2, 3, 4, 5, 6
    )
    select distinct on (c.client_id, c.month) c.client_id, c.month, c.amount from cell c
    order by c.client_id, c.month, c.rank, c.in_force_from desc, c.number desc, c.id;
end $$;

/**
 * What app.plan_in_force asks of each client in the caller's reach: in [from_month, to_month), in the months of it before `runs`, and in `runs` alone (null
 * without a cell there). Month by month only for the clients that several plans speak of.
 */
create function app.plan_sums(from_month date, runs date, to_month date)
returns table (client_id uuid, year_plan bigint, closed_plan bigint, month_plan bigint)
language plpgsql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare wanted uuid[] := case when not app.reaches_all() then app.client_ids() end;
begin
  return query
    with version as materialized (select v.* from app.versions_in_force(from_month, to_month) v where v.first_month < v.end_month),
    one as materialized (
      select c.client_id, v.plan_id, sum(c.amount)::bigint as year_plan, coalesce(sum(c.amount) filter (where c.month < runs), 0)::bigint as closed_plan,
        (sum(c.amount) filter (where c.month = runs))::bigint as month_plan
      from version v join public.plan_cell c on c.tenant_id = app.tenant() and c.version_id = v.id and c.month >= v.first_month and c.month < v.end_month
      where wanted is null or c.client_id = any(wanted)
      group by 1, 2
    ),
    several as materialized (select o.client_id from one o group by 1 having count(*) > 1)
    select o.client_id, o.year_plan, o.closed_plan, o.month_plan from one o where o.client_id not in (select s.client_id from several s)
    union all
    select p.client_id, sum(p.amount)::bigint, coalesce(sum(p.amount) filter (where p.month < runs), 0)::bigint, (sum(p.amount) filter (where p.month = runs))::bigint
    from app.plan_in_force(array(select s.client_id from several s), from_month, to_month) p group by 1;
end $$;
select app.callable('app.plan_sums(date, date, date)');
reset check_function_bodies;
