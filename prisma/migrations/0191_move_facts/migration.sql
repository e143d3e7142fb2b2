-- What an order over clients would move besides the clients: sales of days that are over, the plan ahead, and slips that are closed already.
set check_function_bodies = off;

/**
 * Facts for the preview of an order, client by client, of those that the caller reaches. sale: what the owner of then, member_id, is credited with of
 * a month's sales in [from_day, until_day), and of it in `part` what a share of with_share per cent would take. cell: what the plans in force ask of the
 * client in a month from from_day's on. slip: a closed slip of one of these people, who are the caller's to give orders about, by its first month and
 * length in `amount`; nothing of what it pays.
 */
create function app.move_facts(clients uuid[], people uuid[], from_day date, until_day date, with_share numeric)
returns table (fact text, client_id uuid, member_id uuid, month date, amount bigint, part bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  mine uuid[] := case when app.reaches_all() then clients else array(select unnest(clients) intersect select unnest(app.client_ids())) end;
  team uuid[] := case when app.reaches_all() then null else app.subordinate_ids() end;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  return query
    select 'sale', l.client_id, l.owner_id, date_trunc('month', l.sold_on)::date, sum(coalesce(s.amount, l.base_amount))::bigint,
      sum(case when with_share > 0 then (app.split_amount(l.base_amount, array[100 - with_share, with_share]))[2] else 0 end)::bigint
    from unnest(mine) c(id) join public.sale_line l on l.tenant_id = app.tenant() and l.client_id = c.id and l.sold_on >= from_day and (until_day is null or l.sold_on < until_day)
    left join public.sale_share s on s.tenant_id = l.tenant_id and s.sale_id = l.id and s.member_id = l.owner_id
    where l.seller_id is null and coalesce(l.booked_client_id, l.client_id) = l.client_id and (team is null or l.owner_id is null or l.owner_id = any(team))
    group by 2, 3, 4;
  return query
    select 'cell', p.client_id, null::uuid, p.month, sum(p.amount)::bigint, 0::bigint
    from unnest(mine) c(id) join public.plan_credit p on p.tenant_id = app.tenant() and p.client_id = c.id and p.month >= date_trunc('month', from_day)
    group by 2, 4;
  return query
    select 'slip', null::uuid, s.member_id, s.starts_on, s.months::bigint, 0::bigint from public.pay_slip s
    where s.tenant_id = app.tenant() and s.status = 'closed' and s.member_id = any(people) and (team is null or s.member_id = any(team))
      and s.starts_on + make_interval(months => s.months) > from_day and (until_day is null or s.starts_on < until_day)
    order by 3, 4;
end $$;
select app.callable('app.move_facts(uuid[], uuid[], date, date, numeric)');
reset check_function_bodies;
