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

/** Refuses a receiver who was not here on that day, or whose roles do not work with clients in that part (lib/domain/roles). */
create function app.must_fit(to_member uuid, as_role text, on_day date) returns void
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare m public.member;
begin
  if to_member is null then return; end if;
  select * into m from public.member x where x.tenant_id = app.tenant() and x.id = to_member;
  if on_day < m.joined_on then perform app.refuse('before-joining'); end if;
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
create function app.must_lead(client uuid, on_day date) returns void
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare team uuid[] := app.subordinate_ids(); today date := app.today();
begin
  if app.reaches_all() then return; end if;
  if not exists (select from public.assignment a where a.tenant_id = app.tenant() and a.client_id = client and a.role = 'primary' and a.member_id = any(team)
      and a.starts_on <= today and (a.ends_on is null or a.ends_on > today))
    or exists (select from public.assignment a where a.tenant_id = app.tenant() and a.client_id = client and a.role = 'primary' and not a.member_id = any(team)
      and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)) then
    perform app.refuse('outside-team', client::text);
  end if;
end $$;

/**
 * Gives clients to a member in a role from a day on ([from_day, until_day)); for role primary a null member takes them away. One order, one
 * transaction, undone by app.undo_transfer. seen: { client id: app.assignment_stamp } as the caller's preview had it; another stamp by now
 * is refused as 'conflict'; null does not look. The rules are those of lib/domain/transfer, which draws the preview. Answers the transfer's id.
 */
create function app.assign(clients uuid[], as_role text, to_member uuid, from_day date, until_day date, with_share numeric, because text, seen jsonb default null)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  c public.client; owner public.assignment; row public.assignment; made uuid := gen_random_uuid(); log jsonb := '[]'; next_day date; n int; free numeric;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  if cardinality(clients) = 0 then perform app.refuse('nothing-chosen'); end if;
  if as_role <> 'primary' and to_member is null then perform app.refuse('invalid'); end if;
  if as_role = 'deputy' and until_day is null then perform app.refuse('deputy-without-end'); end if;
  if until_day <= from_day or (as_role = 'primary' and until_day is not null) then perform app.refuse('impossible-period'); end if;
  perform app.may_assign(to_member, from_day);
  -- In id order, so that two orders over the same clients wait for each other instead of deadlocking. Only then is anything looked at.
  perform 1 from public.client x where x.tenant_id = app.tenant() and x.id = any(clients) order by x.id for update;
  select count(*) into n from public.client x where x.tenant_id = app.tenant() and x.id = any(clients) and (app.reaches_all() or x.id = any((select app.client_ids())::uuid[]));
  if n <> (select count(distinct id) from unnest(clients) id) then perform app.refuse('not-found'); end if;
  perform app.must_fit(to_member, as_role, from_day);
  for c in select x.* from public.client x where x.tenant_id = app.tenant() and x.id = any(clients) order by x.id loop
    if seen is not null and seen ->> c.id::text is distinct from app.assignment_stamp(c.id) then perform app.refuse('conflict', c.id::text); end if;
    perform app.must_lead(c.id, from_day);
    if c.archived_at is not null then perform app.refuse('archived', c.id::text); end if;
    select * into owner from public.assignment a where a.tenant_id = app.tenant() and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= from_day and (a.ends_on is null or a.ends_on > from_day);
    case as_role
    when 'primary' then
      select min(a.starts_on) into next_day from public.assignment a where a.tenant_id = app.tenant() and a.client_id = c.id and a.role = 'primary' and a.starts_on > from_day;
      if next_day is not null then perform app.refuse(case when next_day > app.today() then 'later-change' else 'before-start' end, c.id::text); end if;
      if to_member is null and owner.id is null then perform app.refuse('already-unassigned', c.id::text); end if;
      if owner.member_id = to_member then perform app.refuse('same-owner', c.id::text); end if;
      if owner.id is not null then log := log || app.cut_assignment(owner, from_day); end if;
      if to_member is null then continue; end if;
      -- Whoever becomes the owner no longer stands in for one.
      for row in select a.* from public.assignment a where a.tenant_id = app.tenant() and a.client_id = c.id and a.member_id = to_member and a.role = 'deputy'
          and (a.ends_on is null or a.ends_on > from_day) order by a.starts_on loop
        log := log || app.cut_assignment(row, from_day);
      end loop;
      free := greatest(0, 100 - app.shares_beside(c.id, from_day, null));
      log := log || app.open_assignment(c.id, to_member, 'primary', from_day, null, coalesce(with_share, free), because);
    when 'deputy' then
      if owner.id is null then perform app.refuse('no-owner', c.id::text); end if;
      select * into row from public.assignment a where a.tenant_id = app.tenant() and a.client_id = c.id and a.member_id = to_member and a.role <> 'specialist'
        and daterange(a.starts_on, a.ends_on) && daterange(from_day, until_day) order by a.role = 'deputy' limit 1;
      if row.id is not null then perform app.refuse(case row.role when 'primary' then 'deputy-is-owner' else 'deputy-overlap' end, c.id::text); end if;
      log := log || app.open_assignment(c.id, to_member, 'deputy', from_day, until_day, 0, because);
    when 'specialist' then
      select * into row from public.assignment a where a.tenant_id = app.tenant() and a.client_id = c.id and a.member_id = to_member and a.role <> 'deputy'
        and daterange(a.starts_on, a.ends_on) && daterange(from_day, until_day) order by a.role = 'specialist' limit 1;
      if row.id is not null then perform app.refuse(case row.role when 'primary' then 'same-owner' else 'specialist-overlap' end, c.id::text); end if;
      -- The owner keeps what the specialists' shares leave, on the days that they have it.
      free := 100 - app.shares_beside(c.id, from_day, until_day) - coalesce(with_share, 0);
      if free < 0 then perform app.refuse('share-over-100', c.id::text); end if;
      log := log || app.lower_owner_share(c.id, from_day, until_day, free);
      log := log || app.open_assignment(c.id, to_member, 'specialist', from_day, until_day, coalesce(with_share, 0), because);
    else perform app.refuse('invalid');
    end case;
  end loop;
  insert into public.transfer (tenant_id, id, role, to_member_id, effective_on, reason, client_count, changes)
  values (app.tenant(), made, as_role, to_member, from_day, because, n, log);
  return made;
