-- Figures of people for a whole company at once: the rows of credit_month, added up by person and month, and by person and client.
set check_function_bodies = off;

create table member_month (
  tenant_id uuid not null default app.tenant(),
  member_id uuid not null,
  month date not null,
  source text not null,
  amount bigint not null,
  primary key (tenant_id, member_id, month, source)
);
select app.isolate('member_month', 'figure', audited => false);

-- As client_turnover: what was credited up to the end of each month. `seen` counts the rows of credit_month in the same way, so that a stretch that
-- adds up to nothing can be told from one without sales.
create table member_client (
  tenant_id uuid not null default app.tenant(),
  member_id uuid not null,
  client_id uuid not null,
  -- A client that changed its name has a row for each.
  client_label text not null,
  first_month int not null,
  running bigint[] not null,
  seen bigint[] not null,
  primary key (tenant_id, member_id, client_id, client_label)
);
select app.isolate('member_client', 'credit', audited => false);
insert into app.stays_with_client values ('member_client', 'past credit does not change');

/**
 * Adds the months of these people up anew. Writes only what differs. One writer at a time for a person, taken in one order by everybody: the later one
 * sees what the earlier one wrote.
 */
create function app.keep_people(tenants uuid[], members uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  perform pg_advisory_xact_lock(hashtext('people'), k.key)
  from (select distinct hashtext(a.tenant_id || ' ' || a.member_id) as key from unnest(tenants, members) a(tenant_id, member_id) order by 1) k;

  with now as materialized (
    select c.tenant_id, c.member_id, c.month, c.source, sum(c.amount)::bigint as amount
    from unnest(tenants, members) a(tenant_id, member_id) join public.credit_month c on c.tenant_id = a.tenant_id and c.member_id = a.member_id group by 1, 2, 3, 4
  ), gone as (
    delete from public.member_month m using unnest(tenants, members) a(tenant_id, member_id)
    where m.tenant_id = a.tenant_id and m.member_id = a.member_id
      and (m.tenant_id, m.member_id, m.month, m.source) not in (select n.tenant_id, n.member_id, n.month, n.source from now n)
  )
  insert into public.member_month as m (tenant_id, member_id, month, source, amount) select n.* from now n order by 1, 2, 3, 4
  on conflict (tenant_id, member_id, month, source) do update set amount = excluded.amount where m.amount <> excluded.amount;

  with sold as materialized (
    select c.tenant_id, c.member_id, c.client_id, c.client_label, app.month_number(c.month) as month, sum(c.amount) as amount, count(*) as seen
    from unnest(tenants, members) a(tenant_id, member_id) join public.credit_month c on c.tenant_id = a.tenant_id and c.member_id = a.member_id group by 1, 2, 3, 4, 5
  ), reach as (
    select s.tenant_id, s.member_id, s.client_id, s.client_label, min(s.month) as first, max(s.month) as last from sold s group by 1, 2, 3, 4
  ), summed as (
    select r.tenant_id, r.member_id, r.client_id, r.client_label, r.first, g.month, (sum(s.amount) over w)::bigint as amount, (sum(s.seen) over w)::bigint as seen
    from reach r cross join generate_series(r.first, r.last) g(month)
    left join sold s on s.tenant_id = r.tenant_id and s.member_id = r.member_id and s.client_id = r.client_id and s.client_label = r.client_label and s.month = g.month
    window w as (partition by r.tenant_id, r.member_id, r.client_id, r.client_label order by g.month)
  ), now as materialized (
    select s.tenant_id, s.member_id, s.client_id, s.client_label, s.first, array_agg(s.amount order by s.month) as running, array_agg(s.seen order by s.month) as seen
    from summed s group by 1, 2, 3, 4, 5
  ), gone as (
    delete from public.member_client m using unnest(tenants, members) a(tenant_id, member_id)
    where m.tenant_id = a.tenant_id and m.member_id = a.member_id
      and (m.tenant_id, m.member_id, m.client_id, m.client_label) not in (select n.tenant_id, n.member_id, n.client_id, n.client_label from now n)
  )
  insert into public.member_client as m (tenant_id, member_id, client_id, client_label, first_month, running, seen) select n.* from now n order by 1, 2, 3, 4
  on conflict (tenant_id, member_id, client_id, client_label) do update set first_month = excluded.first_month, running = excluded.running, seen = excluded.seen
  where (m.first_month, m.running, m.seen) is distinct from (excluded.first_month, excluded.running, excluded.seen);
end $$;

-- Whose months a transaction has touched. They are added up once, at its end: a person's rows are everybody's who sells for that person, so that taken
-- on the way, in the order of the work, two writers would wait for one another.
create table app.people_due (
  transaction xid8 not null default pg_current_xact_id(),
  tenant_id uuid not null,
  member_id uuid not null,
  primary key (transaction, tenant_id, member_id)
);

create function app.add_people_up() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare tenants uuid[]; members uuid[];
begin
  with due as (delete from app.people_due d where d.transaction = pg_current_xact_id() returning d.tenant_id, d.member_id)
  select array_agg(d.tenant_id order by d.tenant_id, d.member_id), array_agg(d.member_id order by d.tenant_id, d.member_id) into tenants, members from due d;
  -- The first of a transaction's rows has done it for all.
  if tenants is not null then perform app.keep_people(tenants, members); end if;
  return null;
end $$;
create constraint trigger add_people_up after insert on app.people_due deferrable initially deferred for each row execute function app.add_people_up();

/** After a statement on credit_month: whose months it has changed. */
create function app.note_people_due() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into app.people_due (tenant_id, member_id) select distinct r.tenant_id, r.member_id from after_rows r on conflict do nothing;
  else
    -- A member is part of the key: an update leaves the row with the same person.
    insert into app.people_due (tenant_id, member_id) select distinct r.tenant_id, r.member_id from before_rows r on conflict do nothing;
  end if;
  return null;
end $$;
create trigger people_insert after insert on credit_month referencing new table as after_rows for each statement execute function app.note_people_due();
create trigger people_update after update on credit_month referencing old table as before_rows for each statement execute function app.note_people_due();
create trigger people_delete after delete on credit_month referencing old table as before_rows for each statement execute function app.note_people_due();

select app.keep_people(array_agg(tenant_id), array_agg(member_id)) from (select distinct tenant_id, member_id from credit_month) x having count(*) > 0;
-- A search reads a company by its index, never all companies from end to end.
alter function app.find_clients(text, int) set enable_seqscan = off;
reset check_function_bodies;
