-- Touches, promises, and how often a client is to be touched; what an import did to a client; the story of a card's edits.
set check_function_bodies = off;

-- What was said or written between us and a client, and notes about them.
create table touch (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  kind text not null check (kind in ('call', 'message', 'meeting', 'note')),
  -- in: they began; out: we did; both: a talk of both (a meeting).
  direction text not null default 'both' check (direction in ('in', 'out', 'both')),
  happened_at timestamptz not null,
  -- The day of happened_at in the company's zone.
  on_day date not null,
  -- The call was answered, the meeting took place.
  answered boolean not null default true,
  subject text check (length(trim(subject)) between 1 and 200),
  text text check (length(text) <= 20000),
  topics text[] not null default '{}' check (cardinality(topics) <= 12),
  -- Of our work, with preparation (R23).
  minutes int check (minutes between 0 and 1440),
  author_id uuid not null default app.member(),
  -- Only its author sees it, and it does not go along when the client is handed over (domain.md 13.9). A talk is everybody's.
  private boolean not null default false check (not private or kind = 'note'),
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Contact with the client: a held meeting, an answered call, a message from them (domain.md 6). lib/domain/cadence is its oracle.
  counts boolean not null generated always as (deleted_at is null
    and ((kind in ('call', 'meeting') and answered) or (kind = 'message' and direction <> 'out'))) stored,
  primary key (tenant_id, id),
  unique (tenant_id, client_id, id),
  check (subject is not null or text is not null or kind <> 'note'),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, author_id) references member (tenant_id, id),
  foreign key (tenant_id, deleted_by) references member (tenant_id, id)
);
create index touch_client_idx on touch (tenant_id, client_id, happened_at, id);
create index touch_bin_idx on touch (deleted_at) where deleted_at is not null;

create table touch_contact (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  touch_id uuid not null,
  contact_id uuid not null,
  -- The author of a private note, kept by a trigger: null is for everybody.
  private_to uuid,
  primary key (tenant_id, touch_id, contact_id),
  foreign key (tenant_id, client_id, touch_id) references touch (tenant_id, client_id, id) on delete cascade,
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id)
);
create index touch_contact_contact_idx on touch_contact (tenant_id, client_id, contact_id);

-- A dated commitment, by us or by them.
create table promise (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  side text not null check (side in ('ours', 'theirs')),
  text text not null check (length(trim(text)) between 1 and 500),
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'kept', 'broken', 'released')),
  -- The talk in which it was made, and who of the client's people made it or got it.
  touch_id uuid,
  contact_id uuid,
  -- Who of us answers for it, or asks for it.
  owner_id uuid not null default app.member(),
  closed_on date check ((closed_on is null) = (status = 'open')),
  created_by uuid default app.member(),
  deleted_at timestamptz,
  deleted_by uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Where it stands in the story: when it ended, else when it is due.
  story_on date not null generated always as (coalesce(closed_on, due_on)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, client_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, client_id, touch_id) references touch (tenant_id, client_id, id) on delete set null (touch_id),
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id),
  foreign key (tenant_id, owner_id) references member (tenant_id, id),
  foreign key (tenant_id, deleted_by) references member (tenant_id, id)
);
create index promise_client_idx on promise (tenant_id, client_id, story_on, id);
create index promise_touch_idx on promise (tenant_id, client_id, touch_id) where touch_id is not null;
create index promise_open_idx on promise (tenant_id, client_id, due_on) where status = 'open' and deleted_at is null;
create index promise_bin_idx on promise (deleted_at) where deleted_at is not null;

-- How often a client of a tier is to be touched, in days, and how often to be met at the top. Every company has the three rows.
create table cadence (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  tier text not null check (tier in ('A', 'B', 'C')),
  days int not null check (days between 1 and 730),
  -- null: nobody of the top has to be met.
  executive_days int check (executive_days between 1 and 730),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, tier)
);

