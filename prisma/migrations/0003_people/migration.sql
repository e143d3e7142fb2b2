-- The directory, the dated team tree, invitations.
create table member (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 120),
  email text not null,
  phone text,
  job_title text,
  roles text[] not null check (roles <@ '{admin,director,lead,kam,specialist,auditor}' and cardinality(roles) > 0),
  locale text check (locale in ('ru', 'en')),
  zone text,
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index member_name_idx on member (tenant_id, name);

create table team (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 120),
  closed_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table team_link (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  team_id uuid not null,
  parent_id uuid not null check (parent_id <> team_id),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  foreign key (tenant_id, parent_id) references team (tenant_id, id),
  constraint team_link_one_parent exclude using gist (tenant_id with =, team_id with =, daterange(starts_on, ends_on) with &&)
);
create index team_link_parent_idx on team_link (tenant_id, parent_id);

create table team_member (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  team_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('lead', 'member')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  constraint team_member_one_team exclude using gist (tenant_id with =, member_id with =, daterange(starts_on, ends_on) with &&) where (role = 'member'),
  constraint team_member_once exclude using gist (tenant_id with =, member_id with =, team_id with =, daterange(starts_on, ends_on) with &&)
);
create index team_member_member_idx on team_member (tenant_id, member_id);
create index team_member_team_idx on team_member (tenant_id, team_id);

create table invitation (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  email text not null,
  name text not null,
  job_title text,
  roles text[] not null check (roles <@ '{admin,director,lead,kam,specialist,auditor}' and cardinality(roles) > 0),
  team_id uuid,
  locale text not null check (locale in ('ru', 'en')),
  token_hash bytea not null check (length(token_hash) = 32),
  expires_at timestamptz not null,
  invited_by uuid not null default app.member(),
  created_at timestamptz not null default now(),
  accepted_at timestamptz,
  member_id uuid,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  foreign key (tenant_id, invited_by) references member (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create unique index invitation_open_key on invitation (tenant_id, lower(email)) where accepted_at is null and revoked_at is null;
create index invitation_token_idx on invitation (token_hash);

select app.isolate('member', 'tenant', '{people:edit,profile:edit}', commands => '{update}');
select app.isolate('team', 'tenant', '{people:edit}', commands => '{insert,update}');
select app.isolate('team_link', 'tenant', '{people:edit}');
select app.isolate('team_member', 'tenant', '{people:edit}');
select app.isolate('invitation', 'admin', '{people:edit}', '{people:edit,people:manage}', commands => '{insert,update}');
insert into app.personal_column values ('member', 'name'), ('member', 'email'), ('member', 'phone'), ('invitation', 'name'), ('invitation', 'email');

-- With profile:edit a member changes the own row only, and never the own rights.
create function app.guard_member() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.ability() = 'profile:edit' and (new.id is distinct from app.member() or new.roles is distinct from old.roles
      or new.left_on is distinct from old.left_on or new.joined_on is distinct from old.joined_on) then
    perform app.refuse('forbidden');
  end if;
  return new;
end $$;
create trigger guard_member before update on member for each row execute function app.guard_member();

-- A company always has an admin. Deferred: roles may move from one to another within a transaction.
create function app.keep_an_admin() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtext('admin'), hashtext(old.tenant_id::text));
  if not exists (select from public.member m where m.tenant_id = old.tenant_id and 'admin' = any(m.roles) and m.left_on is null) then
    perform app.refuse('last-admin');
  end if;
  return null;
end $$;
create constraint trigger keep_an_admin after update or delete on member deferrable initially deferred
  for each row when ('admin' = any(old.roles)) execute function app.keep_an_admin();

-- The tree stays a tree: on no day does a team stand under itself.
create function app.guard_team_link() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtext('team_link'), hashtext(new.tenant_id::text));
  if exists (
    with recursive up as (
      select l.parent_id, daterange(l.starts_on, l.ends_on) * daterange(new.starts_on, new.ends_on) during from public.team_link l
      where l.tenant_id = new.tenant_id and l.team_id = new.parent_id and l.id <> new.id
        and daterange(l.starts_on, l.ends_on) && daterange(new.starts_on, new.ends_on)
      union
      select l.parent_id, up.during * daterange(l.starts_on, l.ends_on) from public.team_link l join up on l.team_id = up.parent_id
      where l.tenant_id = new.tenant_id and l.id <> new.id and up.during && daterange(l.starts_on, l.ends_on)
    ) select from up where parent_id = new.team_id) then
    perform app.refuse('cycle');
  end if;
  return new;
end $$;
create trigger guard_team_link before insert or update on team_link for each row execute function app.guard_team_link();
