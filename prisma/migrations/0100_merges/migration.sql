-- Two cards of one company, or of one person, become one (domain.md 13.8), and can be told apart again for thirty days.
set check_function_bodies = off;

alter table client add column merged_into uuid check (merged_into <> id);
alter table client add foreign key (tenant_id, merged_into) references client (tenant_id, id);
alter table contact add column merged_into uuid check (merged_into <> id);
alter table contact add foreign key (tenant_id, client_id, merged_into) references contact (tenant_id, client_id, id);
create index client_merged_into_idx on client (tenant_id, merged_into) where merged_into is not null;

-- The client under whose name the line's credit was booked, where the line has moved to another card since: credit does not move.
alter table sale_line add column booked_client_id uuid;
alter table sale_line add foreign key (tenant_id, booked_client_id) references client (tenant_id, id);

create table merge (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('client', 'contact')),
  -- The client that stays, or whose people they are.
  client_id uuid not null,
  winner_id uuid not null,
  loser_id uuid not null,
  loser_name text collate "und-x-icu" not null,
  -- [{ table, column, keys, dropped }] of every row that moved.
  moved jsonb not null,
  -- { column: [before, after] } of what the winner took over.
  filled jsonb not null,
  loser_archived_at timestamptz,
  created_by uuid not null default app.member(),
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
create index merge_client_idx on merge (tenant_id, client_id, created_at);
select app.isolate('merge', 'client', audited => false);

-- Rows that name a client and stay with the card they were made for: who worked with it, whose credit it was, and what the database counts itself.
create table app.stays_with_client (table_name text primary key, why text not null);
insert into app.stays_with_client values
  ('assignment', 'who worked with that card, and when'),
  ('credit_month', 'past credit does not change'),
  ('sale_share', 'past credit does not change'),
  ('merge', 'the record of what was merged'),
  ('client_month', 'follows the sales by a trigger'),
  ('client_rhythm', 'follows the sales by a trigger'),
  ('client_touch', 'follows the touches by a trigger'),
  ('client_stage', 'the nightly rule says it anew of the merged card');

/** Tables whose rows go along when a client is merged, those that others point at first. */
create function app.goes_with_client() returns table (table_name text) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with recursive t as (
    select format('public.%I', i.table_name)::regclass as oid, i.table_name as name from app.isolated i
    where i.table_name not in (select s.table_name from app.stays_with_client s)
      and exists (select from pg_attribute a where a.attrelid = format('public.%I', i.table_name)::regclass and a.attname = 'client_id' and not a.attisdropped)
  ), above as (
    select distinct k.conrelid as child, k.confrelid as parent from pg_constraint k join t c on c.oid = k.conrelid join t p on p.oid = k.confrelid
    where k.contype = 'f' and k.conrelid <> k.confrelid
  ), depth as (
    select t.oid, 0 as n from t union all select a.child, d.n + 1 from depth d join above a on a.parent = d.oid where d.n < 20
  )
  select t.name from t join depth d on d.oid = t.oid group by t.name order by max(d.n), t.name
$$;

/** The columns that tell the rows of a table apart, but for the one that changes: as one text. */
create function app.row_key(tbl text, changing text) returns text language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select 'concat_ws(''|'', ' || string_agg(format('x.%I', a.attname), ', ' order by a.attnum) || ')'
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indrelid = format('public.%I', tbl)::regclass and i.indisprimary and a.attname not in ('tenant_id', 'client_id', changing)
$$;

/**
 * Points rows of a table at another card: `changing` (client_id, or a column that names a contact) from one id to the other. A row that the other
 * card has too (a tag, an answer) stays where it is, and with it what hangs on it; a mere link is dropped and remembered. Answers what moved.
 */
