-- Assigning by the rules of lib/domain/transfer to the letter, held against what the caller saw; leaving; what can be undone.
drop function app.assign(uuid[], text, uuid, date, date, numeric, text);
drop function app.end_assignment(uuid, date);

create index transfer_created_idx on transfer (tenant_id, created_at);
create index assignment_starts_idx on assignment (tenant_id, starts_on);
create index assignment_deputy_idx on assignment (tenant_id, ends_on) where role = 'deputy';

-- Volatile for the lock: whoever is being given clients cannot leave in the same moment (app.retire_member locks the row too).
create or replace function app.may_assign(to_member uuid, on_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare m public.member;
begin
  if to_member is null then return; end if;
  select * into m from public.member x where x.tenant_id = app.tenant() and x.id = to_member for share;
  -- A lead gives clients to the people of the own subtree; admin and director to anyone.
  if m.id is null or not (app.reaches_all() or to_member = any(app.subordinate_ids())) then perform app.refuse('not-found'); end if;
  if m.left_on is not null and m.left_on <= on_day then perform app.refuse('member-left'); end if;
end $$;

/** Refuses a receiver who is not here on all these days, or whose roles do not work with clients in that part (lib/domain/transfer). */
create function app.must_fit(to_member uuid, as_role text, from_day date, until_day date) returns void
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare m public.member;
begin
  if to_member is null then return; end if;
  select * into m from public.member x where x.tenant_id = app.tenant() and x.id = to_member;
  if from_day < m.joined_on then perform app.refuse('before-joining'); end if;
  if m.left_on < coalesce(until_day, 'infinity') then perform app.refuse('member-left'); end if;
  if not m.roles && (case as_role when 'specialist' then '{specialist,kam,lead}'::text[] else '{kam,lead}' end) then perform app.refuse('without-role'); end if;
end $$;

/** What the assignments of a client look like: differs as soon as one of them does. As invoker, so row security answers out of reach. */
create function app.assignment_stamp(client uuid) returns text language sql stable set search_path = pg_catalog, public as $$
  select md5(coalesce(string_agg(a::text, '|' order by a.id), '')) from public.assignment a where a.tenant_id = app.tenant() and a.client_id = client
$$;

/** The most that others than the owner hold of a client on one day of [from_day, until_day). */
create function app.shares_beside(client uuid, from_day date, until_day date) returns numeric
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(max((select sum(o.share) from public.assignment o where o.tenant_id = app.tenant() and o.client_id = client and o.role <> 'primary'
    and o.starts_on <= d.day and (o.ends_on is null or o.ends_on > d.day))), 0)
  from (select from_day as day
    union select a.starts_on from public.assignment a where a.tenant_id = app.tenant() and a.client_id = client and a.role <> 'primary'
      and a.starts_on > from_day and (until_day is null or a.starts_on < until_day)) d
$$;

/** A row ends on that day; one that had not begun before it never was. Answers the change as a transfer logs it. */
create function app.cut_assignment(old public.assignment, on_day date) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
declare cut public.assignment;
begin
  if old.starts_on < on_day then
    update public.assignment a set ends_on = on_day where a.tenant_id = old.tenant_id and a.id = old.id returning * into cut;
    return jsonb_build_object('before', to_jsonb(old), 'after', to_jsonb(cut));
  end if;
  delete from public.assignment a where a.tenant_id = old.tenant_id and a.id = old.id;
  return jsonb_build_object('before', to_jsonb(old), 'after', null);
end $$;

create function app.open_assignment(client uuid, member uuid, as_role text, from_day date, until_day date, with_share numeric, because text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
declare made public.assignment;
begin
  insert into public.assignment (tenant_id, client_id, member_id, role, starts_on, ends_on, share, reason)
  values (app.tenant(), client, member, as_role, from_day, until_day, with_share, because) returning * into made;
  return jsonb_build_object('before', null, 'after', to_jsonb(made));
end $$;

/** From a day on (until another) the owner keeps no more than `at_most`; the days before and after stay as they are. Answers the changes. */
create function app.lower_owner_share(client uuid, from_day date, until_day date, at_most numeric) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
declare old public.assignment; new public.assignment; log jsonb := '[]'; last date;
begin
  for old in select a.* from public.assignment a where a.tenant_id = app.tenant() and a.client_id = client and a.role = 'primary' and a.share > at_most
      and daterange(a.starts_on, a.ends_on) && daterange(from_day, until_day) order by a.starts_on loop
    last := least(old.ends_on, until_day);
    if old.starts_on < from_day then
      log := log || app.cut_assignment(old, from_day);
      log := log || app.open_assignment(client, old.member_id, 'primary', from_day, last, at_most, old.reason);
    else
      update public.assignment a set share = at_most, ends_on = last where a.tenant_id = old.tenant_id and a.id = old.id returning * into new;
      log := log || jsonb_build_object('before', to_jsonb(old), 'after', to_jsonb(new));
    end if;
    if last is distinct from old.ends_on then
      log := log || app.open_assignment(client, old.member_id, 'primary', last, old.ends_on, old.share, old.reason);
    end if;
  end loop;
  return log;
end $$;

/** A lead moves clients that the own subtree owns today and on that day, not those on which they only help out. */
create function app.may_move(client uuid, on_day date, team uuid[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.reaches_all() or (
    exists (select from public.assignment a where a.tenant_id = app.tenant() and a.client_id = client and a.role = 'primary' and a.member_id = any(team)
      and a.starts_on <= app.today() and (a.ends_on is null or a.ends_on > app.today()))
    and not exists (select from public.assignment a where a.tenant_id = app.tenant() and a.client_id = client and a.role = 'primary' and not a.member_id = any(team)
      and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)))
$$;

/** Which of these clients an order would refuse, and why: the first reason of each in the order of lib/domain/transfer. */
create function app.assign_faults(clients uuid[], as_role text, to_member uuid, from_day date, until_day date, with_share numeric, seen jsonb)
returns table (client uuid, code text) language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare team uuid[] := app.subordinate_ids();
begin
  return query
    select f.id, f.why from (
      select c.id, case
        when seen is not null and seen ->> c.id::text is distinct from app.assignment_stamp(c.id) then 'conflict'
        when not app.may_move(c.id, from_day, team) then 'outside-team'
        when c.archived_at is not null then 'archived'
        when as_role = 'primary' then case
          when later.day > app.today() then 'later-change'
          when later.day is not null then 'before-start'
          when to_member is null and owner.id is null then 'already-unassigned'
          when owner.member_id = to_member then 'same-owner' end
        when as_role = 'deputy' and owner.id is null then 'no-owner'
        when as_role = 'deputy' and theirs.parts @> '{primary}' then 'deputy-is-owner'
        when as_role = 'deputy' and theirs.parts @> '{deputy}' then 'deputy-overlap'
        when as_role = 'specialist' and theirs.parts @> '{specialist}' then 'specialist-overlap'
        when as_role = 'specialist' and theirs.parts @> '{primary}' then 'same-owner'
        when as_role = 'specialist' and app.shares_beside(c.id, from_day, until_day) + coalesce(with_share, 0) > 100 then 'share-over-100' end why
      from public.client c
      left join public.assignment owner on owner.tenant_id = c.tenant_id and owner.client_id = c.id and owner.role = 'primary'
        and owner.starts_on <= from_day and (owner.ends_on is null or owner.ends_on > from_day)
      left join lateral (select min(a.starts_on) as day from public.assignment a
        where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary' and a.starts_on > from_day) later on true
      left join lateral (select array_agg(a.role) parts from public.assignment a where a.tenant_id = c.tenant_id and a.client_id = c.id and a.member_id = to_member
        and daterange(a.starts_on, a.ends_on) && daterange(from_day, until_day)) theirs on true
      where c.tenant_id = app.tenant() and c.id = any(clients)) f
    where f.why is not null;
end $$;

/**
 * Gives clients to a member in a role from a day on ([from_day, until_day)); for role primary a null member takes them away. One order, one
 * transaction, undone by app.undo_transfer. seen: { client id: app.assignment_stamp } as the caller's preview had it; another stamp by now
 * is refused as 'conflict'; null does not look. The rules are those of lib/domain/transfer, which draws the preview. Answers the transfer's id.
 */
create function app.assign(clients uuid[], as_role text, to_member uuid, from_day date, until_day date, with_share numeric, because text, seen jsonb default null)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare made uuid := gen_random_uuid(); log jsonb := '[]'; olds public.assignment[] := '{}'; fault record; one uuid; n int;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  if cardinality(clients) = 0 then perform app.refuse('nothing-chosen'); end if;
  if as_role not in ('primary', 'deputy', 'specialist') or (as_role <> 'primary' and to_member is null) then perform app.refuse('invalid'); end if;
  if as_role = 'deputy' and until_day is null then perform app.refuse('deputy-without-end'); end if;
  if until_day <= from_day or (as_role = 'primary' and until_day is not null) then perform app.refuse('impossible-period'); end if;
  perform app.may_assign(to_member, from_day);
  -- In id order, so that two orders over the same clients wait for each other instead of deadlocking. Only then is anything looked at.
  perform 1 from public.client x where x.tenant_id = app.tenant() and x.id = any(clients) order by x.id for update;
  select count(*) into n from public.client x where x.tenant_id = app.tenant() and x.id = any(clients) and (app.reaches_all() or x.id = any((select app.client_ids())::uuid[]));
  if n <> (select count(distinct id) from unnest(clients) id) then perform app.refuse('not-found'); end if;
  perform app.must_fit(to_member, as_role, from_day, until_day);
  select * into fault from app.assign_faults(clients, as_role, to_member, from_day, until_day, with_share, seen) f order by f.client limit 1;
  if fault.code is not null then perform app.refuse(fault.code, fault.client::text); end if;
  if as_role = 'primary' then
    -- The owner's row ends, and so does any in which the new owner stood in for one; rows that had not begun before that day never were.
    select coalesce(array_agg(a order by a.client_id, a.starts_on, a.id), '{}') into olds from public.assignment a where a.tenant_id = app.tenant()
      and a.client_id = any(clients) and (a.ends_on is null or a.ends_on > from_day) and (a.role = 'primary' or (a.role = 'deputy' and a.member_id = to_member));
    update public.assignment a set ends_on = from_day from unnest(olds) o where a.tenant_id = o.tenant_id and a.id = o.id and a.starts_on < from_day;
    delete from public.assignment a using unnest(olds) o where a.tenant_id = o.tenant_id and a.id = o.id and a.starts_on >= from_day;
    select coalesce(jsonb_agg(jsonb_build_object('before', to_jsonb(o), 'after', to_jsonb(a))), '[]') into log
    from unnest(olds) o left join public.assignment a on a.tenant_id = o.tenant_id and a.id = o.id;
  elsif as_role = 'specialist' and with_share > 0 then
    -- A share comes out of the owner's, in this period alone.
    foreach one in array clients loop
      log := log || app.lower_owner_share(one, from_day, until_day, 100 - app.shares_beside(one, from_day, until_day) - with_share);
    end loop;
  end if;
  if to_member is not null then
    with opened as (
      insert into public.assignment (tenant_id, client_id, member_id, role, starts_on, ends_on, share, reason)
      select c.tenant_id, c.id, to_member, as_role, from_day, until_day, case as_role when 'deputy' then 0 when 'specialist' then coalesce(with_share, 0)
        else coalesce(with_share, greatest(0, 100 - app.shares_beside(c.id, from_day, null))) end, because
      from public.client c where c.tenant_id = app.tenant() and c.id = any(clients) order by c.id returning *)
    select log || jsonb_agg(jsonb_build_object('before', null, 'after', to_jsonb(opened))) into log from opened;
  end if;
  insert into public.transfer (tenant_id, id, role, to_member_id, effective_on, reason, client_count, changes)
  values (app.tenant(), made, as_role, to_member, from_day, because, n, log);
  return made;
end $$;

/** Are the rows still as the order left them? */
create function app.is_untouched(changes jsonb) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select not exists (select from jsonb_array_elements(changes) x
    left join public.assignment a on a.tenant_id = app.tenant() and a.id = (x -> 'after' ->> 'id')::uuid
    where x ->> 'after' is not null and to_jsonb(a) is distinct from x -> 'after')
$$;

/** Would putting back what was before give something to a member who has left by then? */
create function app.gives_to_the_gone(changes jsonb) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from jsonb_array_elements(changes) x
    join public.member m on m.tenant_id = app.tenant() and m.id = (x -> 'before' ->> 'member_id')::uuid
    where m.left_on < coalesce((x -> 'before' ->> 'ends_on')::date, 'infinity'))
$$;

/** Puts back what an order of the caller's changed, if nothing else has touched those rows since. */
create or replace function app.undo_transfer(which uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare t public.transfer;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  select * into t from public.transfer x where x.tenant_id = app.tenant() and x.id = which and x.created_by = app.member() for update;
  if t.id is null then perform app.refuse('not-found'); end if;
  if t.undone_at is not null then perform app.refuse('already-undone'); end if;
  perform 1 from public.client c where c.tenant_id = app.tenant()
    and c.id in (select (coalesce(x -> 'after' ->> 'client_id', x -> 'before' ->> 'client_id'))::uuid from jsonb_array_elements(t.changes) x) order by c.id for update;
  if not app.is_untouched(t.changes) then perform app.refuse('changed-since'); end if;
  if app.gives_to_the_gone(t.changes) then perform app.refuse('member-left'); end if;
  -- A lead undoes inside the own subtree, as it is today.
  -- Neither does it come back from a team that the receiver has gone to since.
  if not app.reaches_all() and exists (select from jsonb_array_elements(t.changes) x, lateral (values (x -> 'before'), (x -> 'after')) side (row)
      where side.row ->> 'role' = 'primary' and not (side.row ->> 'member_id')::uuid = any((select app.subordinate_ids())::uuid[])) then
    perform app.refuse('outside-team');
  end if;
  -- First take away what the order made, then put back what it closed: the exclusion constraint allows no other sequence.
  delete from public.assignment a using jsonb_array_elements(t.changes) x
  where a.tenant_id = app.tenant() and a.id = (x -> 'after' ->> 'id')::uuid and x ->> 'before' is null;
  update public.assignment a set ends_on = (x -> 'before' ->> 'ends_on')::date, share = (x -> 'before' ->> 'share')::numeric
  from jsonb_array_elements(t.changes) x where a.tenant_id = app.tenant() and a.id = (x -> 'before' ->> 'id')::uuid and x ->> 'after' is not null;
  insert into public.assignment
  select (jsonb_populate_record(null::public.assignment, x -> 'before')).* from jsonb_array_elements(t.changes) x where x ->> 'after' is null;
  update public.transfer x set undone_at = now() where x.tenant_id = app.tenant() and x.id = which;
exception when exclusion_violation then
  perform app.refuse('changed-since');
end $$;

/** Ends a deputy's or specialist's assignment on a day; one that has not begun by then is taken back. Answers a transfer that undoes it. */
create function app.end_assignment(which uuid, on_day date) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare a public.assignment; made uuid := gen_random_uuid();
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  perform 1 from public.client c where c.tenant_id = app.tenant() and c.id = (select x.client_id from public.assignment x where x.tenant_id = app.tenant() and x.id = which) for update;
  select * into a from public.assignment x where x.tenant_id = app.tenant() and x.id = which for update;
  if a.id is null or not app.reaches(a.client_id) then perform app.refuse('not-found'); end if;
  if not app.may_move(a.client_id, app.today(), app.subordinate_ids()) then perform app.refuse('outside-team'); end if;
  if a.role = 'primary' then perform app.refuse('invalid'); end if;
  if a.ends_on is not null and a.ends_on <= on_day then perform app.refuse('impossible-period'); end if;
  insert into public.transfer (tenant_id, id, role, to_member_id, effective_on, client_count, changes)
  values (app.tenant(), made, a.role, null, on_day, 1, jsonb_build_array(app.cut_assignment(a, on_day)));
  return made;
end $$;

/**
 * Someone leaves on a day, and everything of theirs goes on: targets names for each client that they own from that day on the member who
 * takes it, or null for nobody; deputy's and specialist's parts end. Ordered changes stay as ordered, so each new owner gets exactly the days
 * that the leaver would have had. Then app.retire_member, in the same transaction.
 */
create function app.hand_over_and_retire(which uuid, on_day date, targets jsonb, because text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare one uuid; target uuid; row public.assignment; deputy public.assignment; logs jsonb := '{}'; log jsonb; first_day date; slot text; part text;
begin
  if app.ability() is distinct from 'people:edit' then perform app.refuse('forbidden'); end if;
  if which = app.member() then perform app.refuse('not-yourself'); end if;
  perform 1 from public.member m where m.tenant_id = app.tenant() and m.id = which and m.left_on is null for update;
  if not found then perform app.refuse('not-found'); end if;
  for target in select distinct value::uuid id from jsonb_each_text(targets) where value is not null order by id loop
    if target = which then perform app.refuse('member-left'); end if;
    perform app.may_assign(target, on_day);
    perform app.must_fit(target, 'primary', on_day, null);
  end loop;
  perform 1 from public.client c where c.tenant_id = app.tenant() and (targets ? c.id::text or c.id in (select a.client_id from public.assignment a
    where a.tenant_id = app.tenant() and a.member_id = which and (a.ends_on is null or a.ends_on > on_day))) order by c.id for update;
  for one in select key::uuid from jsonb_each(targets) loop
    if not exists (select from public.client c where c.tenant_id = app.tenant() and c.id = one) then perform app.refuse('not-found'); end if;
    if not exists (select from public.assignment a where a.tenant_id = app.tenant() and a.client_id = one and a.member_id = which and a.role = 'primary'
      and (a.ends_on is null or a.ends_on > on_day)) then perform app.refuse('conflict', one::text); end if;
  end loop;
  for row in select a.* from public.assignment a where a.tenant_id = app.tenant() and a.member_id = which and (a.ends_on is null or a.ends_on > on_day)
      order by a.client_id, a.starts_on, a.id loop
    if row.role = 'primary' and not targets ? row.client_id::text then perform app.refuse('still-owns-clients', row.client_id::text); end if;
    target := case when row.role = 'primary' then (targets ->> row.client_id::text)::uuid end;
    first_day := greatest(row.starts_on, on_day);
    log := jsonb_build_array(app.cut_assignment(row, on_day));
    if target is not null then
      for deputy in select a.* from public.assignment a where a.tenant_id = app.tenant() and a.client_id = row.client_id and a.member_id = target and a.role = 'deputy'
          and daterange(a.starts_on, a.ends_on) && daterange(first_day, row.ends_on) order by a.starts_on loop
        log := log || app.cut_assignment(deputy, first_day);
      end loop;
      log := log || app.open_assignment(row.client_id, target, 'primary', first_day, row.ends_on, row.share, because);
    end if;
    slot := row.role || ':' || coalesce(target::text, '');
    logs := logs || jsonb_build_object(slot, coalesce(logs -> slot, '[]') || log);
  end loop;
  for slot, log in select key, value from jsonb_each(logs) loop
    part := split_part(slot, ':', 1);
    insert into public.transfer (tenant_id, role, to_member_id, effective_on, reason, client_count, changes)
    values (app.tenant(), part, nullif(split_part(slot, ':', 2), '')::uuid, on_day, because,
      (select count(distinct coalesce(x -> 'before' ->> 'client_id', x -> 'after' ->> 'client_id')) from jsonb_array_elements(log) x), log);
  end loop;
  perform app.retire_member(which, on_day);
end $$;

/**
 * The newest orders: all of the company for whoever reaches all of it, else the caller's own. rows: the assignments as it left them. undoable:
 * app.undo_transfer would do it now, as far as the rows themselves say.
 */
create function app.recent_transfers(at_most int) returns table (id uuid, role text, to_member uuid, from_members uuid[], starts_on date, ends_on date,
  reason text, clients uuid[], rows uuid[], created_by uuid, created_at timestamptz, undone_at timestamptz, undoable boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if app.ability() is distinct from 'assignment:edit' then return; end if;
  return query
    select t.id, t.role, t.to_member_id,
      array(select distinct (x -> 'before' ->> 'member_id')::uuid from jsonb_array_elements(t.changes) x where x -> 'before' ->> 'role' = t.role
        and (x -> 'before' ->> 'member_id')::uuid is distinct from t.to_member_id),
      t.effective_on, (select max((x -> 'after' ->> 'ends_on')::date) from jsonb_array_elements(t.changes) x where x ->> 'before' is null and t.role <> 'primary'),
      t.reason,
      array(select distinct (coalesce(x -> 'after' ->> 'client_id', x -> 'before' ->> 'client_id'))::uuid from jsonb_array_elements(t.changes) x),
      array(select (x -> 'after' ->> 'id')::uuid from jsonb_array_elements(t.changes) x where x ->> 'after' is not null),
      t.created_by, t.created_at, t.undone_at,
      t.undone_at is null and t.created_by = app.member()
        and app.is_untouched(t.changes) and not app.gives_to_the_gone(t.changes)
    from public.transfer t
    where t.tenant_id = app.tenant() and (app.reaches_all() or t.created_by = app.member())
    order by t.created_at desc, t.id limit at_most;
end $$;

select app.callable('app.assign(uuid[], text, uuid, date, date, numeric, text, jsonb)', 'app.assignment_stamp(uuid)', 'app.end_assignment(uuid, date)',
  'app.hand_over_and_retire(uuid, date, jsonb, text)', 'app.recent_transfers(int)');
