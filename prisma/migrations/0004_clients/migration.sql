-- Dictionaries, clients, their people.
create table industry (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 120),
  archived_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
create table region (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 120),
  zone text,
  archived_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
create table tag (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 60),
  archived_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table client (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  code text not null check (length(trim(code)) between 1 and 60),
  kind text not null check (kind in ('company', 'entrepreneur', 'person')),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 200),
  legal_name text,
  name_key text not null,
  parent_id uuid check (parent_id <> id),
  inn text check (inn ~ '^(\d{10}|\d{12})$'),
  kpp text,
  ogrn text check (ogrn ~ '^(\d{13}|\d{15})$'),
  industry_id uuid,
  region_id uuid,
  city text,
  zone text,
  website text,
  tier text check (tier in ('A', 'B', 'C')),
  work_mode text not null default 'mixed' check (work_mode in ('proactive', 'reactive', 'mixed')),
  since date,
  note text,
  archived_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- What the search looks in: lower case, ё as е.
  search text not null generated always as (lower(translate(name || ' ' || coalesce(legal_name, '') || ' ' || code || ' ' || coalesce(inn, '') || ' ' || coalesce(city, ''), 'Ёё', 'Ее'))) stored,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references client (tenant_id, id),
  foreign key (tenant_id, industry_id) references industry (tenant_id, id),
  foreign key (tenant_id, region_id) references region (tenant_id, id)
);
create index client_name_idx on client (tenant_id, name);
create index client_parent_idx on client (tenant_id, parent_id);
create index client_name_key_idx on client (tenant_id, name_key);
create index client_search_idx on client using gin (search gin_trgm_ops);
create unique index client_inn_key on client (tenant_id, inn, coalesce(kpp, '')) where inn is not null and archived_at is null;

create table client_tag (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  tag_id uuid not null,
  primary key (tenant_id, client_id, tag_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, tag_id) references tag (tenant_id, id)
);
create index client_tag_tag_idx on client_tag (tenant_id, tag_id);

create table contact (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 200),
  job_title text,
  level text check (level in ('executive', 'middle', 'working')),
  role text not null default 'other' check (role in ('decides', 'influences', 'buys', 'uses', 'pays', 'other')),
  is_key boolean not null default false,
  reports_to_id uuid check (reports_to_id <> id),
  birthday date,
  zone text,
  note text,
  same_person_id uuid,
  archived_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search text not null generated always as (lower(translate(name || ' ' || coalesce(job_title, ''), 'Ёё', 'Ее'))) stored,
  primary key (tenant_id, id),
  unique (tenant_id, client_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, client_id, reports_to_id) references contact (tenant_id, client_id, id)
);
create index contact_search_idx on contact using gin (search gin_trgm_ops);
create index contact_same_person_idx on contact (tenant_id, same_person_id) where same_person_id is not null;

create table contact_channel (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('phone', 'email', 'telegram', 'whatsapp', 'max', 'other')),
  value text not null check (length(trim(value)) between 1 and 200),
  value_key text not null,
  preferred boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id) on delete cascade
);
create index contact_channel_contact_idx on contact_channel (tenant_id, client_id, contact_id);
create index contact_channel_value_key_idx on contact_channel (tenant_id, value_key);

select app.isolate('industry', 'tenant', '{dictionary:edit}');
select app.isolate('region', 'tenant', '{dictionary:edit}');
select app.isolate('tag', 'tenant', '{dictionary:edit}');
-- A client appears through app.create_client alone: a plain insert by a KAM would not be in reach yet.
select app.isolate('client', 'client', '{client:edit,client:archive}', key => 'id', commands => '{update}');
select app.isolate('client_tag', 'client', '{client:edit,client:create}');
select app.isolate('contact', 'client', '{client:edit,client:create}');
select app.isolate('contact_channel', 'client', '{client:edit,client:create}');
insert into app.personal_column values ('contact', 'name'), ('contact', 'birthday'), ('contact', 'note'), ('contact_channel', 'value'), ('contact_channel', 'value_key');

-- Groups: a parent must be in the reach of whoever sets it (a foreign key does not look at row security), and a group has no ring.
create function app.guard_client() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.parent_id is null or (tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id) then return new; end if;
  if app.member() is not null and not app.reaches(new.parent_id) then perform app.refuse('not-found'); end if;
  perform pg_advisory_xact_lock(hashtext('client_group'), hashtext(new.tenant_id::text));
  if exists (
    with recursive up as (
      select c.id, c.parent_id from public.client c where c.tenant_id = new.tenant_id and c.id = new.parent_id
      union
      select c.id, c.parent_id from public.client c join up on c.id = up.parent_id where c.tenant_id = new.tenant_id
    ) select from up where parent_id = new.id or id = new.id) then
    perform app.refuse('cycle');
  end if;
  return new;
end $$;
create trigger guard_client before insert or update of parent_id on client for each row execute function app.guard_client();

/** Ids of clients in reach whose name, code, INN, city or a contact's name holds every word asked for. */
create function app.find_clients(asked text, at_most int default 5000) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare reach uuid[] := case when app.reaches_all() then null else app.client_ids() end; words text[];
begin
  words := array(select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    from unnest(regexp_split_to_array(lower(translate(trim(asked), 'Ёё', 'Ее')), '\s+')) w where w <> '');
  if cardinality(words) = 0 then return '{}'; end if;
  return array(
    select c.id from public.client c where c.tenant_id = app.tenant() and c.search like all(words) and (reach is null or c.id = any(reach))
    union
    select p.client_id from public.contact p where p.tenant_id = app.tenant() and p.search like all(words) and p.archived_at is null
      and (reach is null or p.client_id = any(reach))
    limit at_most);
end $$;

/** Name of the group's head (also out of reach: only its name), and how many of the group's companies the caller reaches. */
create function app.group_of(client uuid) returns table (head_id uuid, head_name text, companies int, reached int)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare top uuid;
begin
  if not app.reaches(client) then return; end if;
  with recursive up as (
    select c.id, c.parent_id, 0 depth from public.client c where c.tenant_id = app.tenant() and c.id = client
    union all
    select c.id, c.parent_id, up.depth + 1 from public.client c join up on c.id = up.parent_id where c.tenant_id = app.tenant() and up.depth < 50)
  select id into top from up order by depth desc limit 1;
  return query
    with recursive down as (
      select c.id, c.name from public.client c where c.tenant_id = app.tenant() and c.id = top
      union
      select c.id, c.name from public.client c join down on c.parent_id = down.id where c.tenant_id = app.tenant())
    select case when app.reaches(top) then top end, (select d.name::text from down d where d.id = top), count(*)::int,
      (count(*) filter (where app.reaches_all() or d.id = any(app.client_ids())))::int
    from down d having count(*) > 1;
end $$;

select app.callable('app.find_clients(text, int)', 'app.group_of(uuid)');
