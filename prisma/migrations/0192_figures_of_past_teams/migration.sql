-- Figures follow the team of their date, reach follows today's (domain.md 3): a lead reads what people who have left the team were credited with and
-- planned for in the months in which they were in it. Clients and people's own rows stay where they are: nothing else opens with it.
set check_function_bodies = off;

/**
 * Months of people who were in a team below the caller's on the month's last day and are not today; and the same months a year before, which they are
 * compared with. Teams are those that the caller leads today, with what stood below them then. Only a lead has any.
 */
create function app.past_team_months() returns table (member_id uuid, month date)
language plpgsql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.has_role('lead') then return; end if;
  return query
    with recursive led as (
      select tm.team_id, daterange(null, null) as during from public.team_member tm
      where tm.tenant_id = app.tenant() and tm.member_id = app.member() and tm.role = 'lead' and tm.starts_on <= app.today() and (tm.ends_on is null or tm.ends_on > app.today())
      union
      select l.team_id, led.during * daterange(l.starts_on, l.ends_on) from public.team_link l join led on l.parent_id = led.team_id
      where l.tenant_id = app.tenant() and led.during && daterange(l.starts_on, l.ends_on)
    ), stay as (
      -- Half-open, as everywhere: the month in which somebody left belongs to where they stood on its last day.
      select tm.member_id, date_trunc('month', lower(led.during * daterange(tm.starts_on, tm.ends_on))::timestamp) as from_month,
        date_trunc('month', least(upper(led.during * daterange(tm.starts_on, tm.ends_on)), app.today() + 1)::timestamp) as until_month
      from public.team_member tm join led on led.team_id = tm.team_id and led.during && daterange(tm.starts_on, tm.ends_on)
      where tm.tenant_id = app.tenant() and not tm.member_id = any(app.subordinate_ids())
    )
    select distinct s.member_id, (m.month - y.back)::date from stay s
    cross join lateral generate_series(s.from_month, s.until_month - interval '1 month', interval '1 month') m(month)
    cross join (values (interval '0'), (interval '1 year')) y(back);
end $$;

/** Everybody of whom the caller may read a figure at all, now or of then: the key that an index is looked up by. */
create function app.figure_people() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
  select array(select unnest(app.subordinate_ids()) union select p.member_id from app.past_team_months() p)
$$;

/**
 * Puts a table under row security: kind says whose rows they are (isolation.md "Tables"), writes which abilities may change them ('*' any),
 * reads which abilities may read them (null any), key the column that names the client (or the member, for person kinds), commands what
 * is granted besides SELECT. One policy per reach role and command: their form follows the size of the set. May be called again to change.
 */
create or replace function app.isolate(tbl text, kind text, writes text[] default '{}', reads text[] default null, key text default null,
  commands text[] default '{insert,update,delete}', audited boolean default true, people text[] default '{owner_id}')
returns void language plpgsql as $$
declare
  reach text; cmd text; whose text; may_read text; may_write text; role_id text; pol record;
  key_column text := coalesce(key, case when kind in ('person', 'own', 'pay', 'credit', 'figure') then 'member_id' else 'client_id' end);
  mine text := (select string_agg(format('%I = (select app.member())', p), ' or ') from unnest(people) p);
