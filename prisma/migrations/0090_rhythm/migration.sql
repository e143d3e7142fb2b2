-- How often a client buys, kept exact by the database itself, and the stages of its life, kept as history.
set check_function_bodies = off;

-- One row for each client that ever bought. A purchase is a day with a positive line. lib/domain/rhythm is the same rule and the oracle of the tests.
create table client_rhythm (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  first_on date not null,
  last_on date not null,
  -- Days on which something was bought.
  purchases int not null,
  -- In days between purchases; null below three purchases, and with it what follows from it.
  median_gap double precision,
  p90_gap double precision,
  expected_on date,
  -- From this day on the client is late (domain.md 11).
  late_from date,
  -- The first purchase after the last silence that counted as lost.
  returned_on date,
  primary key (tenant_id, client_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id)
);

-- The stage of a client during [starts_on, ends_on): by the nightly rule, or by a person with a reason and an expiry (domain.md 13.11).
create table client_stage (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  stage text not null check (stage in ('new', 'active', 'growing', 'at-risk', 'dormant', 'lost', 'returned')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  -- What the rule saw on the first day: why it is this stage.
  figures jsonb not null default '{}',
  manual boolean not null default false,
  reason text check (length(trim(reason)) between 1 and 500),
  expires_on date,
  created_by uuid default app.member(),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, client_id, id),
  unique (tenant_id, client_id, starts_on),
  check (manual = (reason is not null) and manual = (expires_on is not null) and expires_on > starts_on),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
create unique index client_stage_now_idx on client_stage (tenant_id, client_id) where ends_on is null;

select app.isolate('client_rhythm', 'client', audited => false);
-- The table is its own record; what a person decides is written to the audit trail by the action.
select app.isolate('client_stage', 'client', '{client:edit,stage:keep}', audited => false);

-- The company's day on which its stages were last asked for.
alter table identity.tenant add column stages_on date;

/**
 * Counts the rhythm of these clients anew: one pass over their own lines by (tenant_id, client_id, sold_on). Their rows are locked first, in key
 * order, so that of two writers the later one sees what the earlier one wrote. Without seqscan: a plan made for few lines must not be kept for a million.
 */
create function app.keep_rhythm(tenants uuid[], clients uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare before text := coalesce(current_setting('app.tenant', true), ''); t uuid;
begin
  insert into public.client_rhythm as r (tenant_id, client_id, first_on, last_on, purchases)
  select a.tenant_id, a.client_id, '-infinity', '-infinity', 0 from unnest(tenants, clients) a(tenant_id, client_id) order by 1, 2
  on conflict (tenant_id, client_id) do update set purchases = r.purchases;

  update public.client_rhythm r set first_on = n.first_on, last_on = n.last_on, purchases = n.purchases, median_gap = n.median_gap, p90_gap = n.p90_gap,
    expected_on = n.last_on + floor(n.median_gap + 0.5)::int, late_from = n.last_on + floor(greatest(1.25 * n.median_gap, n.p90_gap))::int + 1,
    returned_on = n.returned_on
  from (
    select a.tenant_id, a.client_id, c.* from unnest(tenants, clients) a(tenant_id, client_id) cross join lateral (
      with bought as (
        select x.sold_on, lag(x.sold_on) over w as before_on, x.sold_on - lag(x.sold_on) over w as gap from (
          select distinct l.sold_on from public.sale_line l where l.tenant_id = a.tenant_id and l.client_id = a.client_id and l.amount > 0) x
        window w as (order by x.sold_on)
      ), counted as (
        select min(b.sold_on) as first_on, max(b.sold_on) as last_on, count(*)::int as purchases,
          case when count(*) >= 3 then percentile_cont(0.5) within group (order by b.gap) end as median_gap,
          case when count(*) >= 3 then percentile_cont(0.9) within group (order by b.gap) end as p90_gap from bought b)
      select k.*, (select max(b.sold_on) from bought b
        where b.gap > greatest(4 * k.median_gap, 90) and k.median_gap is not null or b.sold_on >= (b.before_on + interval '24 months')::date) as returned_on
      from counted k) c) n
  where r.tenant_id = n.tenant_id and r.client_id = n.client_id and n.purchases > 0;

  delete from public.client_rhythm r using unnest(tenants, clients) a(tenant_id, client_id)
  where r.tenant_id = a.tenant_id and r.client_id = a.client_id
    and not exists (select from public.sale_line l where l.tenant_id = a.tenant_id and l.client_id = a.client_id and l.amount > 0);

  -- Stages follow from the rhythm: soon after the commit, once for a company however many statements ask.
  for t in select distinct x from unnest(tenants) x order by x loop
    perform set_config('app.tenant', t::text, true);
    perform app.enqueue('life-stages', '{}', 'life-stages:' || t);
  end loop;
  perform set_config('app.tenant', before, true);
end $$;

/** After a statement on sale_line: the clients whose purchase days it may have changed. A line that only gets another name or sum changes none. */
create function app.roll_up_rhythm() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare tenants uuid[]; clients uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id) into tenants, clients
    from (select distinct tenant_id, client_id from after_rows where amount > 0) x;
  elsif tg_op = 'DELETE' then
    select array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id) into tenants, clients
    from (select distinct tenant_id, client_id from before_rows where amount > 0) x;
  else
    select array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id) into tenants, clients
    from (
      select tenant_id, unnest(case when old_client = new_client then array[new_client] else array[old_client, new_client] end) as client_id
      from (
        select a.tenant_id, b.client_id as old_client, a.client_id as new_client from before_rows b join after_rows a on a.tenant_id = b.tenant_id and a.id = b.id
        where (a.client_id, a.sold_on, a.amount > 0) is distinct from (b.client_id, b.sold_on, b.amount > 0)) moved
      group by 1, 2) x;
  end if;
  if tenants is not null then perform app.keep_rhythm(tenants, clients); end if;
  return null;
end $$;
create trigger rhythm_insert after insert on sale_line referencing new table as after_rows for each statement execute function app.roll_up_rhythm();
create trigger rhythm_update after update on sale_line referencing old table as before_rows new table as after_rows for each statement execute function app.roll_up_rhythm();
create trigger rhythm_delete after delete on sale_line referencing old table as before_rows for each statement execute function app.roll_up_rhythm();

/** Asks for the stages of every company whose own day has begun (at two in the night, or at once where it never happened). Answers how many. */
create function app.queue_life_stages(frozen_day date) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare t record; n int := 0;
begin
  for t in
    select x.id, coalesce(frozen_day, (now() at time zone x.zone)::date) as day from identity.tenant x
    where x.stages_on is null or x.stages_on <> coalesce(frozen_day, (now() at time zone x.zone)::date) and extract(hour from now() at time zone x.zone) >= 2
    order by x.id for update skip locked
  loop
    update identity.tenant set stages_on = t.day where id = t.id;
    perform set_config('app.tenant', t.id::text, true);
    perform app.enqueue('life-stages', '{}', 'life-stages:' || t.id);
    n := n + 1;
  end loop;
  perform set_config('app.tenant', '', true);
  return n;
end $$;

do $$
declare tenants uuid[]; clients uuid[];
begin
  execute format('grant execute on function app.queue_life_stages(date) to %I', app.role_name('grange_app'));
  select array_agg(tenant_id order by tenant_id, client_id), array_agg(client_id order by tenant_id, client_id) into tenants, clients
  from (select distinct tenant_id, client_id from sale_line) x;
  if tenants is not null then perform app.keep_rhythm(tenants, clients); end if;
end $$;
reset check_function_bodies;
