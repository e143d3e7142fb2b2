-- Who works with a client, when, and the only ways to change that.
create table assignment (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('primary', 'deputy', 'specialist')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  share numeric(5, 2) not null default 0 check (share between 0 and 100 and (role <> 'deputy' or share = 0)),
  reason text,
  created_by uuid default app.member(),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  -- No two primary owners at a time; nobody twice in the same role at a time.
  constraint assignment_one_primary exclude using gist (tenant_id with =, client_id with =, daterange(starts_on, ends_on) with &&) where (role = 'primary'),
  constraint assignment_once exclude using gist (tenant_id with =, client_id with =, member_id with =, role with =, daterange(starts_on, ends_on) with &&)
);
create index assignment_client_idx on assignment (tenant_id, client_id);
create index assignment_member_idx on assignment (tenant_id, member_id, role);

create table transfer (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  role text not null check (role in ('primary', 'deputy', 'specialist')),
  to_member_id uuid,
  effective_on date not null,
  reason text,
  client_count int not null,
  changes jsonb not null,
  created_by uuid not null default app.member(),
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, to_member_id) references member (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);

select app.isolate('assignment', 'client');
-- A transfer names clients that its maker reached on that day: only the maker may read it back.
select app.isolate('transfer', 'own', key => 'created_by');

-- On no day do the shares of a client exceed 100 %. Deferred: an order may close one row and open another.
create function app.guard_shares() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (
    select from public.assignment d
    join public.assignment a on a.tenant_id = d.tenant_id and a.client_id = d.client_id
      and a.starts_on <= d.starts_on and (a.ends_on is null or a.ends_on > d.starts_on)
    where d.tenant_id = new.tenant_id and d.client_id = new.client_id group by d.id, d.starts_on having sum(a.share) > 100) then
    perform app.refuse('share-over-100');
  end if;
  return null;
end $$;
create constraint trigger guard_shares after insert or update on assignment deferrable initially deferred
  for each row when (new.share > 0) execute function app.guard_shares();

create function app.may_assign(to_member uuid, on_day date) returns void
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare m public.member;
begin
  if to_member is null then return; end if;
  select * into m from public.member x where x.tenant_id = app.tenant() and x.id = to_member;
  -- A lead gives clients to the people of the own subtree; admin and director to anyone.
  if m.id is null or not (app.reaches_all() or to_member = any(app.subordinate_ids())) then perform app.refuse('not-found'); end if;
  if m.left_on is not null and m.left_on <= on_day then perform app.refuse('member-left'); end if;
end $$;

/**
 * Gives clients to a member in a role from a day on ([from_day, until_day)); for role primary a null member takes them away. One order, one
 * transaction, undone by app.undo_transfer. The rules are those of lib/domain/assignment, which draws the preview. Answers the transfer's id.
 */