-- The last touch of a client and how many there were. A client without a row was never touched; a row may come to say 0 again.
create table client_touch (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  last_on date,
  last_at timestamptz,
  last_touch_id uuid,
  touches bigint not null default 0,
  primary key (tenant_id, client_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade
);

-- That an import wrote rows of a client, for the client's own story: the import itself is its admins'.
create table client_import (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  import_id uuid not null,
  kind text not null,
  file_name text not null,
  rows bigint not null,
  at timestamptz not null default now(),
  primary key (tenant_id, client_id, import_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id) on delete cascade,
  foreign key (tenant_id, import_id) references import_run (tenant_id, id)
);
create index client_import_story_idx on client_import (tenant_id, client_id, at);

select app.isolate('touch', 'client', '{touch:edit}', commands => '{insert,update}');
select app.isolate('touch_contact', 'client', '{touch:edit}', commands => '{insert,delete}');
select app.isolate('promise', 'client', '{touch:edit}', commands => '{insert,update}');
select app.isolate('cadence', 'tenant', '{dictionary:edit}', commands => '{update}');
select app.isolate('client_touch', 'client', audited => false);
select app.isolate('client_import', 'client', '{import:run}', commands => '{insert,delete}', audited => false);
select app.narrow('touch', 'not private or author_id = (select app.member())');
select app.narrow('touch_contact', 'private_to is null or private_to = (select app.member())');
insert into app.personal_column values ('touch', 'subject'), ('touch', 'text'), ('touch', 'topics');

-- Only what happened is contact (domain.md 6), and who wrote a touch stays who wrote it.
create function app.guard_touch() returns trigger language plpgsql as $$
begin
  if new.on_day > app.today() then perform app.refuse('date-in-future'); end if;
  if tg_op = 'UPDATE' and new.author_id is distinct from old.author_id then perform app.refuse('forbidden'); end if;
  return new;
end $$;
create trigger guard_touch before insert or update on touch for each row execute function app.guard_touch();

create function app.mark_private() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  new.private_to := (select t.author_id from public.touch t where t.tenant_id = new.tenant_id and t.client_id = new.client_id and t.id = new.touch_id and t.private);
  return new;
end $$;
create trigger mark_private before insert on touch_contact for each row execute function app.mark_private();

create function app.mark_people_private() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.touch_contact c set private_to = case when new.private then new.author_id end
  where c.tenant_id = new.tenant_id and c.client_id = new.client_id and c.touch_id = new.id;
  return null;
end $$;
create trigger mark_people_private after update of private on touch for each row when (old.private <> new.private) execute function app.mark_people_private();

-- Keeps client_touch exact. The row is locked first and counted by a later statement, so that two who write at once both are counted.
create function app.roll_up_touches() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare one record;
begin
  for one in execute case tg_op when 'INSERT' then 'select distinct tenant_id, client_id from after_rows order by 1, 2'
      when 'DELETE' then 'select distinct tenant_id, client_id from before_rows order by 1, 2'
      else 'select tenant_id, client_id from before_rows union select tenant_id, client_id from after_rows order by 1, 2' end loop
    insert into public.client_touch (tenant_id, client_id) values (one.tenant_id, one.client_id) on conflict do nothing;
    perform from public.client_touch r where r.tenant_id = one.tenant_id and r.client_id = one.client_id for update;
    update public.client_touch r set touches = n.touches, last_on = l.on_day, last_at = l.happened_at, last_touch_id = l.id
    from (select count(*) as touches from public.touch t where t.tenant_id = one.tenant_id and t.client_id = one.client_id and t.counts) n
    left join lateral (select t.id, t.on_day, t.happened_at from public.touch t where t.tenant_id = one.tenant_id and t.client_id = one.client_id and t.counts
      order by t.happened_at desc, t.id desc limit 1) l on true
    where r.tenant_id = one.tenant_id and r.client_id = one.client_id;
  end loop;
  return null;
end $$;
create trigger roll_up_insert after insert on touch referencing new table as after_rows for each statement execute function app.roll_up_touches();
create trigger roll_up_update after update on touch referencing old table as before_rows new table as after_rows for each statement execute function app.roll_up_touches();
create trigger roll_up_delete after delete on touch referencing old table as before_rows for each statement execute function app.roll_up_touches();

create function app.default_cadences() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.cadence (tenant_id, tier, days, executive_days) values (new.id, 'A', 14, 91), (new.id, 'B', 30, null), (new.id, 'C', 91, null);
  return null;
end $$;
create trigger default_cadences after insert on identity.tenant for each row execute function app.default_cadences();
insert into cadence (tenant_id, tier, days, executive_days)
select t.id, d.* from identity.tenant t cross join (values ('A', 14, 91), ('B', 30, null), ('C', 91, null)) d;

-- The newest edits of a client's card and people that the audit trail knows, for whoever reaches the client; imports have lines of their own.
create index audit_entry_story_idx on audit_entry (tenant_id, client_id, at, id)
  where table_name in ('client', 'contact') and op in ('insert', 'update');
create function app.client_edits(of_client uuid, until timestamptz, at_most int)
returns table (id bigint, at timestamptz, member_name text, op text, table_name text, row_id uuid, contact_name text, changes jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.reaches(of_client) then return; end if;
  return query
    select e.id, e.at, m.name::text, e.op, e.table_name, e.row_id, c.name::text,
      case e.table_name when 'client' then e.changes - '{note,parent_id,search,name_key}'::text[]
          || case when e.changes ? 'note' then '{"note": []}'::jsonb else '{}' end || case when e.changes ? 'parent_id' then '{"parent_id": []}' else '{}' end
        else (select coalesce(jsonb_object_agg(k, case when k = 'archived_at' then v else '[]' end), '{}') from jsonb_each(e.changes) x(k, v)) end
    from public.audit_entry e left join public.member m on m.tenant_id = e.tenant_id and m.id = e.member_id
    left join public.contact c on e.table_name = 'contact' and c.tenant_id = e.tenant_id and c.id = e.row_id
    where e.tenant_id = app.tenant() and e.client_id = of_client and e.table_name in ('client', 'contact') and e.op in ('insert', 'update')
      and e.at <= until and e.action not like 'import%'
    order by e.at desc, e.id desc limit least(at_most, 200);
end $$;
select app.callable('app.client_edits(uuid, timestamptz, int)');

-- Returns are few among a client's sales: the story finds them without reading the others.
create index sale_line_return_idx on sale_line (tenant_id, client_id, sold_on) where base_amount < 0;

/** What was thrown away more than thirty days ago is gone for good; the clock calls it. Answers the number of rows. */
create function app.empty_touch_bin() returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare n int; total int := 0;
begin
  delete from public.promise where deleted_at < now() - interval '30 days'; get diagnostics n = row_count; total := total + n;
  delete from public.touch where deleted_at < now() - interval '30 days'; get diagnostics n = row_count;
  return total + n;
end $$;
do $$
begin
  execute format('grant execute on function app.empty_touch_bin() to %I', app.role_name('grange_app'));
end $$;
-- Guards that run with the caller's own rights.
select app.callable('app.guard_touch()');
reset check_function_bodies;
