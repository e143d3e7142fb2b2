-- KPI: a catalogue of measures, and targets and values for people, teams and clients. Pay: plans, whose they are, slips that stay as they were closed.
set check_function_bodies = off;

create table measure (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  -- How formulas and files name it.
  code text not null check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  name_ru text not null check (length(trim(name_ru)) between 1 and 80),
  name_en text not null check (length(trim(name_en)) between 1 and 80),
  -- computed: from the company's data, by the rule of its code; formula: over other measures; entered: by hand, with evidence.
  kind text not null check (kind in ('computed', 'formula', 'entered')),
  formula text check (length(formula) <= 500),
  -- money in base minor units, percent in hundredths of a per cent, number with `digits` after the point.
  unit text not null check (unit in ('money', 'percent', 'number')),
  digits smallint not null default 0 check (digits between 0 and 3),
  direction text not null default 'more' check (direction in ('more', 'less')),
  -- How months make a quarter and a year: lib/domain/kpi-target.
  gathering text not null check (gathering in ('sum', 'last', 'average')),
  -- Its usual weight, in hundredths of a per cent, and how attainment becomes a coefficient (lib/domain/kpi).
  weight int not null default 0 check (weight between 0 and 10000),
  rule jsonb not null default '{"kind": "linear", "cap": 20000}',
  place int not null default 100,
  archived_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, name_ru),
  unique (tenant_id, name_en),
  check ((kind = 'formula') = (formula is not null))
);

-- Targets and values of people, of teams and of clients: three tables, because whose they are differs; alike but for that.
create table member_figure (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  measure_id uuid not null,
  member_id uuid not null,
  what text not null check (what in ('target', 'value')),
  starts_on date not null check (extract(day from starts_on) = 1),
  months smallint not null check (months in (1, 3, 12)),
  -- In the measure's smallest unit.
  amount bigint not null,
  -- Of a target: instead of the measure's own weight.
  weight int check (weight between 0 and 10000),
  -- Of a value: what it rests on.
  note text check (length(trim(note)) between 1 and 1000),
  link text check (link ~ '^https?://' and length(link) <= 500),
  entered_by uuid default app.member(),
  entered_at timestamptz not null default now(),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, member_id, measure_id, what, starts_on, months),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, entered_by) references member (tenant_id, id)
);

create table team_figure (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  measure_id uuid not null,
  team_id uuid not null,
  what text not null check (what in ('target', 'value')),
  starts_on date not null check (extract(day from starts_on) = 1),
  months smallint not null check (months in (1, 3, 12)),
  amount bigint not null,
  weight int check (weight between 0 and 10000),
  note text check (length(trim(note)) between 1 and 1000),
  link text check (link ~ '^https?://' and length(link) <= 500),
  entered_by uuid default app.member(),
  entered_at timestamptz not null default now(),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, team_id, measure_id, what, starts_on, months),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  foreign key (tenant_id, entered_by) references member (tenant_id, id)
);

create table client_figure (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  measure_id uuid not null,
  client_id uuid not null,
  what text not null check (what in ('target', 'value')),
  starts_on date not null check (extract(day from starts_on) = 1),
  months smallint not null check (months in (1, 3, 12)),
  amount bigint not null,
  weight int check (weight between 0 and 10000),
  note text check (length(trim(note)) between 1 and 1000),
  link text check (link ~ '^https?://' and length(link) <= 500),
  entered_by uuid default app.member(),
  entered_at timestamptz not null default now(),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, client_id, measure_id, what, starts_on, months),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, entered_by) references member (tenant_id, id)
);

select app.isolate('measure', 'tenant', '{dictionary:edit}', commands => '{insert,update}');
select app.isolate('member_figure', 'credit', '{target:edit,import:run}');
select app.isolate('team_figure', 'tenant', '{target:edit,import:run}');
select app.isolate('client_figure', 'client', '{target:edit,import:run}');
insert into app.stays_with_client values ('client_figure', 'what was asked of that card, and when');

create function app.default_measures() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.measure (tenant_id, id, code, name_ru, name_en, kind, unit, digits, gathering, weight, place)
  select new.id, app.shipped_id(new.id || ':measure:' || d.code), d.* from app.shipped_measures() d;
  return null;