create function app.assign(clients uuid[], as_role text, to_member uuid, from_day date, until_day date, with_share numeric, because text) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  one uuid; now_row public.assignment; row public.assignment; made uuid := gen_random_uuid(); log jsonb := '[]'; share_left numeric;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  if as_role = 'primary' and until_day is not null then perform app.refuse('impossible-period'); end if;
  if as_role <> 'primary' and to_member is null then perform app.refuse('invalid'); end if;
  if until_day <= from_day then perform app.refuse('impossible-period'); end if;
  perform app.may_assign(to_member, from_day);
  -- In id order, so that two orders over the same clients wait for each other instead of deadlocking.
  for one in select c.id from public.client c where c.tenant_id = app.tenant() and c.id = any(clients) order by c.id for update loop
    if not app.reaches(one) then perform app.refuse('not-found'); end if;
    if exists (select from public.client c where c.tenant_id = app.tenant() and c.id = one and c.archived_at is not null) then perform app.refuse('archived', one::text); end if;
    select * into now_row from public.assignment a where a.tenant_id = app.tenant() and a.client_id = one and a.role = 'primary'
      and a.starts_on <= from_day and (a.ends_on is null or a.ends_on > from_day);
    if as_role = 'primary' then
      if exists (select from public.assignment a where a.tenant_id = app.tenant() and a.client_id = one and a.role = 'primary' and a.starts_on > from_day) then
        perform app.refuse('later-change', one::text);
      end if;
      if now_row.member_id is not distinct from to_member then perform app.refuse('same-owner', one::text); end if;
      if now_row.id is not null and now_row.starts_on = from_day then
        delete from public.assignment a where a.tenant_id = app.tenant() and a.id = now_row.id;
        log := log || jsonb_build_object('before', to_jsonb(now_row), 'after', null);
      elsif now_row.id is not null then
        update public.assignment a set ends_on = from_day where a.tenant_id = app.tenant() and a.id = now_row.id returning * into row;
        log := log || jsonb_build_object('before', to_jsonb(now_row), 'after', to_jsonb(row));
      end if;
      if to_member is null then continue; end if;
      share_left := 100 - coalesce((select sum(a.share) from public.assignment a where a.tenant_id = app.tenant() and a.client_id = one and a.role = 'specialist'
        and (a.ends_on is null or a.ends_on > from_day)), 0);
    elsif now_row.member_id = to_member then
      perform app.refuse('same-owner', one::text);
    end if;
    insert into public.assignment (tenant_id, client_id, member_id, role, starts_on, ends_on, share, reason)
    values (app.tenant(), one, to_member, as_role, from_day, until_day,
      case as_role when 'primary' then coalesce(with_share, share_left) when 'deputy' then 0 else coalesce(with_share, 0) end, because)
    returning * into row;
    log := log || jsonb_build_object('before', null, 'after', to_jsonb(row));
    -- The owner keeps what a specialist's share leaves.
    if as_role = 'specialist' and row.share > 0 and now_row.id is not null then
      update public.assignment a set share = a.share - greatest(0, a.share + row.share - 100) where a.tenant_id = app.tenant() and a.id = now_row.id and a.share + row.share > 100
      returning * into row;
      if found then log := log || jsonb_build_object('before', to_jsonb(now_row), 'after', to_jsonb(row)); end if;
    end if;
  end loop;
  if (select count(distinct id) from unnest(clients) id) <> (select count(*) from public.client c where c.tenant_id = app.tenant() and c.id = any(clients)) then
    perform app.refuse('not-found');
  end if;
  insert into public.transfer (tenant_id, id, role, to_member_id, effective_on, reason, client_count, changes)
  values (app.tenant(), made, as_role, to_member, from_day, because, cardinality(clients), log);
  return made;
end $$;

