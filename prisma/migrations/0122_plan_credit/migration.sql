-- Which cells of books are in force, and who owned the client in their month: what the twin for figures of people (plan_credit) is counted from.
set check_function_bodies = off;

/**
 * A month is decided by the latest approved version that was in force on its last day (domain.md 13.15). Where two books plan the same client in a
 * month (it moved, and its new owner planned it too), the later version `decides`; the other's cell is planned, and counts for nobody. `owner` is whose the
 * client was all month, the zero id where it was nobody's; null where it changed hands within the month. A card that went into another one keeps its
 * own for the months in which it had an owner of its own. Runs with the caller's rights.
 */
create function app.book_cells() returns table (planner uuid, client_id uuid, month date, version_id uuid, amount bigint, decides boolean, owner uuid)
language sql stable as $$
  with in_force as (
    select p.tenant_id, p.member_id, m.month::date as month, v.id, v.in_force_from, v.number
    from public.plan p cross join lateral generate_series(p.starts_on, p.starts_on + interval '11 months', interval '1 month') as m (month)
    join lateral (select x.id, x.in_force_from, x.number from public.plan_version x
      where x.tenant_id = p.tenant_id and x.plan_id = p.id and x.status = 'approved' and x.in_force_from < m.month + interval '1 month'
      order by x.number desc limit 1) v on true
    where p.kind = 'book'
  ), cell as (
    select f.tenant_id, f.member_id, f.month, f.id, f.in_force_from, f.number, k.client_id, sum(c.amount)::bigint as amount
    from in_force f join public.plan_cell c on c.tenant_id = f.tenant_id and c.version_id = f.id and c.month = f.month
    cross join lateral (select case when c.card_id <> c.client_id and exists (
        select from public.assignment a where a.tenant_id = c.tenant_id and a.client_id = c.card_id and a.role = 'primary'
          and a.starts_on < c.month + interval '1 month' and (a.ends_on is null or a.ends_on > c.month)) then c.card_id else c.client_id end as client_id) k
    group by 1, 2, 3, 4, 5, 6, 7
  )
  select c.member_id, c.client_id, c.month, c.id, c.amount,
    row_number() over (partition by c.client_id, c.month order by c.in_force_from desc, c.number desc, c.id) = 1,
    case when o.owners = 0 then app.no_id() when o.whole is not null then o.whole end
  from cell c cross join lateral (
    select count(*) as owners, (array_agg(a.member_id) filter (where a.starts_on <= c.month and (a.ends_on is null or a.ends_on >= c.month + interval '1 month')))[1] as whole
    from public.assignment a where a.tenant_id = c.tenant_id and a.client_id = c.client_id and a.role = 'primary'
      and a.starts_on < c.month + interval '1 month' and (a.ends_on is null or a.ends_on > c.month)) o
$$;
select app.callable('app.book_cells()', 'app.no_id()');
reset check_function_bodies;