end $$;
create function app.shipped_measures() returns table (code text, name_ru text, name_en text, kind text, unit text, digits smallint, gathering text, weight int, place int)
language sql immutable as $$
  values ('revenue', 'Выручка', 'Revenue', 'computed', 'money', 0::smallint, 'sum', 5000, 1),
    ('margin', 'Маржа', 'Margin', 'computed', 'money', 0::smallint, 'sum', 0, 2),
    ('new_clients', 'Новые клиенты', 'New clients', 'computed', 'number', 0::smallint, 'sum', 1500, 3),
    ('retention', 'Удержание выручки (GRR)', 'Revenue kept (GRR)', 'computed', 'percent', 0::smallint, 'last', 1500, 4),
    ('average_bill', 'Средний чек', 'Average bill', 'computed', 'money', 0::smallint, 'average', 0, 5),
    ('touches', 'Касания состоялись', 'Touches held', 'computed', 'number', 0::smallint, 'sum', 1000, 6),
    ('on_cadence', 'Клиенты в регулярности касаний', 'Clients touched on cadence', 'computed', 'percent', 0::smallint, 'last', 1000, 7)
$$;
create trigger default_measures after insert on identity.tenant for each row execute function app.default_measures();
insert into measure (tenant_id, id, code, name_ru, name_en, kind, unit, digits, gathering, weight, place)
select t.id, app.shipped_id(t.id || ':measure:' || d.code), d.* from identity.tenant t cross join app.shipped_measures() d;

create table pay_plan (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 120),
  -- Salary and KPI for reactive teams, tiers for proactive ones (domain.md 5).
  kind text not null check (kind in ('salary-kpi', 'tiers')),
  -- What a slip is for: a month or a quarter.
  months smallint not null default 1 check (months in (1, 3)),
  archived_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- The terms as lib/domain/pay/pay-plan reads them. Active from a day on they stay as they are; a change is the next version.
create table pay_plan_version (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  number int not null check (number > 0),
  status text not null default 'draft' check (status in ('draft', 'active')),
  in_force_from date check (extract(day from in_force_from) = 1),
  terms jsonb not null,
  -- What comes beside money, for information (R35): [{ name, amount }].
  package jsonb not null default '[]',
  created_by uuid default app.member(),
  created_at timestamptz not null default now(),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, number),
  check ((status = 'active') = (in_force_from is not null)),
  foreign key (tenant_id, plan_id) references pay_plan (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
create unique index pay_plan_version_draft_idx on pay_plan_version (tenant_id, plan_id) where status = 'draft';
create unique index pay_plan_version_from_idx on pay_plan_version (tenant_id, plan_id, in_force_from) where status = 'active';

-- Whose plan from when to when, in whole months.
create table pay_assignment (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  plan_id uuid not null,
  starts_on date not null check (extract(day from starts_on) = 1),
  ends_on date check (ends_on > starts_on and extract(day from ends_on) = 1),
  -- The own base instead of the plan's, minor units for a full period.
  base bigint check (base >= 0),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, plan_id) references pay_plan (tenant_id, id),
  constraint pay_assignment_one exclude using gist (tenant_id with =, member_id with =, daterange(starts_on, ends_on) with &&)
);

-- A draft is not stored: it is computed whenever somebody looks. approved: somebody stands for the sum; closed: it never changes again.
create table pay_slip (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  starts_on date not null check (extract(day from starts_on) = 1),
  months smallint not null check (months in (1, 3)),
  status text not null default 'approved' check (status in ('approved', 'closed')),
  payout bigint not null check (payout >= 0),
  base_pay bigint not null,
  variable bigint not null,
  -- What could not be taken back and goes into the next slip (≤ 0), and the slip whose rest is taken here.
  carried bigint not null default 0 check (carried <= 0),
  carried_from uuid,
  -- Labels, plan, terms, quota, measures, scenarios of that time: nothing of a slip is read from anywhere else.
  content jsonb not null default '{}',
  approved_by uuid default app.member(),
  approved_at timestamptz not null default now(),
  closed_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, member_id, starts_on, months),
  unique (tenant_id, member_id, id),
  unique (tenant_id, carried_from),
  check ((status = 'closed') = (closed_at is not null)),
  check (payout = base_pay + variable),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, member_id, carried_from) references pay_slip (tenant_id, member_id, id),
  foreign key (tenant_id, approved_by) references member (tenant_id, id),
  foreign key (tenant_id, closed_by) references member (tenant_id, id)
);
create index pay_slip_period_idx on pay_slip (tenant_id, starts_on);

create table pay_slip_line (
  tenant_id uuid not null default app.tenant(),
  slip_id uuid not null,
  member_id uuid not null,
  place smallint not null,
  kind text not null,
  component text,
  amount bigint not null,
  reason jsonb not null,
  primary key (tenant_id, slip_id, place),
  foreign key (tenant_id, member_id, slip_id) references pay_slip (tenant_id, member_id, id)
);

