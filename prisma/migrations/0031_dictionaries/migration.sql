-- Words of the dictionaries are edited like everything else: a stale save is a conflict.
alter table industry add column version int not null default 1, add column updated_at timestamptz not null default now();
alter table region add column version int not null default 1, add column updated_at timestamptz not null default now();
alter table tag add column version int not null default 1, add column updated_at timestamptz not null default now();
-- Again, for the trigger that counts versions.
select app.isolate('industry', 'tenant', '{dictionary:edit}');
select app.isolate('region', 'tenant', '{dictionary:edit}');
select app.isolate('tag', 'tenant', '{dictionary:edit}');
create index client_industry_idx on client (tenant_id, industry_id);
create index client_region_idx on client (tenant_id, region_id);
