-- Whose sales are follows the assignments: whoever moves a client from a day in the past on, shares it or takes that back has its sales since then
-- credited anew in the same transaction (domain.md 3, docs/decisions/0010). Nothing else has to remember it.
set check_function_bodies = off;

-- A sale keeps its version when its owner is another: the line says the same as before, and an import that wrote it can still be reverted.
create or replace trigger bump_version before update of client_id, sold_on, document, line, product_id, group_id, quantity, currency, amount, rate, base_amount, cost,
  seller_id, import_id on sale_line for each row execute function app.bump_version();

-- Days of clients whose credit a statement on assignment may have changed. Emptied before the transaction ends, so nobody ever sees a row of it.
create unlogged table app.unsettled (tenant_id uuid not null, client_id uuid not null, from_day date not null, until_day date not null);
create index unsettled_tenant_idx on app.unsettled (tenant_id);

/** Was anything sold to the client on these days? Of a card that went into another one this is not known. */
create function app.may_have_sold(of_tenant uuid, client uuid, from_day date, until_day date) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from public.sale_line l where l.tenant_id = of_tenant and l.client_id = client and l.sold_on >= from_day and l.sold_on < until_day)
    or exists (select from public.client c where c.tenant_id = of_tenant and c.id = client and c.merged_into is not null)
$$;

/** Notes the days between two states of an assignment, if something was sold on them; a deputy has no credit. */
create function app.note_unsettled() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into app.unsettled select a.tenant_id, a.client_id, a.starts_on, coalesce(a.ends_on, 'infinity') from after_rows a
    where a.role <> 'deputy' and app.may_have_sold(a.tenant_id, a.client_id, a.starts_on, coalesce(a.ends_on, 'infinity'));
  elsif tg_op = 'DELETE' then
    insert into app.unsettled select b.tenant_id, b.client_id, b.starts_on, coalesce(b.ends_on, 'infinity') from before_rows b
    where b.role <> 'deputy' and app.may_have_sold(b.tenant_id, b.client_id, b.starts_on, coalesce(b.ends_on, 'infinity'));
  else
    insert into app.unsettled
    select b.tenant_id, b.client_id, d.from_day, d.until_day
    from before_rows b join after_rows a on a.tenant_id = b.tenant_id and a.id = b.id
    cross join lateral (select least(coalesce(b.ends_on, 'infinity'), coalesce(a.ends_on, 'infinity')) as first_end,
      greatest(coalesce(b.ends_on, 'infinity'), coalesce(a.ends_on, 'infinity')) as last_end) e
    cross join lateral (select case when (a.member_id, a.role, a.share, a.starts_on) = (b.member_id, b.role, b.share, b.starts_on) then e.first_end
      else least(b.starts_on, a.starts_on) end as from_day, e.last_end as until_day) d
    where d.from_day < d.until_day and not (a.role = 'deputy' and b.role = 'deputy') and app.may_have_sold(b.tenant_id, b.client_id, d.from_day, d.until_day);
  end if;
  return null;
end $$;
create trigger note_insert after insert on assignment referencing new table as after_rows for each statement execute function app.note_unsettled();
create trigger note_update after update on assignment referencing old table as before_rows new table as after_rows for each statement execute function app.note_unsettled();
create trigger note_delete after delete on assignment referencing old table as before_rows for each statement execute function app.note_unsettled();

/**
 * Gives the sales of these clients on these days the owner of their day, and what is shared its parts: by the update itself, the roll-ups follow.
 * A line that has gone to another card with a merge follows the card that it was booked for. Answers how many lines were written.
 */
