-- Sales plans: one figure for a book, a team or the company and a fiscal year, its versions, and the cells client × month that add up to it.
set check_function_bodies = off;

-- Whose figure it is: a KAM's for the own book, a lead's for the team, a director's for the company.
create table plan (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  kind text not null check (kind in ('book', 'team', 'company')),
  -- The first day of the fiscal year.
  starts_on date not null check (extract(day from starts_on) = 1),
  created_by uuid default app.member(),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, member_id, kind, starts_on),
  unique (tenant_id, member_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
create index plan_year_idx on plan (tenant_id, starts_on);

create table plan_version (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  member_id uuid not null,
  number int not null check (number > 0),
  status text not null default 'draft' check (status in ('draft', 'submitted', 'approved', 'superseded')),
  -- Base minor units.
  figure bigint not null,
  -- How it was split: { basis, growth, profile }. lib/domain/split-weights and split-figure say what each means.
  rule jsonb not null default '{}',
  -- Why it replaces the one before.
  reason text check (length(trim(reason)) between 1 and 500),
  -- Kept by the cells' own trigger: what they add up to, and how many there are. A version has cells or figures by period, never both.
  cells_total bigint not null default 0,
  cells int not null default 0,
  -- An approved version decides the attainment of the periods whose last day is this day or later, until the next one (domain.md 13.15).
  in_force_from date,
  submitted_by uuid,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  created_by uuid default app.member(),
  created_at timestamptz not null default now(),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, number),
  unique (tenant_id, member_id, id),
  check (number = 1 or reason is not null),
  check ((status in ('approved', 'superseded')) = (in_force_from is not null)),
  foreign key (tenant_id, member_id, plan_id) references plan (tenant_id, member_id, id),
  foreign key (tenant_id, submitted_by) references member (tenant_id, id),
  foreign key (tenant_id, approved_by) references member (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
-- One draft at a time: two people change the same one, under its lock.
create unique index plan_version_open_idx on plan_version (tenant_id, plan_id) where status in ('draft', 'submitted');

-- A figure of a version without client cells: for a month, a quarter or the year.
create table plan_figure (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  version_id uuid not null,
  member_id uuid not null,
  starts_on date not null check (extract(day from starts_on) = 1),
  months int not null check (months in (1, 3, 12)),
  amount bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, version_id, starts_on),
  foreign key (tenant_id, member_id, version_id) references plan_version (tenant_id, member_id, id)
);

-- Base minor units for a client and month. Read by whoever reaches the client.
create table plan_cell (
  tenant_id uuid not null default app.tenant(),
  version_id uuid not null,
  client_id uuid not null,
  month date not null check (extract(day from month) = 1),
  -- The card that it was planned for: where two cards became one, their cells add up by month (domain.md 13.8).
  card_id uuid not null,
  amount bigint not null,
  -- A person's own word: the rest is split around it.
  pinned boolean not null default false,
  primary key (tenant_id, version_id, month, client_id, card_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, version_id) references plan_version (tenant_id, id)
);
create index plan_cell_client_idx on plan_cell (tenant_id, client_id, month);

-- The twin for figures of people: what the version in force plans for the owner of that time, with the client's label of that time. Written by a job
-- (a moved month is divided by working days, lib/domain/moved-cell). `planned` is what the plan itself says for that person; `amount` − `planned` is what moved.
create table plan_credit (
  tenant_id uuid not null default app.tenant(),
  -- The zero id where nobody owns the client.
  member_id uuid not null,
  month date not null check (extract(day from month) = 1),
  client_id uuid not null,
  client_label text not null,
  version_id uuid not null,
  amount bigint not null,
  planned bigint not null,
  primary key (tenant_id, member_id, month, client_id)
);
create index plan_credit_client_idx on plan_credit (tenant_id, client_id, month);

select app.isolate('plan', 'credit', '{plan:edit,plan:approve,import:run}', commands => '{insert}');
select app.isolate('plan_version', 'credit', '{plan:edit,plan:approve,import:run}');
select app.isolate('plan_figure', 'credit', '{plan:edit,import:run}', audited => false);
select app.isolate('plan_cell', 'client', '{plan:edit,import:run}', audited => false);
select app.isolate('plan_credit', 'credit', '{plan:keep}', audited => false);
insert into app.stays_with_client values ('plan_credit', 'figures of people do not change');
select app.movable();

-- Who may do what to a version, whatever the door says: approval is another's ability, and what is approved stays as it is.
create function app.guard_plan_version() returns trigger language plpgsql as $$
begin
  if app.member() is null then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if old.status <> 'draft' then perform app.refuse('plan-approved'); end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' and app.ability() is distinct from 'import:run' then perform app.refuse('forbidden'); end if;
    return new;
  end if;
  if new.status is distinct from old.status and (new.status in ('approved', 'superseded') or old.status in ('approved', 'superseded'))
    and app.ability() is distinct from 'plan:approve' and app.ability() is distinct from 'import:run' then perform app.refuse('forbidden'); end if;
  if old.status in ('approved', 'superseded') and (new.figure, new.rule, new.plan_id, new.member_id, new.number, new.cells_total, new.cells)
    is distinct from (old.figure, old.rule, old.plan_id, old.member_id, old.number, old.cells_total, old.cells)
    and app.ability() is distinct from 'import:run' then perform app.refuse('plan-approved'); end if;
  return new;
end $$;
create trigger guard_plan_version before insert or update or delete on plan_version for each row execute function app.guard_plan_version();
select app.callable('app.guard_plan_version()');

-- Keeps the sum of the cells beside the figure, and cells of an approved version as they are. A merge of cards moves cells and changes no amount.
create function app.roll_up_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare one record;
begin
  for one in execute
    case tg_op when 'INSERT' then 'select tenant_id, version_id, sum(amount)::bigint as amount, count(*)::int as cells from after_rows group by 1, 2 order by 1, 2'
      when 'DELETE' then 'select tenant_id, version_id, -sum(amount)::bigint as amount, -count(*)::int as cells from before_rows group by 1, 2 order by 1, 2'
      else 'select tenant_id, version_id, sum(amount)::bigint as amount, sum(n)::int as cells from (
          select tenant_id, version_id, amount, 1 as n from after_rows union all select tenant_id, version_id, -amount, -1 from before_rows) x
        group by 1, 2 having sum(amount) <> 0 or sum(n) <> 0 order by 1, 2' end
  loop
    update public.plan_version v set cells_total = v.cells_total + one.amount, cells = v.cells + one.cells
    where v.tenant_id = one.tenant_id and v.id = one.version_id;
  end loop;
  return null;