end $$;

/** Would putting back `before` give something to a member who has left by then? */
create function app.gives_to_the_gone(change jsonb) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.member m where m.tenant_id = app.tenant() and m.id = (change -> 'before' ->> 'member_id')::uuid
    and m.left_on < coalesce((change -> 'before' ->> 'ends_on')::date, 'infinity'))
$$;

/** Is the row still as the order left it? */
create function app.is_untouched(change jsonb) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select change ->> 'after' is null or exists (select from public.assignment a where a.tenant_id = app.tenant() and a.id = (change -> 'after' ->> 'id')::uuid
    and to_jsonb(a) = change -> 'after')
$$;

/** Puts back what an order of the caller's changed, if nothing else has touched those rows since. */
create or replace function app.undo_transfer(which uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare t public.transfer; change jsonb; old public.assignment;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  select * into t from public.transfer x where x.tenant_id = app.tenant() and x.id = which and x.created_by = app.member() for update;
  if t.id is null then perform app.refuse('not-found'); end if;
  if t.undone_at is not null then perform app.refuse('already-undone'); end if;
  perform 1 from public.client c where c.tenant_id = app.tenant()
    and c.id in (select (coalesce(x -> 'after' ->> 'client_id', x -> 'before' ->> 'client_id'))::uuid from jsonb_array_elements(t.changes) x) order by c.id for update;
  -- First take away what the order made, then put back what it closed: the exclusion constraint allows no other sequence.
  for change in select x from jsonb_array_elements(t.changes) with ordinality e(x, n) order by (x ->> 'before') is not null, n loop
    if not app.is_untouched(change) then perform app.refuse('changed-since'); end if;
    if app.gives_to_the_gone(change) then perform app.refuse('member-left'); end if;
    -- A lead undoes inside the own subtree, as it is today.
    if not app.reaches_all() and exists (select from (values (change -> 'before'), (change -> 'after')) x(row)
        where x.row ->> 'role' = 'primary' and not (x.row ->> 'member_id')::uuid = any(app.subordinate_ids())) then
      perform app.refuse('outside-team');
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
  perform app.must_lead(a.client_id, app.today());
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
    perform app.must_fit(target, 'primary', on_day);
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
        and not exists (select from jsonb_array_elements(t.changes) x where not app.is_untouched(x) or app.gives_to_the_gone(x))
    from public.transfer t
    where t.tenant_id = app.tenant() and (app.reaches_all() or t.created_by = app.member())
    order by t.created_at desc, t.id limit at_most;
end $$;

select app.callable('app.assign(uuid[], text, uuid, date, date, numeric, text, jsonb)', 'app.assignment_stamp(uuid)', 'app.end_assignment(uuid, date)',
  'app.hand_over_and_retire(uuid, date, jsonb, text)', 'app.recent_transfers(int)');