begin
  if kind not in ('tenant', 'client', 'work', 'person', 'own', 'pay', 'credit', 'figure', 'admin') then raise exception 'app.isolate: unknown kind %', kind; end if;
  execute format('alter table public.%I enable row level security', tbl);
  for pol in select policyname from pg_policies where schemaname = 'public' and tablename = tbl and policyname not like 'guest%' loop
    execute format('drop policy %I on public.%I', pol.policyname, tbl);
  end loop;
  if not exists (select from pg_constraint where conrelid = format('public.%I', tbl)::regclass and conname = tbl || '_tenant_fkey') then
    execute format('alter table public.%I add constraint %I foreign key (tenant_id) references identity.tenant (id)', tbl, tbl || '_tenant_fkey');
  end if;
  may_read := case when reads is null then '' else format(' and (select app.ability()) = any(%L::text[])', reads) end;
  may_write := case when '*' = any(writes) then '' else format(' and (select app.ability()) = any(%L::text[])', writes) end;
  foreach reach in array array['few', 'many', 'all'] loop
    role_id := app.role_name('reach_' || reach);
    whose := case reach
      when 'few' then format('%I = any((select app.client_ids())::uuid[])', key_column)
      when 'many' then format('%I in (select unnest(app.client_ids()))', key_column)
      else 'true' end;
    whose := case kind
      when 'client' then whose
      when 'work' then format('case when %I is null then %s else %s end', key_column, mine, whose)
      when 'own' then format('%I = (select app.member())', key_column)
      when 'person' then format('%I = any((select app.subordinate_ids())::uuid[])', key_column)
      when 'credit' then case reach when 'all' then 'true' else format('%I = any((select app.subordinate_ids())::uuid[])', key_column) end
      when 'figure' then case reach when 'all' then 'true' else format('%1$I = any((select app.figure_people())::uuid[]) and (%1$I = any((select app.subordinate_ids())::uuid[])
        or (%1$I, month) in (select p.member_id, p.month from app.past_team_months() p))', key_column) end
      when 'pay' then format('(%I = any((select app.subordinate_ids())::uuid[]) or (select app.has_role(''director'')) or (select app.has_role(''auditor'')))', key_column)
      else 'true' end;
    whose := 'tenant_id = (select app.tenant())' || case when whose = 'true' then '' else ' and ' || whose end;
    execute format('revoke all on public.%I from %I', tbl, role_id);
    execute format('grant select on public.%I to %I', tbl, role_id);
    execute format('create policy %I on public.%I for select to %I using (%s%s)', reach || '_select', tbl, role_id, whose, may_read);
    if writes <> '{}' then
      foreach cmd in array commands loop
        execute format('grant %s on public.%I to %I', cmd, tbl, role_id);
        execute format('create policy %I on public.%I for %s to %I %s', reach || '_' || cmd, tbl, cmd, role_id,
          case cmd when 'insert' then format('with check (%s%s)', whose, may_write)
            when 'update' then format('using (%s%s) with check (%s%s)', whose, may_write, whose, may_write)
            else format('using (%s%s)', whose, may_write) end);
      end loop;
    end if;
  end loop;
  if exists (select from information_schema.columns where table_schema = 'public' and table_name = tbl and column_name = 'version') then
    execute format('create or replace trigger bump_version before update on public.%I for each row execute function app.bump_version()', tbl);
  end if;
  if audited then
    execute format('create or replace trigger audit_insert after insert on public.%I referencing new table as after_rows for each statement execute function app.audit_rows()', tbl);
    execute format('create or replace trigger audit_update after update on public.%I referencing old table as before_rows new table as after_rows for each statement execute function app.audit_rows()', tbl);
    execute format('create or replace trigger audit_delete after delete on public.%I referencing old table as before_rows for each statement execute function app.audit_rows()', tbl);
  end if;
  insert into app.isolated values (tbl, kind, reads, writes)
  on conflict (table_name) do update set kind = excluded.kind, reads = excluded.reads, writes = excluded.writes;
end $$;

select app.isolate('credit_month', 'figure', audited => false);
select app.isolate('plan_credit', 'figure', '{plan:keep}', audited => false);

/**
 * Plans without clients of people who have left the caller's teams, as far as their figures lie in the months in which they were in them and in
 * [from_day, to_day): the version's days as plan_version has them, figures as { startsOn, months, amount }.
 */
create function app.past_plans(from_day date, to_day date)
returns table (member_id uuid, name text, starts_on date, in_force_from date, next_from date, figure bigint, figures jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    with past as materialized (select p.member_id, p.month from app.past_team_months() p),
    version as (
      select v.id, v.member_id, p.starts_on, v.in_force_from, v.figure, lead(v.in_force_from) over (partition by v.plan_id order by v.in_force_from, v.number) as next_from
      from public.plan p join public.plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id
      where p.tenant_id = app.tenant() and p.kind = 'book' and v.in_force_from is not null and p.member_id in (select x.member_id from past x)
        and p.starts_on > from_day - interval '1 year' and p.starts_on < to_day
    )
    select v.member_id, m.name::text, v.starts_on, v.in_force_from, v.next_from, v.figure, f.figures
    from version v join public.member m on m.tenant_id = app.tenant() and m.id = v.member_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('startsOn', f.starts_on, 'months', f.months, 'amount', f.amount::text)) as figures from public.plan_figure f
      where f.tenant_id = app.tenant() and f.version_id = v.id
        and exists (select from past x where x.member_id = v.member_id and x.month >= f.starts_on and x.month < f.starts_on + make_interval(months => f.months))) f
    where f.figures is not null;
end $$;

select app.callable('app.past_team_months()', 'app.figure_people()', 'app.past_plans(date, date)');
reset check_function_bodies;
