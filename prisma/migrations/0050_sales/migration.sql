-- Sales facts, products, contracts, and the two roll-ups that the database itself keeps exact.
set check_function_bodies = off;

create table product_group (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 120),
  archived_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table product (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  code text not null check (length(trim(code)) between 1 and 60),
  name text collate "und-x-icu" not null check (length(trim(name)) between 1 and 200),
  group_id uuid,
  unit text,
  archived_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, group_id) references product_group (tenant_id, id)
);

-- What one unit of a currency cost in the company's own, by day. Entered or imported; nothing is fetched (domain.md 13.12).
create table rate (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  on_day date not null,
  rate numeric(18, 8) not null check (rate > 0),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, currency, on_day)
);

create table contract (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  number text not null check (length(trim(number)) between 1 and 60),
  status text not null default 'draft' check (status in ('draft', 'signed', 'ended')),
  signed_on date,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  -- Minor units of currency.
  amount bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  note text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, client_id, number),
  unique (tenant_id, client_id, id),
  check (status = 'draft' or signed_on is not null),
  foreign key (tenant_id, client_id) references client (tenant_id, id)
);

-- One line of a sale, a return being a negative one. Amounts in minor units; the original amount and the rate used stay for ever.
create table sale_line (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  sold_on date not null,
  document text not null,
  -- The line's number in its document, else product and ordinal (domain.md 13.13).
  line text not null,
  product_id uuid,
  group_id uuid,
  quantity numeric(18, 6),
  currency text not null,
  amount bigint not null,
  rate numeric(18, 8) not null default 1,
  base_amount bigint not null,
  -- Cost of goods in base minor units, where known.
  cost bigint,
  -- The seller named by the document; the owner of that day; whose credit it is (the one, else the other).
  seller_id uuid,
  owner_id uuid,
  credit_id uuid generated always as (coalesce(seller_id, owner_id)) stored,
  -- new | growth | renewal (domain.md 13.10), by the rule of that version.
  source text not null check (source in ('new', 'growth', 'renewal')),
  source_rule smallint not null default 1,
  import_id uuid,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, document, line),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, product_id) references product (tenant_id, id),
  foreign key (tenant_id, group_id) references product_group (tenant_id, id),
  foreign key (tenant_id, seller_id) references member (tenant_id, id),
  foreign key (tenant_id, owner_id) references member (tenant_id, id)
);
create index sale_line_client_idx on sale_line (tenant_id, client_id, sold_on);

-- Figures of clients: what a client bought in a month. Read by whoever reaches the client.
create table client_month (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  month date not null check (extract(day from month) = 1),
  -- The zero id where a line has no product group: a key column cannot be null.
  group_id uuid not null,
  source text not null,
  amount bigint not null,
  cost bigint not null,
  -- Lines without a known cost, so that a margin can say what it leaves out.
  uncosted bigint not null,
  lines bigint not null,
  primary key (tenant_id, client_id, month, group_id, source),
  foreign key (tenant_id, client_id) references client (tenant_id, id)
);

-- Figures of people: whose credit the month's sales are, with the client's label of that time. Never joined to clients (isolation.md).
create table credit_month (
  tenant_id uuid not null default app.tenant(),
  -- The zero id for sales that nobody is credited with.
  member_id uuid not null,
  month date not null check (extract(day from month) = 1),
  client_id uuid not null,
  client_label text not null,
  group_id uuid not null,
  source text not null,
  amount bigint not null,
  cost bigint not null,
  uncosted bigint not null,
  lines bigint not null,
  primary key (tenant_id, member_id, month, client_id, group_id, source)
);

select app.isolate('product_group', 'tenant', '{dictionary:edit,import:run}');
select app.isolate('product', 'tenant', '{dictionary:edit,import:run}');
select app.isolate('rate', 'tenant', '{dictionary:edit,import:run}');
select app.isolate('contract', 'client', '{client:edit,import:run}');
-- A million audit entries would say less than the import's own record, which names the file, the person and every row's old values.
select app.isolate('sale_line', 'client', '{import:run}', audited => false);
-- What a sale is called (new, growth, renewal) follows from the client's other sales: a new name for it is no new version of the line.
create or replace trigger bump_version before update of client_id, sold_on, document, line, product_id, group_id, quantity, currency, amount, rate, base_amount, cost,
  seller_id, owner_id, import_id on sale_line for each row execute function app.bump_version();
