-- Partner organisations and their people are the whole company's; which client they work for, and as what, is the client's (domain.md 13.5).
create table partner (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 200),
  kind text not null check (kind in ('contractor', 'ad_platform', 'logistics', 'supplier', 'bank', 'consultant', 'other')),
  city text check (length(city) <= 120),
  website text check (length(website) <= 300),
  note text check (length(note) <= 4000),
  archived_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table partner_person (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  partner_id uuid not null,
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 200),
  job_title text check (length(job_title) <= 200),
  phone text check (length(phone) <= 60),
  email text check (length(email) <= 200),
  note text check (length(note) <= 2000),
  archived_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, partner_id, id),
  foreign key (tenant_id, partner_id) references partner (tenant_id, id)
);

create table client_partner (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  partner_id uuid not null,
  role text not null check (role in ('contractor', 'ad_platform', 'logistics', 'supplier', 'bank', 'consultant', 'other')),
  -- Whom of theirs to call about this client.
  person_id uuid,
  note text check (length(note) <= 2000),
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, partner_id) references partner (tenant_id, id),
  foreign key (tenant_id, partner_id, person_id) references partner_person (tenant_id, partner_id, id)
);
create unique index client_partner_once on client_partner (tenant_id, client_id, partner_id, role) where removed_at is null;
create index client_partner_partner_idx on client_partner (tenant_id, partner_id);

select app.isolate('partner', 'tenant', '{partner:edit}', commands => '{insert,update}');
select app.isolate('partner_person', 'tenant', '{partner:edit}', commands => '{insert,update}');
select app.isolate('client_partner', 'client', '{client:edit}', commands => '{insert,update}');
insert into app.personal_column values ('partner_person', 'name'), ('partner_person', 'phone'), ('partner_person', 'email'), ('partner_person', 'note');
