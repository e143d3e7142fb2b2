-- The cellar: who is asking, what they reach, and app.isolate, which every table goes through.
-- Functions name tables of later migrations.
set check_function_bodies = off;
-- Runs as grange_owner. Schemas app and identity, roles and app.role_name() come from scripts/bootstrap.
create extension if not exists pgcrypto;

alter default privileges in schema app revoke execute on functions from public;
alter default privileges in schema identity revoke execute on functions from public;
alter default privileges revoke execute on functions from public;
revoke execute on function app.role_name(text) from public;

do $$
begin
  execute format('grant usage on schema app to %I, %I, %I, %I, %I', app.role_name('grange_app'), app.role_name('reach_few'),
    app.role_name('reach_many'), app.role_name('reach_all'), app.role_name('reach_guest'));
  execute format('grant usage on schema public to %I, %I, %I, %I', app.role_name('reach_few'),
    app.role_name('reach_many'), app.role_name('reach_all'), app.role_name('reach_guest'));
  execute format('grant usage on schema identity to %I', app.role_name('grange_app'));
  execute 'revoke create on schema public from public';
end $$;

-- Context of the transaction, written once by a door. A setting is '' after a commit, hence nullif.
create function app.tenant() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
create function app.member() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.member', true), '')::uuid $$;
create function app.today() returns date language sql stable parallel safe as
$$ select nullif(current_setting('app.today', true), '')::date $$;
create function app.ability() returns text language sql stable parallel safe as
$$ select nullif(current_setting('app.ability', true), '') $$;
create function app.action() returns text language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.action', true), ''), 'sql') $$;
create function app.request() returns text language sql stable parallel safe as
$$ select nullif(current_setting('app.request', true), '') $$;
-- Inside a definer function the setting still names the caller's role.
create function app.reaches_all() returns boolean language sql stable parallel safe as
$$ select current_setting('role', true) = app.role_name('reach_all') $$;

/** A refusal that lib/access maps to a message: the text is an error code of the `errors` namespace. */
create function app.refuse(code text, detail text default null) returns void language plpgsql as $$
begin
  raise exception using errcode = 'P0G01', message = code, detail = coalesce(detail, '');
end $$;

create table app.personal_column (table_name text not null, column_name text not null, primary key (table_name, column_name));
create table app.isolated (table_name text primary key, kind text not null, reads text[], writes text[] not null);

-- A key per human: their values in the audit trail can be told apart, never read, and no longer even told apart after erasure.
create table app.subject_key (tenant_id uuid not null, subject_id uuid not null, key bytea not null default gen_random_bytes(32),
  primary key (tenant_id, subject_id));