-- What was counted, by document: each slip says which sales it has paid for, and each later one by how much that differed (of_slip_id: the slip whose
-- period the document is in). Their sum is what has been settled, so the difference to the sales of today is exact, also the second time. One row for
-- the lines of a document that share client, source, share and whether their cost is known: pay is computed from sums of exactly these, and a
-- thousand lines are some two hundred documents. A product or quantity is no matter of pay.
create table pay_slip_sale (
  tenant_id uuid not null default app.tenant(),
  slip_id uuid not null,
  of_slip_id uuid not null,
  member_id uuid not null,
  document text not null,
  sold_on date not null,
  client_id uuid not null,
  client_label text not null,
  source text not null check (source in ('new', 'growth', 'renewal')),
  -- Hundredths of a per cent.
  share int not null check (share between 1 and 10000),
  costed boolean not null,
  revenue bigint not null,
  cost bigint not null,
  primary key (tenant_id, slip_id, of_slip_id, document, sold_on, client_id, source, share, costed),
  foreign key (tenant_id, member_id, slip_id) references pay_slip (tenant_id, member_id, id),
  foreign key (tenant_id, member_id, of_slip_id) references pay_slip (tenant_id, member_id, id)
);
create index pay_slip_sale_of_idx on pay_slip_sale (tenant_id, of_slip_id);

select app.isolate('pay_plan', 'tenant', '{pay:edit}', '{pay:edit}', commands => '{insert,update}');
select app.isolate('pay_plan_version', 'tenant', '{pay:edit}', '{pay:edit}');
select app.isolate('pay_assignment', 'pay', '{pay:edit}', '{pay:read,pay:edit,pay:approve,pay:close}');
select app.isolate('pay_slip', 'pay', '{pay:approve,pay:close}', '{pay:read,pay:edit,pay:approve,pay:close}');
select app.isolate('pay_slip_line', 'pay', '{pay:close}', '{pay:read,pay:edit,pay:approve,pay:close}', commands => '{insert}', audited => false);
select app.isolate('pay_slip_sale', 'pay', '{pay:close}', '{pay:read,pay:edit,pay:approve,pay:close}', commands => '{insert}', audited => false);
insert into app.stays_with_client values ('pay_slip_sale', 'a closed slip does not change');
-- An admin reads the audit trail and no pay.
insert into app.personal_column values ('pay_plan_version', 'terms'), ('pay_plan_version', 'package'), ('pay_assignment', 'base'), ('pay_slip', 'payout'),
  ('pay_slip', 'base_pay'), ('pay_slip', 'variable'), ('pay_slip', 'carried'), ('pay_slip', 'content');
select app.movable();

-- Terms in force stay as they are.
create function app.guard_pay_version() returns trigger language plpgsql as $$
begin
  if old.status = 'active' and (tg_op = 'DELETE' or (new.terms, new.package, new.status, new.in_force_from, new.plan_id, new.number)
    is distinct from (old.terms, old.package, old.status, old.in_force_from, old.plan_id, old.number)) then perform app.refuse('pay-plan-active'); end if;
  return coalesce(new, old);
end $$;
create trigger guard_pay_version before update or delete on pay_plan_version for each row execute function app.guard_pay_version();

-- A closed slip changes by nobody's hand; closing is another's ability than approving.
create function app.guard_pay_slip() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.status = 'closed' then perform app.refuse('slip-closed'); end if;
  if tg_op <> 'DELETE' and new.status = 'closed' and app.member() is not null and app.ability() is distinct from 'pay:close' then perform app.refuse('forbidden'); end if;
  return coalesce(new, old);
end $$;
create trigger guard_pay_slip before insert or update or delete on pay_slip for each row execute function app.guard_pay_slip();

create function app.guard_pay_slip_part() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform app.refuse('slip-closed'); end if;
  -- Without a company in the context it is the demo that is written: slip, lines and sales in one transaction.
  if app.tenant() is not null and exists (select from public.pay_slip s where s.tenant_id = new.tenant_id and s.id = new.slip_id and s.status = 'closed') then
    perform app.refuse('slip-closed');
  end if;
  return new;
end $$;
create trigger guard_pay_slip_part before insert or update or delete on pay_slip_line for each row execute function app.guard_pay_slip_part();
create trigger guard_pay_slip_part before insert or update or delete on pay_slip_sale for each row execute function app.guard_pay_slip_part();

