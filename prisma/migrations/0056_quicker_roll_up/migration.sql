-- The roll-up of sales, as it was in what it writes, with less work for each line: shares are asked once a client and day, labels once a sum.
set check_function_bodies = off;

create or replace function app.roll_up_sales() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    insert into public.client_month as m (tenant_id, client_id, month, group_id, source, amount, cost, uncosted, lines)
    select tenant_id, client_id, date_trunc('month', sold_on)::date, coalesce(group_id, app.no_id()), source,
      -sum(base_amount), -coalesce(sum(cost), 0), count(cost) - count(*), -count(*)
    from before_rows group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (tenant_id, client_id, month, group_id, source) do update
    set amount = m.amount + excluded.amount, cost = m.cost + excluded.cost, uncosted = m.uncosted + excluded.uncosted, lines = m.lines + excluded.lines;

    insert into public.credit_month as m (tenant_id, member_id, month, client_id, client_label, group_id, source, amount, cost, uncosted, lines)
    select b.tenant_id, coalesce(s.member_id, b.credit_id, app.no_id()), date_trunc('month', b.sold_on)::date, b.client_id, '', coalesce(b.group_id, app.no_id()), b.source,
      -sum(coalesce(s.amount, b.base_amount)), -coalesce(sum(case when s.sale_id is null then b.cost else s.cost end), 0),
      -sum(case when b.cost is null then coalesce(s.counted, 1) else 0 end), -sum(coalesce(s.counted, 1))
    from before_rows b left join public.sale_share s on s.tenant_id = b.tenant_id and s.sale_id = b.id
    group by 1, 2, 3, 4, 6, 7 order by 1, 2, 3, 4, 6, 7
    on conflict (tenant_id, member_id, month, client_id, group_id, source) do update
    set amount = m.amount + excluded.amount, cost = m.cost + excluded.cost, uncosted = m.uncosted + excluded.uncosted, lines = m.lines + excluded.lines;

    delete from public.sale_share s using before_rows b where s.tenant_id = b.tenant_id and s.sale_id = b.id;
  end if;

  if tg_op in ('INSERT', 'UPDATE') then
    insert into public.client_month as m (tenant_id, client_id, month, group_id, source, amount, cost, uncosted, lines)
    select tenant_id, client_id, date_trunc('month', sold_on)::date, coalesce(group_id, app.no_id()), source,
      sum(base_amount), coalesce(sum(cost), 0), count(*) - count(cost), count(*)
    from after_rows group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (tenant_id, client_id, month, group_id, source) do update
    set amount = m.amount + excluded.amount, cost = m.cost + excluded.cost, uncosted = m.uncosted + excluded.uncosted, lines = m.lines + excluded.lines;

    -- A line with a named seller is the seller's alone; else whoever holds a share on that day has that part of it. Who holds what is asked once a
    -- client and day, and a line is split once.
    insert into public.sale_share (tenant_id, client_id, sale_id, member_id, share, amount, cost, counted)
    with shared_day as (
      select distinct l.tenant_id, l.client_id, l.sold_on, l.owner_id from after_rows l
      where l.seller_id is null and l.owner_id is not null
        and exists (select from public.assignment x where x.tenant_id = l.tenant_id and x.client_id = l.client_id and x.role = 'specialist' and x.share > 0
          and x.starts_on <= l.sold_on and (x.ends_on is null or x.ends_on > l.sold_on))
    ), held as materialized (
      select d.tenant_id, d.client_id, d.sold_on, d.owner_id, p.members, p.shares from shared_day d cross join lateral (
        select array_agg(a.member_id order by a.role, a.member_id) as members, array_agg(a.share order by a.role, a.member_id) as shares
        from (
          select x.member_id, x.role, case when x.role = 'primary' then 100 - coalesce((select sum(o.share) from public.assignment o
              where o.tenant_id = d.tenant_id and o.client_id = d.client_id and o.role <> 'primary' and o.member_id <> x.member_id
                and o.starts_on <= d.sold_on and (o.ends_on is null or o.ends_on > d.sold_on)), 0) else x.share end as share
          from public.assignment x where x.tenant_id = d.tenant_id and x.client_id = d.client_id
            and x.starts_on <= d.sold_on and (x.ends_on is null or x.ends_on > d.sold_on)
            and (x.role = 'primary' or (x.share > 0 and x.member_id is distinct from d.owner_id))) a
        where a.share > 0) p
      where cardinality(p.shares) > 1 or p.members[1] <> d.owner_id
    ), split as materialized (
      select l.tenant_id, l.client_id, l.id, h.members, h.shares, app.split_amount(l.base_amount, h.shares) as amounts,
        case when l.cost is not null then app.split_amount(l.cost, h.shares) end as costs
      from after_rows l join held h on h.tenant_id = l.tenant_id and h.client_id = l.client_id and h.sold_on = l.sold_on and h.owner_id = l.owner_id
      where l.seller_id is null
    )
    select s.tenant_id, s.client_id, s.id, p.member_id, p.share, s.amounts[p.place], s.costs[p.place], (p.place = 1)::int
    from split s cross join unnest(s.members, s.shares) with ordinality p(member_id, share, place);

    insert into public.credit_month as m (tenant_id, member_id, month, client_id, client_label, group_id, source, amount, cost, uncosted, lines)
    select x.tenant_id, x.member_id, x.month, x.client_id, c.name, x.group_id, x.source, x.amount, x.cost, x.uncosted, x.lines
    from (
      select a.tenant_id, coalesce(s.member_id, a.credit_id, app.no_id()) as member_id, date_trunc('month', a.sold_on)::date as month, a.client_id,
        coalesce(a.group_id, app.no_id()) as group_id, a.source, sum(coalesce(s.amount, a.base_amount)) as amount,
        coalesce(sum(case when s.sale_id is null then a.cost else s.cost end), 0) as cost,
        sum(case when a.cost is null then coalesce(s.counted, 1) else 0 end) as uncosted, sum(coalesce(s.counted, 1)) as lines
      from after_rows a left join public.sale_share s on s.tenant_id = a.tenant_id and s.sale_id = a.id group by 1, 2, 3, 4, 5, 6) x
      join public.client c on c.tenant_id = x.tenant_id and c.id = x.client_id
    order by 1, 2, 3, 4, 6, 7
    on conflict (tenant_id, member_id, month, client_id, group_id, source) do update
    set amount = m.amount + excluded.amount, cost = m.cost + excluded.cost, uncosted = m.uncosted + excluded.uncosted, lines = m.lines + excluded.lines,
      client_label = case when m.client_label = '' then excluded.client_label else m.client_label end;
  end if;

  if tg_op in ('UPDATE', 'DELETE') then
    delete from public.client_month m using (select distinct tenant_id, client_id, date_trunc('month', sold_on)::date as month from before_rows) d
    where m.tenant_id = d.tenant_id and m.client_id = d.client_id and m.month = d.month and m.lines = 0 and m.amount = 0;
    delete from public.credit_month m using (select distinct tenant_id, client_id, date_trunc('month', sold_on)::date as month from before_rows) d
    where m.tenant_id = d.tenant_id and m.client_id = d.client_id and m.month = d.month and m.lines = 0 and m.amount = 0;
  end if;
  return null;
end $$;
reset check_function_bodies;