create function app.mask(for_tenant uuid, subject uuid, value jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
declare secret bytea;
begin
  if value is null or value = 'null' then return value; end if;
  insert into app.subject_key (tenant_id, subject_id) values (for_tenant, subject) on conflict do nothing;
  select k.key into secret from app.subject_key k where k.tenant_id = for_tenant and k.subject_id = subject;
  return jsonb_build_object('hmac', encode(public.hmac(convert_to(value::text, 'UTF8'), secret, 'sha256'), 'hex'));
end $$;

/** { column: [old, new] } of what differs; personal columns masked; bookkeeping columns left out. */
create function app.row_changes(tbl text, for_tenant uuid, subject uuid, before jsonb, after jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(jsonb_object_agg(k, case when p.column_name is null then jsonb_build_array(before -> k, after -> k)
    else jsonb_build_array(app.mask(for_tenant, subject, before -> k), app.mask(for_tenant, subject, after -> k)) end), '{}')
  from (select jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) k) keys
  left join app.personal_column p on p.table_name = tbl and p.column_name = k
  where k not in ('tenant_id', 'id', 'version', 'created_at', 'updated_at', 'token_hash')
    and (before -> k) is distinct from (after -> k)
    and not (coalesce(before -> k, 'null') = 'null' and coalesce(after -> k, 'null') = 'null')
$$;
alter function app.row_changes(text, uuid, uuid, jsonb, jsonb) volatile;

-- Statement-level, so that a bulk write costs one extra insert. Nobody calls it; app.isolate hangs it on every audited table.
create function app.audit_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  -- Without a tenant in the context this is a migration or the demo seed: nobody's action.
  if app.tenant() is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into public.audit_entry (tenant_id, member_id, action, op, table_name, row_id, client_id, changes, request)
    select (n.j ->> 'tenant_id')::uuid, app.member(), app.action(), 'insert', tg_table_name, (n.j ->> 'id')::uuid,
      coalesce(n.j ->> 'client_id', case when tg_table_name = 'client' then n.j ->> 'id' end)::uuid,
      app.row_changes(tg_table_name, (n.j ->> 'tenant_id')::uuid, coalesce(n.j ->> 'contact_id', n.j ->> 'id')::uuid, null, n.j), app.request()
    from (select to_jsonb(r) j from after_rows r) n;
  elsif tg_op = 'DELETE' then
    insert into public.audit_entry (tenant_id, member_id, action, op, table_name, row_id, client_id, changes, request)
    select (o.j ->> 'tenant_id')::uuid, app.member(), app.action(), 'delete', tg_table_name, (o.j ->> 'id')::uuid,
      coalesce(o.j ->> 'client_id', case when tg_table_name = 'client' then o.j ->> 'id' end)::uuid,
      app.row_changes(tg_table_name, (o.j ->> 'tenant_id')::uuid, coalesce(o.j ->> 'contact_id', o.j ->> 'id')::uuid, o.j, null), app.request()
    from (select to_jsonb(r) j from before_rows r) o;
  else
    insert into public.audit_entry (tenant_id, member_id, action, op, table_name, row_id, client_id, changes, request)
    select * from (
      select (n.j ->> 'tenant_id')::uuid, app.member(), app.action(), 'update', tg_table_name, (n.j ->> 'id')::uuid,
        coalesce(n.j ->> 'client_id', case when tg_table_name = 'client' then n.j ->> 'id' end)::uuid,
        app.row_changes(tg_table_name, (n.j ->> 'tenant_id')::uuid, coalesce(n.j ->> 'contact_id', n.j ->> 'id')::uuid, o.j, n.j) changes, app.request()
      from (select to_jsonb(r) j from after_rows r) n
      join (select to_jsonb(r) j from before_rows r) o on o.j ->> 'tenant_id' = n.j ->> 'tenant_id' and o.j ->> 'id' = n.j ->> 'id') d
    where d.changes <> '{}';
  end if;
  return null;
end $$;

/** An event that changes no row of an audited table (an export, a sign-in to a company). */
create function app.audit(what text, detail jsonb, for_client uuid default null) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into public.audit_entry (tenant_id, member_id, action, op, client_id, changes, request)
  values (app.tenant(), app.member(), what, 'event', for_client, detail, app.request())
$$;

create function app.bump_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;

-- What a member sees. Clients whose primary owner on that day is the member, or is in a team that the member leads (with the teams
-- below it), and clients on which the member is deputy or specialist while they have a primary owner (domain.md 13.2, 13.3).
-- SECURITY DEFINER: as invoker it would recurse into assignment's own policy.
create function app.reach_of(for_tenant uuid, for_member uuid, on_day date) returns uuid[]
language plpgsql stable parallel safe security definer set search_path = pg_catalog, public as $$
begin
  return (
    with recursive led as (
      select tm.team_id from public.team_member tm join public.member m on m.tenant_id = tm.tenant_id and m.id = tm.member_id
      where tm.tenant_id = for_tenant and tm.member_id = for_member and tm.role = 'lead' and 'lead' = any(m.roles)
        and tm.starts_on <= on_day and (tm.ends_on is null or tm.ends_on > on_day)
      union
      select l.team_id from public.team_link l join led on l.parent_id = led.team_id
      where l.tenant_id = for_tenant and l.starts_on <= on_day and (l.ends_on is null or l.ends_on > on_day)
    ), owners as (
      select for_member id
      union
      select tm.member_id from public.team_member tm join led using (team_id)
      where tm.tenant_id = for_tenant and tm.starts_on <= on_day and (tm.ends_on is null or tm.ends_on > on_day)
    ), seen as (
      select a.client_id from public.assignment a join owners o on a.member_id = o.id
      where a.tenant_id = for_tenant and a.role = 'primary' and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)
      union
      select a.client_id from public.assignment a
      where a.tenant_id = for_tenant and a.member_id = for_member and a.role <> 'primary'
        and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)
        and exists (select from public.assignment p where p.tenant_id = for_tenant and p.client_id = a.client_id and p.role = 'primary'
          and p.starts_on <= on_day and (p.ends_on is null or p.ends_on > on_day))
    )
    select coalesce(array_agg(client_id), '{}') from seen);
end $$;