-- Σ lines = payout, when the transaction ends.
create function app.check_pay_slip() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.status = 'closed' and new.payout is distinct from (select coalesce(sum(l.amount), 0) from public.pay_slip_line l where l.tenant_id = new.tenant_id and l.slip_id = new.id) then
    perform app.refuse('slip-sum');
  end if;
  return null;
end $$;
create constraint trigger check_pay_slip after insert or update on pay_slip deferrable initially deferred for each row execute function app.check_pay_slip();

-- What a sale is called (new, growth, renewal) is recomputed in open periods only (domain.md 13.10).
create function app.keep_closed_source() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from public.pay_slip p where p.tenant_id = old.tenant_id and p.status = 'closed' and p.starts_on <= old.sold_on
      and p.starts_on + make_interval(months => p.months) > old.sold_on and (p.member_id = old.credit_id
      or exists (select from public.sale_share s where s.tenant_id = old.tenant_id and s.sale_id = old.id and s.member_id = p.member_id))) then
    new.source := old.source;
    new.source_rule := old.source_rule;
  end if;
  return new;
end $$;
create trigger keep_closed_source before update of source on sale_line for each row
  when (new.source is distinct from old.source and new.sold_on = old.sold_on) execute function app.keep_closed_source();

/** Whose pay the caller may see: the own, a lead the subtree's, director and auditor everybody's; those of the asked, all of them for null. */
create function app.pay_people(who uuid[]) returns uuid[] language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(m.id), '{}') from public.member m where m.tenant_id = app.tenant() and (who is null or m.id = any(who))
    and app.ability() in ('pay:read', 'pay:edit', 'pay:approve', 'pay:close')
    and (m.id = any(app.subordinate_ids()) or app.has_role('director') or app.has_role('auditor'))
$$;

