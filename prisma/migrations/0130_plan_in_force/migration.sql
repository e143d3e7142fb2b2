-- What is planned for clients, whoever's plan it stands in.
set check_function_bodies = off;

/**
 * The cells in force for clients of the caller's reach (of all of them for null) in whole months [from_month, to_month). A month is decided by the version
 * in force on its last day (domain.md 13.15), and by one plan only, also where a lead's plan covers the same client: the book's before the team's
 * before the company's. Cells of cards that became one add up. A version belongs to a person and may be out of the caller's sight; the client is not.
 */
create function app.plan_in_force(clients uuid[], from_month date, to_month date) returns table (client_id uuid, month date, amount bigint)
language plpgsql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wanted uuid[] := case when app.reaches_all() then clients when clients is null then app.client_ids()
    else array(select unnest(clients) intersect select unnest(app.client_ids())) end;
begin
  return query
    with version as materialized (
      select v.id, case p.kind when 'book' then 1 when 'team' then 2 else 3 end as rank, v.number, v.in_force_from,
        lead(v.in_force_from) over (partition by v.plan_id order by v.in_force_from, v.number) as next_from
      from public.plan p join public.plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id
      where p.tenant_id = app.tenant() and p.starts_on > from_month - interval '1 year' and p.starts_on < to_month and v.in_force_from is not null
    ), cell as (
      select c.client_id, c.month, v.rank, v.in_force_from, v.number, v.id, sum(c.amount)::bigint as amount
      from version v join public.plan_cell c on c.tenant_id = app.tenant() and c.version_id = v.id
      where c.month >= from_month and c.month < to_month and (wanted is null or c.client_id = any(wanted))
        and v.in_force_from < c.month + interval '1 month' and (v.next_from is null or v.next_from >= c.month + interval '1 month')
      group by 1, 2, 3, 4, 5, 6
    )
    select distinct on (c.client_id, c.month) c.client_id, c.month, c.amount from cell c
    order by c.client_id, c.month, c.rank, c.in_force_from desc, c.number desc, c.id;
end $$;
select app.callable('app.plan_in_force(uuid[], date, date)');
reset check_function_bodies;