select app.isolate('client_month', 'client', audited => false);
select app.isolate('credit_month', 'credit', audited => false);

-- How the credit of one line is split, where it is: written by the roll-up trigger alone, from the shares of the day of sale.
create table sale_share (
  tenant_id uuid not null default app.tenant(),
  client_id uuid not null,
  sale_id uuid not null,
  member_id uuid not null,
  share numeric(5, 2) not null check (share > 0 and share <= 100),
  amount bigint not null,
  cost bigint,
  -- 1 for the one with whom the line is counted, else 0: a total counts each line once.
  counted smallint not null,
  primary key (tenant_id, sale_id, member_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create index sale_share_client_idx on sale_share (tenant_id, client_id);
select app.isolate('sale_share', 'credit', audited => false);

create function app.no_id() returns uuid language sql immutable parallel safe as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;

-- A part of a whole by share, in minor units, adding up exactly: largest remainder, ties by place (domain.md 3 "split credit"). parts: shares
-- in per cent that sum to 100. The same rule as lib/domain/split-credit, which is its oracle in the tests.
create function app.split_amount(whole bigint, shares numeric[]) returns bigint[] language sql immutable parallel safe as $$
  with part as (
    select n, trunc(whole * s / 100) as floor_part, abs(whole * s / 100 - trunc(whole * s / 100)) as rest from unnest(shares) with ordinality x(s, n)
  ), ranked as (select *, row_number() over (order by rest desc, n) as place, whole - sum(floor_part) over () as missing from part)
  select array_agg((floor_part + case when place <= abs(missing) then sign(missing) else 0 end)::bigint order by n) from ranked
$$;

-- Keeps both roll-ups and the stored shares exact after every statement on sale_line: takes out what the old lines were counted as, puts in
-- what the new ones are. Rows are written in key order, so that two writers wait for each other instead of deadlocking.
create function app.roll_up_sales() returns trigger
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    insert into public.client_month as m (tenant_id, client_id, month, group_id, source, amount, cost, uncosted, lines)
    select tenant_id, client_id, date_trunc('month', sold_on)::date, coalesce(group_id, app.no_id()), source,
      -sum(base_amount), -coalesce(sum(cost), 0), count(cost) - count(*), -count(*)
    from before_rows group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (tenant_id, client_id, month, group_id, source) do update
    set amount = m.amount + excluded.amount, cost = m.cost + excluded.cost, uncosted = m.uncosted + excluded.uncosted, lines = m.lines + excluded.lines;

    insert into public.credit_month as m (tenant_id, member_id, month, client_id, client_label, group_id, source, amount, cost, uncosted, lines)
    select b.tenant_id, coalesce(s.member_id, b.credit_id, app.no_id()), date_trunc('month', b.sold_on)::date, b.client_id, '', coalesce(b.group_id, app.no_id()), b.source,
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

    -- A line with a named seller is the seller's alone; else whoever holds a share on that day has that part of it.
    insert into public.sale_share (tenant_id, client_id, sale_id, member_id, share, amount, cost, counted)
    select l.tenant_id, l.client_id, l.id, p.member_id, p.share, (app.split_amount(l.base_amount, p.shares))[p.place],
      case when l.cost is not null then (app.split_amount(l.cost, p.shares))[p.place] end, (p.place = 1)::int
    from after_rows l cross join lateral (
      select a.member_id, a.share, row_number() over w as place, array_agg(a.share) over (partition by a.client_id order by a.role, a.member_id
        rows between unbounded preceding and unbounded following) as shares
      from (
        select x.client_id, x.member_id, x.role, case when x.role = 'primary' then 100 - coalesce((select sum(o.share) from public.assignment o
            where o.tenant_id = l.tenant_id and o.client_id = l.client_id and o.role <> 'primary' and o.member_id <> x.member_id
              and o.starts_on <= l.sold_on and (o.ends_on is null or o.ends_on > l.sold_on)), 0) else x.share end as share
        from public.assignment x where x.tenant_id = l.tenant_id and x.client_id = l.client_id
          and x.starts_on <= l.sold_on and (x.ends_on is null or x.ends_on > l.sold_on)
          and (x.role = 'primary' or (x.share > 0 and x.member_id is distinct from l.owner_id))) a
      where a.share > 0 window w as (order by a.role, a.member_id)) p
    where l.seller_id is null and l.owner_id is not null and (cardinality(p.shares) > 1 or p.member_id <> l.owner_id)
      and exists (select from public.assignment x where x.tenant_id = l.tenant_id and x.client_id = l.client_id and x.role = 'specialist' and x.share > 0
        and x.starts_on <= l.sold_on and (x.ends_on is null or x.ends_on > l.sold_on));

    insert into public.credit_month as m (tenant_id, member_id, month, client_id, client_label, group_id, source, amount, cost, uncosted, lines)
    select a.tenant_id, coalesce(s.member_id, a.credit_id, app.no_id()), date_trunc('month', a.sold_on)::date, a.client_id, max(c.name), coalesce(a.group_id, app.no_id()), a.source,
      sum(coalesce(s.amount, a.base_amount)), coalesce(sum(case when s.sale_id is null then a.cost else s.cost end), 0),
      sum(case when a.cost is null then coalesce(s.counted, 1) else 0 end), sum(coalesce(s.counted, 1))
    from after_rows a join public.client c on c.tenant_id = a.tenant_id and c.id = a.client_id
      left join public.sale_share s on s.tenant_id = a.tenant_id and s.sale_id = a.id
    group by 1, 2, 3, 4, 6, 7 order by 1, 2, 3, 4, 6, 7
    on conflict (tenant_id, member_id, month, client_id, group_id, source) do update
    set amount = m.amount + excluded.amount, cost = m.cost + excluded.cost, uncosted = m.uncosted + excluded.uncosted, lines = m.lines + excluded.lines,
      client_label = case when m.client_label = '' then excluded.client_label else m.client_label end;
  end if;

  if tg_op in ('UPDATE', 'DELETE') then
    delete from public.client_month m using (select distinct tenant_id, client_id, date_trunc('month', sold_on)::date as month from before_rows) d
    where m.tenant_id = d.tenant_id and m.client_id = d.client_id and m.month = d.month and m.lines = 0 and m.amount = 0;
    delete from public.credit_month m using (select distinct tenant_id, client_id, date_trunc('month', sold_on)::date as month from before_rows) d
    where m.tenant_id = d.tenant_id and m.client_id = d.client_id and m.month = d.month and m.lines = 0 and m.amount = 0;
  end if;
  return null;
end $$;
create index credit_month_client_idx on credit_month (tenant_id, client_id, month);
create trigger roll_up_insert after insert on sale_line referencing new table as after_rows for each statement execute function app.roll_up_sales();
create trigger roll_up_update after update on sale_line referencing old table as before_rows new table as after_rows for each statement execute function app.roll_up_sales();
create trigger roll_up_delete after delete on sale_line referencing old table as before_rows for each statement execute function app.roll_up_sales();

-- A contract that is signed demands somebody who answers for the client (R3), from that day on; deferred, so that both may come together.
create function app.guard_contract() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from public.assignment a where a.tenant_id = new.tenant_id and a.client_id = new.client_id and a.role = 'primary'
      and (a.ends_on is null or a.ends_on > coalesce(app.today(), new.signed_on))) then
    perform app.refuse('contract-needs-owner');
  end if;
  return null;
end $$;
create constraint trigger guard_contract after insert or update of status on contract deferrable initially deferred
  for each row when (new.status = 'signed') execute function app.guard_contract();
reset check_function_bodies;