/** Plans of people in [from_day, to_day), with all versions that were in force then or before, oldest first. Terms are told to those whose pay is seen. */
create function app.pay_terms(who uuid[], from_day date, to_day date)
returns table (member_id uuid, starts_on date, ends_on date, base bigint, plan_id uuid, plan_name text, kind text, months int, version_id uuid, number int, in_force_from date, terms jsonb, package jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.member_id, a.starts_on, a.ends_on, a.base, p.id, p.name, p.kind, p.months::int, v.id, v.number, v.in_force_from, v.terms, v.package
  from public.pay_assignment a join public.pay_plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id
  join public.pay_plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id and v.status = 'active' and v.in_force_from < to_day
  where a.tenant_id = app.tenant() and a.member_id = any(app.pay_people(who)) and a.starts_on < to_day and (a.ends_on is null or a.ends_on > from_day)
  order by a.member_id, a.starts_on, v.in_force_from, v.number
$$;

/**
 * Sales of [from_day, to_day) as they are credited, by document, or (by_document false) by month and source alone. Amounts are the person's share. The
 * client's label is the one of that time; `reached` says whether the caller reaches the client today (isolation.md "Whose figures").
 */
create function app.credited_sales(who uuid[], from_day date, to_day date, by_document boolean)
returns table (member_id uuid, month date, document text, sold_on date, client_id uuid, client_label text, reached boolean, source text, share int, costed boolean, revenue bigint, cost bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  people uuid[] := app.pay_people(who);
  reach uuid[] := case when app.reaches_all() or not by_document then null else app.client_ids() end;
begin
  return query
    with recursive booked as materialized (
      select c.member_id, c.client_id, c.month, max(c.client_label) as label from public.credit_month c
      where c.tenant_id = app.tenant() and c.member_id = any(people) and c.month >= date_trunc('month', from_day) and c.month < to_day group by 1, 2, 3
    ), card as (
      select distinct b.client_id as id from booked b
      union
      -- The lines of a card that went into another stand with that one.
      select c.merged_into from card join public.client c on c.tenant_id = app.tenant() and c.id = card.id where c.merged_into is not null
    ), line as (
      select coalesce(s.member_id, l.credit_id) as person, l.client_id as now_at, coalesce(l.booked_client_id, l.client_id) as client_id, l.document, l.sold_on, l.source,
        case when s.sale_id is null then 10000 else round(s.share * 100)::int end as share, l.cost is not null as costed,
        coalesce(s.amount, l.base_amount) as amount, case when l.cost is null then 0 when s.sale_id is null then l.cost else coalesce(s.cost, 0) end as cost
      from card join public.sale_line l on l.tenant_id = app.tenant() and l.client_id = card.id and l.sold_on >= from_day and l.sold_on < to_day
      left join public.sale_share s on s.tenant_id = l.tenant_id and s.sale_id = l.id
    )
    select l.person, date_trunc('month', l.sold_on)::date, case when by_document then l.document else '' end,
      case when by_document then l.sold_on else date_trunc('month', l.sold_on)::date end, case when by_document then l.client_id end,
      case when by_document then max(b.label) else '' end, by_document and (reach is null or bool_or(l.now_at = any(reach))), l.source,
      case when by_document then l.share else 10000 end, l.costed, sum(l.amount)::bigint, sum(l.cost)::bigint
    from line l join booked b on b.member_id = l.person and b.client_id = l.client_id and b.month = date_trunc('month', l.sold_on)::date
    group by 1, 2, 3, 4, 5, l.source, 9, l.costed
    order by 1, 4, 3, 6, l.source, 9, l.costed;
end $$;

/**
 * What measures of people are made of, by month of [from_month, to_month): bills (documents), touches (held), new_clients, on_cadence (clients touched in
 * time of all that are theirs, on the month's last day or today). Figures only, for whoever sees the person's figures.
 */
create function app.kpi_facts(who uuid[], wanted text[], from_month date, to_month date)
returns table (member_id uuid, month date, fact text, top bigint, bottom bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare people uuid[] := array(select m.id from public.member m where m.tenant_id = app.tenant() and m.id = any(who)
  and (app.reaches_all() or m.id = any(app.subordinate_ids())));
begin
  if 'bills' = any(wanted) then
    return query
      with booked as (select distinct c.client_id from public.credit_month c where c.tenant_id = app.tenant() and c.member_id = any(people) and c.month >= from_month and c.month < to_month),
        card as (select b.client_id as id from booked b union select c.merged_into from booked b join public.client c on c.tenant_id = app.tenant() and c.id = b.client_id where c.merged_into is not null)
      select coalesce(s.member_id, l.credit_id), date_trunc('month', l.sold_on)::date, 'bills', count(distinct l.document), 1::bigint
      from card join public.sale_line l on l.tenant_id = app.tenant() and l.client_id = card.id and l.sold_on >= from_month and l.sold_on < to_month and l.base_amount > 0
      left join public.sale_share s on s.tenant_id = l.tenant_id and s.sale_id = l.id
      where coalesce(s.member_id, l.credit_id) = any(people) group by 1, 2;
  end if;
  if 'touches' = any(wanted) then
    return query select t.author_id, date_trunc('month', t.on_day)::date, 'touches', count(*), 1::bigint from public.touch t
      where t.tenant_id = app.tenant() and t.author_id = any(people) and t.counts and t.on_day >= from_month and t.on_day < to_month and t.on_day <= app.today() group by 1, 2;
  end if;
  if 'new_clients' = any(wanted) then
    -- The first purchase, or the first one after 24 silent months (domain.md 13.10).
    return query select c.member_id, c.month, 'new_clients', count(distinct c.client_id), 1::bigint from public.credit_month c
      where c.tenant_id = app.tenant() and c.member_id = any(people) and c.month >= from_month and c.month < to_month and c.source = 'new' and c.amount > 0
        and not exists (select from public.client_month e where e.tenant_id = c.tenant_id and e.client_id = c.client_id and e.month < c.month
          and e.month >= c.month - interval '24 months' and e.amount > 0) group by 1, 2;
  end if;
  if 'on_cadence' = any(wanted) then
    return query
      with day as (select m::date as month, least((m + interval '1 month')::date - 1, app.today()) as on_day
        from generate_series(from_month::timestamp, to_month - interval '1 month', interval '1 month') m where m::date <= app.today())
      select a.member_id, d.month, 'on_cadence',
        count(*) filter (where coalesce((select max(t.on_day) from public.touch t where t.tenant_id = a.tenant_id and t.client_id = a.client_id and t.counts and t.on_day <= d.on_day), a.starts_on)
          + coalesce(k.days, 91) >= d.on_day), count(*)
      from day d join public.assignment a on a.tenant_id = app.tenant() and a.role = 'primary' and a.member_id = any(people) and a.starts_on <= d.on_day and (a.ends_on is null or a.ends_on > d.on_day)
      join public.client c on c.tenant_id = a.tenant_id and c.id = a.client_id and (c.archived_at is null or c.archived_at::date > d.on_day)
      left join public.cadence k on k.tenant_id = a.tenant_id and k.tier = coalesce(c.tier, 'C') group by 1, 2;
  end if;
end $$;

select app.callable('app.guard_pay_version()', 'app.guard_pay_slip()', 'app.pay_terms(uuid[], date, date)', 'app.credited_sales(uuid[], date, date, boolean)',
  'app.kpi_facts(uuid[], text[], date, date)');
reset check_function_bodies;