create function app.move_rows(tbl text, changing text, of_client uuid, from_id uuid, to_id uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  key text := app.row_key(tbl, changing); keys text[] := '{}'; dropped jsonb := '[]'; one record; parents text; extra text := '';
  single boolean; link boolean; here text;
begin
  -- A row goes along only where all that it hangs on does.
  select coalesce(string_agg(format(' and (x.%1$I is null or exists (select from public.%2$I p where p.tenant_id = x.tenant_id and p.client_id = $2 and p.id = x.%1$I))', a.attname, r.relname), ''), '')
  into parents
  from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
  where changing = 'client_id' and k.contype = 'f' and k.conrelid = format('public.%I', tbl)::regclass and k.confrelid <> k.conrelid and cardinality(k.conkey) = 3
    and a.attname not in ('tenant_id', 'client_id') and r.relname in (select g.table_name from app.goes_with_client() g);
  if tbl = 'sale_line' then extra := ', booked_client_id = coalesce(x.booked_client_id, x.client_id)'; end if;
  here := format('x.tenant_id = app.tenant() and x.%I = $1', changing) || case changing when 'client_id' then '' else ' and x.client_id = $3' end || parents;

  -- Where a unique index names the card, rows go one by one: one that is there already stays.
  select coalesce(bool_or(changing = any(n.names) and not ('id' = any(n.names))), false), coalesce(bool_or(i.indisprimary and changing = any(n.names)), false)
  into single, link
  from pg_index i cross join lateral (select array_agg(a.attname::text) as names from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) n
  where i.indrelid = format('public.%I', tbl)::regclass and i.indisunique;
  if not single then
    execute format('with gone as (update public.%I x set %I = $2%s where %s returning %s as key) select coalesce(array_agg(key), ''{}'') from gone', tbl, changing, extra, here, key)
    into keys using from_id, to_id, of_client;
  else
    for one in execute format('select x.ctid as at, to_jsonb(x) as row, %s as key from public.%I x where %s order by 3', key, tbl, here) using from_id, to_id, of_client loop
      begin
        execute format('update public.%I x set %I = $1 where x.ctid = $2', tbl, changing) using to_id, one.at;
        keys := keys || one.key;
      exception when unique_violation then
        if link and changing <> 'client_id' then
          execute format('delete from public.%I x where x.ctid = $1', tbl) using one.at;
          dropped := dropped || one.row;
        end if;
      end;
    end loop;
  end if;
  return case when keys = '{}' and dropped = '[]' then null
    else jsonb_build_object('table', tbl, 'column', changing, 'keys', to_jsonb(keys), 'dropped', dropped) end;
end $$;

/** Sets columns of a row from json, as they are in `values`. */
create function app.set_columns(tbl text, which uuid, vals jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare cols text;
begin
  select string_agg(format('%1$I = n.%1$I', k), ', ') into cols from jsonb_object_keys(vals) k;
  if cols is null then return; end if;
  execute format('update public.%1$I x set %2$s from jsonb_populate_record(null::public.%1$I, $1) n where x.tenant_id = app.tenant() and x.id = $2', tbl, cols) using vals, which;
end $$;

/** { column: [before, after] } of what a card takes over from the other: what it does not say itself. */
create function app.taken_over(winner jsonb, loser jsonb, columns text[]) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(k, jsonb_build_array(winner -> k, loser -> k)), '{}') from unnest(columns) k
  where coalesce(winner -> k, 'null') in ('null', '""') and coalesce(loser -> k, 'null') not in ('null', '""')
$$;

/** The same for two clients. Requisites go together: half of one company's and half of the other's would be nobody's. */
create function app.client_takes_over(w public.client, l public.client) returns jsonb language sql immutable as $$
  select app.taken_over(to_jsonb(w), to_jsonb(l), case when w.inn is null then '{inn,kpp,ogrn}' else '{}' end::text[]
      || '{legal_name,industry_id,region_id,city,zone,website,tier,note}')
    || case when l.since < coalesce(w.since, 'infinity') then jsonb_build_object('since', jsonb_build_array(w.since, l.since)) else '{}' end
    -- The group of companies: whoever stood under the loser stands under the winner.
    || case when w.parent_id = l.id then jsonb_build_object('parent_id', jsonb_build_array(w.parent_id, l.parent_id)) else '{}' end
$$;

/** What a merge of two clients would do: { rows: { table: n }, fills: [column] }. Only for who may merge them. */
create function app.merge_preview(winner uuid, loser uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare t text; n bigint; found jsonb := '{}';
begin
  if app.ability() is distinct from 'client:merge' then perform app.refuse('forbidden'); end if;
  if not app.reaches(winner) or not app.reaches(loser) then perform app.refuse('not-found'); end if;
  for t in select g.table_name from app.goes_with_client() g loop
    execute format('select count(*) from public.%I x where x.tenant_id = app.tenant() and x.client_id = $1', t) into n using loser;
    if n > 0 then found := found || jsonb_build_object(t, n); end if;
  end loop;
  return (select jsonb_build_object('rows', found, 'fills', (select coalesce(jsonb_agg(k order by k), '[]') from jsonb_object_keys(app.client_takes_over(w, l)) k))
    from public.client w, public.client l where w.tenant_id = app.tenant() and w.id = winner and l.tenant_id = app.tenant() and l.id = loser);
end $$;

/**
 * Merges the loser's card into the winner's: contacts, touches, numbers, contracts and sales (with their owner and credit) go along; assignments
 * and credit stay on the loser's row, hidden and linked. The winner takes over what it did not say itself. Answers the merge's id.
 */
create function app.merge_clients(winner uuid, loser uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare w public.client; l public.client; made uuid := gen_random_uuid(); part jsonb; parts jsonb := '[]'; filled jsonb; t text; ids text[];
begin
  if app.ability() is distinct from 'client:merge' then perform app.refuse('forbidden'); end if;
  if winner = loser then perform app.refuse('invalid'); end if;
  perform 1 from public.client c where c.tenant_id = app.tenant() and c.id in (winner, loser) order by c.id for update;
  if not app.reaches(winner) or not app.reaches(loser) then perform app.refuse('not-found'); end if;
  select * into w from public.client c where c.tenant_id = app.tenant() and c.id = winner;
  select * into l from public.client c where c.tenant_id = app.tenant() and c.id = loser;
  if w.archived_at is not null then perform app.refuse('archived', winner::text); end if;
  if l.merged_into is not null then perform app.refuse('already-merged', loser::text); end if;

  update public.client c set archived_at = coalesce(l.archived_at, now()), merged_into = winner where c.tenant_id = app.tenant() and c.id = loser;
  filled := app.client_takes_over(w, l);
  perform app.set_columns('client', winner, (select coalesce(jsonb_object_agg(k, v -> 1), '{}') from jsonb_each(filled) x(k, v)));
  with gone as (update public.client c set parent_id = winner where c.tenant_id = app.tenant() and c.parent_id = loser and c.id <> winner returning c.id)
  select coalesce(array_agg(id::text), '{}') into ids from gone;
  if ids <> '{}' then parts := parts || jsonb_build_object('table', 'client', 'column', 'parent_id', 'keys', to_jsonb(ids), 'dropped', '[]'::jsonb); end if;

  set constraints all deferred;
  for t in select g.table_name from app.goes_with_client() g loop
    part := app.move_rows(t, 'client_id', null, loser, winner);
    if part is not null then parts := parts || part; end if;
  end loop;
  set constraints all immediate;
  insert into public.merge (tenant_id, id, kind, client_id, winner_id, loser_id, loser_name, moved, filled, loser_archived_at)
  values (app.tenant(), made, 'client', winner, winner, loser, l.name, parts, filled, l.archived_at);
  return made;
end $$;

/** Merges two people of one client: channels, talks, promises and whatever names the loser name the winner from now on. Answers the merge's id. */
create function app.merge_contacts(of_client uuid, winner uuid, loser uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare w public.contact; l public.contact; made uuid := gen_random_uuid(); part jsonb; parts jsonb := '[]'; filled jsonb; one record;
begin
  if app.ability() is distinct from 'client:edit' then perform app.refuse('forbidden'); end if;
  if winner = loser then perform app.refuse('invalid'); end if;
  if not app.reaches(of_client) then perform app.refuse('not-found'); end if;
  perform 1 from public.contact c where c.tenant_id = app.tenant() and c.client_id = of_client and c.id in (winner, loser) order by c.id for update;
  select * into w from public.contact c where c.tenant_id = app.tenant() and c.client_id = of_client and c.id = winner;
  select * into l from public.contact c where c.tenant_id = app.tenant() and c.client_id = of_client and c.id = loser;
  if w.id is null or l.id is null then perform app.refuse('not-found'); end if;
  if w.archived_at is not null then perform app.refuse('archived', winner::text); end if;
  if l.merged_into is not null then perform app.refuse('already-merged', loser::text); end if;

  filled := app.taken_over(to_jsonb(w), to_jsonb(l), '{job_title,level,birthday,zone,note,same_person_id}');
  if l.is_key and not w.is_key then filled := filled || '{"is_key": [false, true]}'; end if;
  if w.role = 'other' and l.role <> 'other' then filled := filled || jsonb_build_object('role', jsonb_build_array(w.role, l.role)); end if;
  if w.reports_to_id = loser then filled := filled || jsonb_build_object('reports_to_id', jsonb_build_array(w.reports_to_id, nullif(l.reports_to_id, winner))); end if;
  perform app.set_columns('contact', winner, (select coalesce(jsonb_object_agg(k, v -> 1), '{}') from jsonb_each(filled) x(k, v)));
  update public.contact c set archived_at = coalesce(l.archived_at, now()), merged_into = winner where c.tenant_id = app.tenant() and c.id = loser;

  for one in
    select r.relname::text as tbl, a.attname::text as col from pg_constraint k join pg_class r on r.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname not in ('tenant_id', 'client_id', 'merged_into')
    where k.contype = 'f' and k.confrelid = 'public.contact'::regclass and cardinality(k.conkey) = 3 order by 1, 2
  loop
    part := app.move_rows(one.tbl, one.col, of_client, loser, winner);
    if part is not null then parts := parts || part; end if;
  end loop;
  insert into public.merge (tenant_id, id, kind, client_id, winner_id, loser_id, loser_name, moved, filled, loser_archived_at)
  values (app.tenant(), made, 'contact', of_client, winner, loser, l.name, parts, filled, l.archived_at);
  return made;
end $$;

/** Tells the two apart again, within thirty days: every row that went along goes back; what was written since stays with the winner. */
create function app.undo_merge(which uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare m public.merge; part jsonb; back jsonb; now_row jsonb; tbl text; col text; row jsonb;
begin
  if app.ability() is distinct from 'client:merge' and app.ability() is distinct from 'client:edit' then perform app.refuse('forbidden'); end if;
  select * into m from public.merge x where x.tenant_id = app.tenant() and x.id = which for update;
  if m.id is null or not app.reaches(m.client_id) then perform app.refuse('not-found'); end if;
  if app.ability() is distinct from (case m.kind when 'client' then 'client:merge' else 'client:edit' end) then perform app.refuse('forbidden'); end if;
  if m.undone_at is not null then perform app.refuse('already-undone'); end if;
  if m.created_at < now() - interval '30 days' then perform app.refuse('merge-too-old'); end if;
  -- The winner has gone into another card itself: the newest first.
  if exists (select from public.client c where c.tenant_id = app.tenant() and c.id = m.client_id and c.merged_into is not null)
    or exists (select from public.contact c where m.kind = 'contact' and c.tenant_id = app.tenant() and c.id = m.winner_id and c.merged_into is not null) then
    perform app.refuse('merged-since');
  end if;
  perform 1 from public.client c where c.tenant_id = app.tenant() and c.id in (m.client_id, m.loser_id) order by c.id for update;

  now_row := (select to_jsonb(c) from public.client c where m.kind = 'client' and c.tenant_id = app.tenant() and c.id = m.winner_id
    union all select to_jsonb(c) from public.contact c where m.kind = 'contact' and c.tenant_id = app.tenant() and c.client_id = m.client_id and c.id = m.winner_id);
  if now_row is null then perform app.refuse('not-found'); end if;
  set constraints all deferred;
  -- What the winner took over goes back where nobody has changed it since.
  select coalesce(jsonb_object_agg(k, v -> 0), '{}') into back from jsonb_each(m.filled) x(k, v) where now_row -> k = v -> 1;
  perform app.set_columns(m.kind, m.winner_id, back);
  perform app.set_columns(m.kind, m.loser_id, jsonb_build_object('merged_into', null, 'archived_at', m.loser_archived_at));
  for part in select p from jsonb_array_elements(m.moved) with ordinality e(p, n) order by n desc loop
    tbl := part ->> 'table'; col := part ->> 'column';
    execute format('update public.%1$I x set %2$I = $1%3$s where x.tenant_id = app.tenant() and x.%2$I = $2%4$s and %5$s = any($3)', tbl, col,
        case when tbl = 'sale_line' and col = 'client_id' then ', booked_client_id = nullif(x.booked_client_id, $1)' else '' end,
        case when col = 'client_id' or tbl = 'client' then '' else ' and x.client_id = $4' end, app.row_key(tbl, col))
      using m.loser_id, m.winner_id, (select coalesce(array_agg(v), '{}') from jsonb_array_elements_text(part -> 'keys') v), m.client_id;
    for row in select d from jsonb_array_elements(part -> 'dropped') d loop
      execute format('insert into public.%1$I select (jsonb_populate_record(null::public.%1$I, $1)).* on conflict do nothing', tbl) using row;
    end loop;
  end loop;
  begin
    set constraints all immediate;
  exception when foreign_key_violation then
    -- Something written since hangs on a row that would go: both sides would lose a piece.
    perform app.refuse('merge-tied');
  end;
  update public.merge x set undone_at = now() where x.tenant_id = app.tenant() and x.id = which;
end $$;

select app.callable('app.merge_preview(uuid, uuid)', 'app.merge_clients(uuid, uuid)', 'app.merge_contacts(uuid, uuid, uuid)', 'app.undo_merge(uuid)');

-- A foreign key does not look at row security: a card that a row names must be in the reach of whoever writes it.
create function app.guard_card() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare card uuid := (case tg_table_name when 'client' then to_jsonb(new) ->> 'merged_into' else to_jsonb(new) ->> 'booked_client_id' end)::uuid;
begin
  if app.member() is not null and not app.reaches(card) then perform app.refuse('not-found'); end if;
  return new;
end $$;
create trigger guard_card before insert or update of merged_into on client for each row when (new.merged_into is not null) execute function app.guard_card();
create trigger guard_card before insert or update of booked_client_id on sale_line for each row when (new.booked_client_id is not null) execute function app.guard_card();

-- While a card moves, rows and what they hang on move in several statements.
create function app.movable() returns void language plpgsql as $$
declare k record;
begin
  for k in
    select c.conname, c.conrelid::regclass as tbl from pg_constraint c
    where c.contype = 'f' and not c.condeferrable and c.connamespace = 'public'::regnamespace and cardinality(c.conkey) >= 3
      and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'client_id' and a.attnum = any(c.conkey))
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', k.tbl, k.conname);
  end loop;
end $$;
select app.movable();

-- The roll-up of sales, as it was, with credit under the card that the line was booked for.
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
    select b.tenant_id, coalesce(s.member_id, b.credit_id, app.no_id()), date_trunc('month', b.sold_on)::date, coalesce(b.booked_client_id, b.client_id), '', coalesce(b.group_id, app.no_id()), b.source,
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
      select distinct l.tenant_id, coalesce(l.booked_client_id, l.client_id) as client_id, l.sold_on, l.owner_id from after_rows l
      where l.seller_id is null and l.owner_id is not null
        and exists (select from public.assignment x where x.tenant_id = l.tenant_id and x.client_id = coalesce(l.booked_client_id, l.client_id) and x.role = 'specialist' and x.share > 0
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
      select l.tenant_id, h.client_id, l.id, h.members, h.shares, app.split_amount(l.base_amount, h.shares) as amounts,
        case when l.cost is not null then app.split_amount(l.cost, h.shares) end as costs
      from after_rows l join held h on h.tenant_id = l.tenant_id and h.client_id = coalesce(l.booked_client_id, l.client_id) and h.sold_on = l.sold_on and h.owner_id = l.owner_id
      where l.seller_id is null
    )
    select s.tenant_id, s.client_id, s.id, p.member_id, p.share, s.amounts[p.place], s.costs[p.place], (p.place = 1)::int
    from split s cross join unnest(s.members, s.shares) with ordinality p(member_id, share, place);

    insert into public.credit_month as m (tenant_id, member_id, month, client_id, client_label, group_id, source, amount, cost, uncosted, lines)
    select x.tenant_id, x.member_id, x.month, x.client_id, c.name, x.group_id, x.source, x.amount, x.cost, x.uncosted, x.lines
    from (
      select a.tenant_id, coalesce(s.member_id, a.credit_id, app.no_id()) as member_id, date_trunc('month', a.sold_on)::date as month, coalesce(a.booked_client_id, a.client_id) as client_id,
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
    delete from public.credit_month m using (select distinct tenant_id, coalesce(booked_client_id, client_id) as client_id, date_trunc('month', sold_on)::date as month from before_rows) d
    where m.tenant_id = d.tenant_id and m.client_id = d.client_id and m.month = d.month and m.lines = 0 and m.amount = 0;
  end if;
  return null;
end $$;

-- The search, as it was, without cards that went into others.
create or replace function app.search_everything(asked text, contact_key text, at_most int default 20)
returns table (client_id uuid, client_name text, client_code text, archived boolean, contact_id uuid, contact_name text, job_title text, rank int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  reach uuid[] := case when app.reaches_all() then null else app.client_ids() end;
  plain text := lower(translate(regexp_replace(trim(asked), '\s+', ' ', 'g'), 'Ёё', 'Ее'));
  escaped text := replace(replace(replace(plain, '\', '\\'), '%', '\%'), '_', '\_');
  words text[];
begin
  words := array(select '%' || w || '%' from unnest(string_to_array(escaped, ' ')) w where w <> '');
  if cardinality(words) = 0 then return; end if;
  return query
    with clients as (
      select c.id from public.client c where c.tenant_id = app.tenant() and reach is null and c.search like all(words) and c.merged_into is null
      union all
      -- A book is small: its rows are read by key, and the trigram index over all companies is left alone.
      select c.id from unnest(reach) r(id) join public.client c on c.tenant_id = app.tenant() and c.id = r.id where c.search like all(words) and c.merged_into is null
    ), people as (
      select p.id, 3 base from public.contact p where p.tenant_id = app.tenant() and reach is null and p.archived_at is null and p.search like all(words)
      union
      select p.id, 3 from unnest(reach) r(id) join public.contact p on p.tenant_id = app.tenant() and p.client_id = r.id
      where p.archived_at is null and p.search like all(words)
      union
      select p.id, 0 from public.contact_channel h join public.contact p on p.tenant_id = h.tenant_id and p.id = h.contact_id
      where h.tenant_id = app.tenant() and h.value_key = contact_key and p.archived_at is null and (reach is null or h.client_id = any(reach))
    ), found as (
      select c.id, c.name::text client_name, c.code client_code, c.archived_at is not null archived, null::uuid person, null::text person_name, null::text person_title,
        case when lower(c.code) = plain or c.inn = plain then 0
          when lower(translate(c.name, 'Ёё', 'Ее')) like escaped || '%' then 1
          when lower(translate(c.name, 'Ёё', 'Ее')) ~ ('\m' || regexp_replace(plain, '([^[:alnum:] ])', '\\\1', 'g')) then 2
          else 3 end place
      from clients join public.client c on c.tenant_id = app.tenant() and c.id = clients.id
      union all
      select c.id, c.name::text, c.code, c.archived_at is not null, p.id, p.name::text, p.job_title,
        least(min(people.base), case when lower(translate(p.name, 'Ёё', 'Ее')) like escaped || '%' then 1
          when lower(translate(p.name, 'Ёё', 'Ее')) ~ ('\m' || regexp_replace(plain, '([^[:alnum:] ])', '\\\1', 'g')) then 2
          else 3 end)
      from people join public.contact p on p.tenant_id = app.tenant() and p.id = people.id
      join public.client c on c.tenant_id = p.tenant_id and c.id = p.client_id
      group by c.id, c.name, c.code, c.archived_at, p.id, p.name, p.job_title
    )
    select f.id, f.client_name, f.client_code, f.archived, f.person, f.person_name, f.person_title, f.place from found f
    order by f.archived, f.place, f.person is not null, coalesce(f.person_name, f.client_name) collate "und-x-icu", f.id, f.person
    limit least(at_most, 50);
end $$;
reset check_function_bodies;
