-- What a client bought in any stretch of months, in one row: a book, its shares and its growth are read of thousands of clients at once, and a client's
-- months (client_month) are some fifty rows, which lie apart in a large table.
set check_function_bodies = off;

create table client_turnover (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  -- The first month with sales, by app.month_number.
  first_month int not null,
  -- What was bought up to the end of that month, of the next one and so on to the last month with sales, in base minor units.
  running bigint[] not null,
  primary key (tenant_id, client_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id)
);
select app.isolate('client_turnover', 'client', audited => false);
insert into app.stays_with_client values ('client_turnover', 'follows the sales by a trigger');

/** Months in a row, so that they may be counted. */
create function app.month_number(month date) returns int language sql immutable parallel safe as
$$ select (extract(year from month) * 12 + extract(month from month))::int $$;

/** What a row of client_turnover says of whole months [from_month, to_month), both first days: one subtraction, however many months. */
create function app.sold_between(first_month int, running bigint[], from_month date, to_month date) returns bigint language sql immutable parallel safe as $$
  select coalesce(running[least(app.month_number(to_month) - first_month, cardinality(running))], 0)
    - coalesce(running[least(app.month_number(from_month) - first_month, cardinality(running))], 0)
$$;

/**
 * Adds these clients' months up anew. Their rows are locked first, in key order, so that of two writers the later one sees what the earlier one wrote.
 * Without seqscan: a plan made for few clients must not be kept for thousands.
 */
create function app.keep_turnover(tenants uuid[], clients uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  insert into public.client_turnover as t (tenant_id, client_id, first_month, running)
  select a.tenant_id, a.client_id, 0, '{}' from unnest(tenants, clients) a(tenant_id, client_id) order by 1, 2
  on conflict (tenant_id, client_id) do update set first_month = t.first_month;

  update public.client_turnover t set first_month = n.first_month, running = n.running
  from (
    select a.tenant_id, a.client_id, c.* from unnest(tenants, clients) a(tenant_id, client_id) cross join lateral (
      with sold as (
        select app.month_number(m.month) as month, sum(m.amount) as amount from public.client_month m
        where m.tenant_id = a.tenant_id and m.client_id = a.client_id group by 1
      )
      select min(r.month) as first_month, array_agg(r.amount order by r.month) as running from (
        select g.month, (sum(s.amount) over (order by g.month))::bigint as amount
        from generate_series((select min(month) from sold), (select max(month) from sold)) g(month) left join sold s on s.month = g.month) r) c) n
  where t.tenant_id = n.tenant_id and t.client_id = n.client_id and n.first_month is not null;

  delete from public.client_turnover t using unnest(tenants, clients) a(tenant_id, client_id)
  where t.tenant_id = a.tenant_id and t.client_id = a.client_id
    and not exists (select from public.client_month m where m.tenant_id = a.tenant_id and m.client_id = a.client_id);
end $$;

/** After a statement on client_month: the clients of whom a month has another amount, is new or is gone. */
create function app.roll_up_turnover() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare tenants uuid[]; clients uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id) into tenants, clients
    from (select distinct tenant_id, client_id from after_rows) x;
  elsif tg_op = 'DELETE' then
    select array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id) into tenants, clients
    from (select distinct tenant_id, client_id from before_rows) x;
  else
    select array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id) into tenants, clients
    from (
      select distinct m.tenant_id, m.client_id from (
        select c.tenant_id, c.client_id from (
          select tenant_id, client_id, month, -amount as amount from before_rows union all select tenant_id, client_id, month, amount from after_rows) c
        group by c.tenant_id, c.client_id, c.month having sum(c.amount) <> 0) m) x;
  end if;
  if tenants is not null then perform app.keep_turnover(tenants, clients); end if;
  return null;
end $$;
create trigger turnover_insert after insert on client_month referencing new table as after_rows for each statement execute function app.roll_up_turnover();
create trigger turnover_update after update on client_month referencing old table as before_rows new table as after_rows for each statement execute function app.roll_up_turnover();
create trigger turnover_delete after delete on client_month referencing old table as before_rows for each statement execute function app.roll_up_turnover();

select app.keep_turnover(array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id))
from (select distinct tenant_id, client_id from client_month) x having count(*) > 0;
select app.callable('app.month_number(date)', 'app.sold_between(integer, bigint[], date, date)');
reset check_function_bodies;

-- Whose a client is, without a look at the row itself: every page of a book asks it of all its clients. The index that guards against two owners at a
-- time reads ten pages for a client.
create index assignment_owner_idx on assignment (tenant_id, client_id) include (member_id, starts_on, ends_on) where role = 'primary';

-- A client belongs to one company: without that word the planner takes "of this company" and "of this book" for two chances, expects one client
-- where a hundred come, and looks each of them up one by one.
create statistics client_of_tenant (dependencies) on tenant_id, id from client;
create statistics assignment_of_tenant (dependencies) on tenant_id, client_id from assignment;
create statistics contact_of_tenant (dependencies) on tenant_id, client_id from contact;
create statistics client_month_of_tenant (dependencies) on tenant_id, client_id from client_month;
create statistics client_turnover_of_tenant (dependencies) on tenant_id, client_id from client_turnover;
create statistics client_rhythm_of_tenant (dependencies) on tenant_id, client_id from client_rhythm;