create function app.client_ids() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog, public as
$$ select app.reach_of(app.tenant(), app.member(), app.today()) $$;

/** Members whose person-rows the caller may read as a lead: everyone in the teams below, and the caller. */
create function app.subordinate_ids() returns uuid[] language plpgsql stable parallel safe security definer set search_path = pg_catalog, public as $$
begin
  return (
    with recursive led as (
      select tm.team_id from public.team_member tm join public.member m on m.tenant_id = tm.tenant_id and m.id = tm.member_id
      where tm.tenant_id = app.tenant() and tm.member_id = app.member() and tm.role = 'lead' and 'lead' = any(m.roles)
        and tm.starts_on <= app.today() and (tm.ends_on is null or tm.ends_on > app.today())
      union
      select l.team_id from public.team_link l join led on l.parent_id = led.team_id
      where l.tenant_id = app.tenant() and l.starts_on <= app.today() and (l.ends_on is null or l.ends_on > app.today())
    )
    select array_agg(id) from (
      select app.member() id
      union
      select tm.member_id from public.team_member tm join led using (team_id)
      where tm.tenant_id = app.tenant() and tm.starts_on <= app.today() and (tm.ends_on is null or tm.ends_on > app.today())) s);
end $$;

create function app.has_role(wanted text) returns boolean language sql stable parallel safe security definer set search_path = pg_catalog, public as
$$ select exists (select from public.member m where m.tenant_id = app.tenant() and m.id = app.member() and wanted = any(m.roles)) $$;

/** Is this client in the caller's reach? For definer functions, which row security does not watch. */
create function app.reaches(client uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select case when app.reaches_all() then exists (select from public.client c where c.tenant_id = app.tenant() and c.id = client)
    else client = any(app.client_ids()) end
$$;

/**
 * Puts a table under row security: kind says whose rows they are (isolation.md "Tables"), writes which abilities may change them ('*' any),
 * reads which abilities may read them (null any), key the column that names the client (or the member, for person kinds), commands what
 * is granted besides SELECT. One policy per reach role and command: their form follows the size of the set. May be called again to change.
 */
create function app.isolate(tbl text, kind text, writes text[] default '{}', reads text[] default null, key text default null,
  commands text[] default '{insert,update,delete}', audited boolean default true, people text[] default '{owner_id}')
returns void language plpgsql as $$
declare
  reach text; cmd text; whose text; may_read text; may_write text; role_id text; pol record;
  key_column text := coalesce(key, case when kind in ('person', 'own', 'pay', 'credit') then 'member_id' else 'client_id' end);
  mine text := (select string_agg(format('%I = (select app.member())', p), ' or ') from unnest(people) p);
begin
  if kind not in ('tenant', 'client', 'work', 'person', 'own', 'pay', 'credit', 'admin') then raise exception 'app.isolate: unknown kind %', kind; end if;
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

/** Kind guest: lets a person behind a link read the named columns of the rows that satisfy the condition (it names app.guest_object()). */
create function app.guest_object() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.guest', true), '')::uuid $$;
create function app.share_with_guest(tbl text, columns text[], condition text) returns void language plpgsql as $$
declare role_id text := app.role_name('reach_guest');
begin
  execute format('grant select (%s) on public.%I to %I', (select string_agg(format('%I', c), ', ') from unnest(columns) c), tbl, role_id);
  execute format('create policy guest_select on public.%I for select to %I using (tenant_id = (select app.tenant()) and %s)', tbl, role_id, condition);
end $$;

/** Gives the running app and its reach roles the right to call functions. */
create function app.callable(variadic signatures text[]) returns void language plpgsql as $$
declare s text;
begin
  foreach s in array signatures loop
    execute format('grant execute on function %s to %I, %I, %I, %I', s, app.role_name('grange_app'), app.role_name('reach_few'),
      app.role_name('reach_many'), app.role_name('reach_all'));
  end loop;
end $$;

select app.callable('app.tenant()', 'app.member()', 'app.today()', 'app.ability()', 'app.action()', 'app.request()', 'app.reaches_all()',
  'app.refuse(text, text)', 'app.client_ids()', 'app.subordinate_ids()', 'app.has_role(text)', 'app.reaches(uuid)', 'app.audit(text, jsonb, uuid)',
  'app.role_name(text)', 'app.bump_version()');
do $$
begin
  execute format('grant execute on function app.tenant(), app.guest_object() to %I', app.role_name('reach_guest'));
end $$;
reset check_function_bodies;