end $$;
create trigger roll_up_insert after insert on plan_cell referencing new table as after_rows for each statement execute function app.roll_up_plan();
create trigger roll_up_update after update on plan_cell referencing old table as before_rows new table as after_rows for each statement execute function app.roll_up_plan();
create trigger roll_up_delete after delete on plan_cell referencing old table as before_rows for each statement execute function app.roll_up_plan();
-- The sum is no edit of the version.
create or replace trigger bump_version before update of plan_id, number, status, figure, rule, reason, in_force_from, submitted_at, approved_at on plan_version
  for each row execute function app.bump_version();

-- R85: Σ cells = figure to the minor unit, when the transaction ends.
create function app.check_plan() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare v public.plan_version;
begin
  select * into v from public.plan_version x where x.tenant_id = new.tenant_id and x.id = new.id;
  if v.cells > 0 and v.cells_total <> v.figure then perform app.refuse('plan-sum'); end if;
  if v.cells > 0 and exists (select from public.plan_figure f where f.tenant_id = v.tenant_id and f.version_id = v.id) then perform app.refuse('plan-both'); end if;
  return null;
end $$;
create constraint trigger check_plan after insert or update of figure, cells_total on plan_version deferrable initially deferred
  for each row execute function app.check_plan();

/** Where a move, an approval or another calendar changes whose figure a plan is: the twin is counted anew soon after the commit, once however many ask. */
create function app.ask_plan_credit() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.tenant() is not null then perform app.enqueue('plan-credit', '{}', 'plan-credit:' || app.tenant()); end if;
  return null;
end $$;
create trigger ask_plan_credit after insert or update or delete on assignment for each statement execute function app.ask_plan_credit();
create trigger ask_plan_credit after insert or update or delete on calendar_override for each statement execute function app.ask_plan_credit();
create trigger ask_plan_credit after insert or update on working_calendar for each statement execute function app.ask_plan_credit();
create trigger ask_plan_credit after update of status on plan_version for each statement execute function app.ask_plan_credit();
reset check_function_bodies;
