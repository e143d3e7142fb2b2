-- When a company works: the hours of its week, the country whose holidays it keeps, and single days that are otherwise. The calendar named
-- "main" is the one that plans and paces count by; a company without one works Monday to Friday.
create table working_calendar (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 60),
  -- ISO 3166-1; its holidays come with the product (lib/domain/holidays). Null: only the days below.
  country text check (country ~ '^[A-Z]{2}$'),
  -- IANA; null is the company's own.
  zone text,
  -- Monday first: seven lists of { "from": minutes, "to": minutes } after midnight. lib/domain/working-calendar says what a week may be.
  week jsonb not null check (jsonb_typeof(week) = 'array' and jsonb_array_length(week) = 7 and week <> '[[], [], [], [], [], [], []]'),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table calendar_override (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  calendar_id uuid not null,
  day date not null check (day between '2000-01-01' and '2099-12-31'),
  kind text not null check (kind in ('off', 'short', 'working')),
  -- How long is worked; null for the usual, on a short day an hour less.
  minutes int check (minutes between 1 and 1440),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, calendar_id, day),
  foreign key (tenant_id, calendar_id) references working_calendar (tenant_id, id),
  check (kind <> 'off' or minutes is null)
);

select app.isolate('working_calendar', 'tenant', '{company:edit}');
select app.isolate('calendar_override', 'tenant', '{company:edit}');