create function app.settle_credit(of_tenant uuid, clients uuid[], from_days date[], until_days date[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare n bigint;
begin
  with recursive place as (
    select s.client_id as card, s.client_id as at, s.from_day, s.until_day from unnest(clients, from_days, until_days) s(client_id, from_day, until_day)
    union
    select p.card, c.merged_into, p.from_day, p.until_day from place p join public.client c on c.tenant_id = of_tenant and c.id = p.at where c.merged_into is not null
  ), line as materialized (
    select l.id, p.card, l.sold_on, l.seller_id, l.owner_id
    from place p join public.sale_line l on l.tenant_id = of_tenant and l.client_id = p.at and l.sold_on >= p.from_day and l.sold_on < p.until_day
      and coalesce(l.booked_client_id, l.client_id) = p.card
  ), held as materialized (
    select d.card, d.sold_on,
      (select a.member_id from public.assignment a where a.tenant_id = of_tenant and a.client_id = d.card and a.role = 'primary'
        and a.starts_on <= d.sold_on and (a.ends_on is null or a.ends_on > d.sold_on)) as owner_id,
      exists (select from public.assignment a where a.tenant_id = of_tenant and a.client_id = d.card and a.role = 'specialist' and a.share > 0
        and a.starts_on <= d.sold_on and (a.ends_on is null or a.ends_on > d.sold_on)) as shared
    from (select distinct l.card, l.sold_on from line l) d
  )
  update public.sale_line t set owner_id = h.owner_id
  from line l join held h on h.card = l.card and h.sold_on = l.sold_on
  where t.tenant_id = of_tenant and t.id = l.id
    and (l.owner_id is distinct from h.owner_id
      or (l.seller_id is null and (h.shared or exists (select from public.sale_share s where s.tenant_id = of_tenant and s.sale_id = l.id))));
  get diagnostics n = row_count;
  return n;
end $$;

-- Deferred: an order ends one row and opens another, and only then is it known whose a day is. The first of a transaction's rows settles them all.
create function app.settle_noted() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare clients uuid[]; from_days date[]; until_days date[];
begin
  with taken as (delete from app.unsettled u where u.tenant_id = new.tenant_id returning u.client_id, u.from_day, u.until_day),
    span as (select client_id, min(from_day) as from_day, max(until_day) as until_day from taken group by client_id)
  select array_agg(client_id order by client_id), array_agg(from_day order by client_id), array_agg(until_day order by client_id) into clients, from_days, until_days from span;
  if clients is not null then perform app.settle_credit(new.tenant_id, clients, from_days, until_days); end if;
  return null;
end $$;
create constraint trigger settle_noted after insert on app.unsettled deferrable initially deferred for each row execute function app.settle_noted();

/** A revert puts sales back as they once were, and their clients may have moved since: an old row comes back, its owner does not. */
create function app.note_restored() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into app.unsettled select a.tenant_id, coalesce(a.booked_client_id, a.client_id), min(a.sold_on), max(a.sold_on) + 1 from after_rows a group by 1, 2;
  return null;
end $$;
create trigger note_restored_insert after insert on sale_line referencing new table as after_rows for each statement
  when (current_setting('app.restoring', true) = 'on') execute function app.note_restored();
create trigger note_restored_update after update on sale_line referencing new table as after_rows for each statement
  when (current_setting('app.restoring', true) = 'on') execute function app.note_restored();

-- An import reads whose the clients are and then writes their sales. An order that reaches into the past waits until it has, and before it takes any
-- other lock, so that neither sees half of the other and they cannot wait for each other.
create function app.await_imports(from_day date) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare patience text := current_setting('lock_timeout');
begin
  if from_day > app.today() then return; end if;
  perform set_config('lock_timeout', '5s', true);
  begin
    perform pg_advisory_xact_lock_shared(hashtext('import'), hashtext(app.tenant()::text));
  exception when lock_not_available then
    perform app.refuse('import-writing');
  end;
  perform set_config('lock_timeout', patience, true);
end $$;

/**
 * Gives clients to a member in a role from a day on ([from_day, until_day)); for role primary a null member takes them away. One order, one
 * transaction, undone by app.undo_transfer. seen: { client id: app.assignment_stamp } as the caller's preview had it; another stamp by now
 * is refused as 'conflict'; null does not look. The rules are those of lib/domain/transfer, which draws the preview. Answers the transfer's id.
 */
create or replace function app.assign(clients uuid[], as_role text, to_member uuid, from_day date, until_day date, with_share numeric, because text, seen jsonb default null)
returns uuid language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare made uuid := gen_random_uuid(); log jsonb := '[]'; olds public.assignment[] := '{}'; fault record; one uuid; n int;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  if cardinality(clients) = 0 then perform app.refuse('nothing-chosen'); end if;
  if as_role not in ('primary', 'deputy', 'specialist') or (as_role <> 'primary' and to_member is null) then perform app.refuse('invalid'); end if;
  if as_role = 'deputy' and until_day is null then perform app.refuse('deputy-without-end'); end if;
  if until_day <= from_day or (as_role = 'primary' and until_day is not null) then perform app.refuse('impossible-period'); end if;
  perform app.await_imports(from_day);
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

/** Puts back what an order of the caller's changed, if nothing else has touched those rows since. */
create or replace function app.undo_transfer(which uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare t public.transfer;
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  perform app.await_imports((select x.effective_on from public.transfer x where x.tenant_id = app.tenant() and x.id = which and x.created_by = app.member()));
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
create or replace function app.end_assignment(which uuid, on_day date) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare a public.assignment; made uuid := gen_random_uuid();
begin
  if app.ability() is distinct from 'assignment:edit' then perform app.refuse('forbidden'); end if;
  perform app.await_imports(on_day);
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
create or replace function app.hand_over_and_retire(which uuid, on_day date, targets jsonb, because text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare one uuid; target uuid; row public.assignment; deputy public.assignment; logs jsonb := '{}'; log jsonb; first_day date; slot text; part text;
begin
  if app.ability() is distinct from 'people:edit' then perform app.refuse('forbidden'); end if;
  perform app.await_imports(on_day);
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

reset check_function_bodies;