/** Puts back what an order of the caller's changed, if nothing else has touched those rows since. */
create function app.undo_transfer(which uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare t public.transfer; change jsonb; now_json jsonb; old public.assignment;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  select * into t from public.transfer x where x.tenant_id = app.tenant() and x.id = which and x.created_by = app.member() for update;
  if t.id is null then perform app.refuse('not-found'); end if;
  if t.undone_at is not null then perform app.refuse('already-undone'); end if;
  perform 1 from public.client c where c.tenant_id = app.tenant()
    and c.id in (select (coalesce(x -> 'after' ->> 'client_id', x -> 'before' ->> 'client_id'))::uuid from jsonb_array_elements(t.changes) x) order by c.id for update;
  -- First take away what the order made, then put back what it closed: the exclusion constraint allows no other sequence.
  for change in select x from jsonb_array_elements(t.changes) with ordinality e(x, n) order by (x ->> 'before') is not null, n loop
    if change ->> 'after' is not null then
      select to_jsonb(a) into now_json from public.assignment a where a.tenant_id = app.tenant() and a.id = (change -> 'after' ->> 'id')::uuid;
      if now_json is distinct from change -> 'after' then perform app.refuse('changed-since'); end if;
    end if;
    if change ->> 'before' is null then
      delete from public.assignment a where a.tenant_id = app.tenant() and a.id = (change -> 'after' ->> 'id')::uuid;
    else
      old := jsonb_populate_record(null::public.assignment, change -> 'before');
      if change ->> 'after' is null then insert into public.assignment select old.*;
      else
        update public.assignment a set ends_on = old.ends_on, share = old.share where a.tenant_id = app.tenant() and a.id = old.id;
      end if;
    end if;
  end loop;
  update public.transfer x set undone_at = now() where x.tenant_id = app.tenant() and x.id = which;
end $$;

/** Ends a deputy's or specialist's assignment on a day; one that has not begun by then is taken back. */
create function app.end_assignment(which uuid, on_day date) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare a public.assignment;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  select * into a from public.assignment x where x.tenant_id = app.tenant() and x.id = which for update;
  if a.id is null or not app.reaches(a.client_id) then perform app.refuse('not-found'); end if;
  if a.role = 'primary' then perform app.refuse('invalid'); end if;
  if a.ends_on is not null and a.ends_on <= on_day then perform app.refuse('impossible-period'); end if;
  if a.starts_on >= on_day then delete from public.assignment x where x.tenant_id = app.tenant() and x.id = which;
  else update public.assignment x set ends_on = on_day where x.tenant_id = app.tenant() and x.id = which;
  end if;
end $$;

/**
 * A new client with its owner from a day on: a KAM's own; a lead may name someone of the subtree, admin and director anyone or nobody.
 * fields: the columns of client as json. A code is given when left out. Answers the id.
 */
create function app.create_client(fields jsonb, owner uuid, from_day date) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare c public.client; made uuid := gen_random_uuid();
begin
  if app.ability() is distinct from 'client:create' then perform app.refuse('forbidden'); end if;
  if owner is null and not app.reaches_all() then perform app.refuse('owner-needed'); end if;
  perform app.may_assign(owner, from_day);
  c := jsonb_populate_record(null::public.client, fields);
  if c.code is null then
    perform pg_advisory_xact_lock(hashtext('client_code'), hashtext(app.tenant()::text));
    c.code := (select coalesce(max(x.code::int), 1000) + 1 from public.client x where x.tenant_id = app.tenant() and x.code ~ '^\d{1,9}$')::text;
  end if;
  insert into public.client (tenant_id, id, code, kind, name, legal_name, name_key, parent_id, inn, kpp, ogrn, industry_id, region_id, city, zone, website, tier, work_mode, since, note)
  values (app.tenant(), made, c.code, c.kind, c.name, c.legal_name, c.name_key, c.parent_id, c.inn, c.kpp, c.ogrn, c.industry_id, c.region_id, c.city, c.zone,
    c.website, c.tier, coalesce(c.work_mode, 'mixed'), c.since, c.note);
  if owner is not null then
    insert into public.assignment (tenant_id, client_id, member_id, role, starts_on, share) values (app.tenant(), made, owner, 'primary', from_day, 100);
  end if;
  return made;
end $$;

/** Someone leaves on a day: refused while clients would stay with them; ends team places, and every session in this company from that day. */
create function app.retire_member(which uuid, on_day date) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare n int;
begin
  if app.ability() is distinct from 'people:edit' then perform app.refuse('forbidden'); end if;
  perform 1 from public.member m where m.tenant_id = app.tenant() and m.id = which and m.left_on is null for update;
  if not found then perform app.refuse('not-found'); end if;
  select count(distinct a.client_id) into n from public.assignment a
  where a.tenant_id = app.tenant() and a.member_id = which and (a.ends_on is null or a.ends_on > on_day);
  if n > 0 then perform app.refuse('still-owns-clients', n::text); end if;
  delete from public.team_member t where t.tenant_id = app.tenant() and t.member_id = which and t.starts_on >= on_day;
  update public.team_member t set ends_on = on_day where t.tenant_id = app.tenant() and t.member_id = which and (t.ends_on is null or t.ends_on > on_day);
  update public.member m set left_on = greatest(on_day, m.joined_on) where m.tenant_id = app.tenant() and m.id = which;
  if on_day <= app.today() then perform identity.end_sessions_in(app.tenant(), which); end if;
end $$;

select app.callable('app.assign(uuid[], text, uuid, date, date, numeric, text)', 'app.undo_transfer(uuid)', 'app.end_assignment(uuid, date)',
  'app.create_client(jsonb, uuid, date)', 'app.retire_member(uuid, date)');
