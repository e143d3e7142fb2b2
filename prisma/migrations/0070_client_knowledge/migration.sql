-- What is known of a client: key numbers, the business profile, needs, addresses, and what one remembers of its people.
set check_function_bodies = off;

/**
 * Narrows every policy of an isolated table by a condition on the row itself: what is written as private stays with one member, whoever else
 * reaches the client. Called after app.isolate, and again whenever that is.
 */
create function app.narrow(tbl text, condition text) returns void language plpgsql as $$
declare pol record; used text; checked text;
begin
  for pol in select p.polname, pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as with_check from pg_policy p
    where p.polrelid = format('public.%I', tbl)::regclass and p.polname not like 'guest%' loop
    used := case when pol.qual is null then '' else format('using (%s and (%s))', pol.qual, condition) end;
    checked := case when pol.with_check is null then '' else format('with check (%s and (%s))', pol.with_check, condition) end;
    execute format('alter policy %I on public.%I %s %s', pol.polname, tbl, used, checked);
  end loop;
end $$;

-- Kinds of key numbers. Shipped ones bear a key, by which they are found whatever they are called.
create table number_kind (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  key text check (key ~ '^[a-z_]{1,40}$'),
  name_ru text check (length(trim(name_ru)) between 1 and 120),
  name_en text check (length(trim(name_en)) between 1 and 120),
  topic text not null check (topic in ('terms', 'finance', 'logistics', 'marketing', 'business')),
  unit text not null check (unit in ('money', 'percent', 'days', 'pieces', 'text')),
  -- What the pieces are: "чел.", "outlets".
  measure_ru text check (length(measure_ru) between 1 and 20),
  measure_en text check (length(measure_en) between 1 and 20),
  half_life_days int not null check (half_life_days between 1 and 3650),
  -- Stands in the header of a client's page.
  in_header boolean not null default false,
  position int not null default 0,
  archived_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, key),
  unique (tenant_id, name_ru),
  unique (tenant_id, name_en),
  check (name_ru is not null or name_en is not null)
);

-- What somebody said a number was on a day. Never overwritten: the latest one that was not taken back is the value, the others its history.
create table key_number (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  kind_id uuid not null,
  -- One of three, as the unit of the kind asks: minor units of currency, a figure, a text.
  minor bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  figure numeric(18, 4),
  content text check (length(trim(content)) between 1 and 200),
  as_of date not null,
  source text not null check (source in ('person', 'document', 'import', 'own')),
  -- Who of theirs said it, or which document it stands in.
  contact_id uuid,
  source_note text check (length(source_note) <= 200),
  -- Says that the value before it is still true.
  confirms_id uuid,
  created_by uuid default app.member(),
  created_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, client_id, id),
  check (num_nonnulls(minor, figure, content) = 1 and (minor is null) = (currency is null)),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, kind_id) references number_kind (tenant_id, id),
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id),
  foreign key (tenant_id, client_id, confirms_id) references key_number (tenant_id, client_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
create index key_number_latest_idx on key_number (tenant_id, client_id, kind_id, as_of desc, created_at desc);
create index key_number_kind_idx on key_number (tenant_id, kind_id);

create table profile_question (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  key text check (key ~ '^[a-z_]{1,40}$'),
  section text not null check (section in ('processes', 'seasonality', 'decisions', 'channels', 'constraints', 'logistics', 'marketing', 'finance')),
  text_ru text check (length(trim(text_ru)) between 1 and 300),
  text_en text check (length(trim(text_en)) between 1 and 300),
  kind text not null check (kind in ('text', 'choice', 'number')),
  -- [{ key, ru, en }] of a choice; an answer keeps the key.
  choices jsonb not null default '[]' check (jsonb_typeof(choices) = 'array'),
  half_life_days int not null default 365 check (half_life_days between 1 and 3650),
  position int not null default 0,
  archived_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, key),
  check (text_ru is not null or text_en is not null),
  check ((kind = 'choice') = (choices <> '[]'))
);

create table profile_answer (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  question_id uuid not null,
  content text check (length(trim(content)) between 1 and 4000),
  choice text,
  figure numeric(18, 4),
  confirmed_by uuid default app.member(),
  confirmed_on date not null default app.today(),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, client_id, question_id),
  check (num_nonnulls(content, choice, figure) = 1),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, question_id) references profile_question (tenant_id, id),
  foreign key (tenant_id, confirmed_by) references member (tenant_id, id)
);
create index profile_answer_question_idx on profile_answer (tenant_id, question_id);

create table need (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  kind text not null check (kind in ('need', 'pain')),
  title text not null check (length(trim(title)) between 1 and 200),
  detail text check (length(detail) <= 4000),
  contact_id uuid,
  raised_on date not null default app.today(),
  status text not null default 'open' check (status in ('open', 'offered', 'solved', 'dropped')),
  offer text check (length(trim(offer)) between 1 and 4000),
  offered_on date,
  closed_on date,
  drop_reason text check (length(trim(drop_reason)) between 1 and 400),
  created_by uuid default app.member(),
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, client_id, id),
  check (status <> 'offered' or (offer is not null and offered_on is not null)),
  check ((status in ('solved', 'dropped')) = (closed_on is not null)),
  check ((status = 'dropped') = (drop_reason is not null)),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);

create table client_address (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  kind text not null check (kind in ('delivery', 'office', 'legal', 'store')),
  name text check (length(trim(name)) between 1 and 120),
  place text not null check (length(trim(place)) between 1 and 400),
  -- Who lets a lorry in.
  contact_id uuid,
  -- [{ days: [1…7, Monday first], from: "09:00", to: "12:00" }] by the client's clock (lib/domain/delivery-slot).
  slots jsonb not null default '[]' check (jsonb_typeof(slots) = 'array'),
  terms text check (length(terms) <= 2000),
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id)
);
create index client_address_client_idx on client_address (tenant_id, client_id);

-- Who of ours knows whom of theirs, and how well: 1 acquainted, 2 works well together, 3 trusted.
create table contact_tie (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  contact_id uuid not null,
  member_id uuid not null,
  strength smallint not null default 1 check (strength between 1 and 3),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, client_id, contact_id, member_id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create index contact_tie_member_idx on contact_tie (tenant_id, member_id);

-- What one talks about with a person. Private unless its author shares it; guests have no grant here at all.
create table contact_fact (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('topic', 'interest', 'family', 'social', 'mutual', 'avoid')),
  content text not null check (length(trim(content)) between 1 and 1000),
  is_private boolean not null default true,
  created_by uuid default app.member(),
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id),
  foreign key (tenant_id, client_id, contact_id) references contact (tenant_id, client_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
create index contact_fact_contact_idx on contact_fact (tenant_id, client_id, contact_id);

select app.isolate('number_kind', 'tenant', '{dictionary:edit}', commands => '{insert,update}');
select app.isolate('profile_question', 'tenant', '{dictionary:edit}', commands => '{insert,update}');
select app.isolate('key_number', 'client', '{client:edit}', commands => '{insert,update}');
select app.isolate('profile_answer', 'client', '{client:edit}');
select app.isolate('need', 'client', '{client:edit}', commands => '{insert,update}');
select app.isolate('client_address', 'client', '{client:edit}', commands => '{insert,update}');
select app.isolate('contact_tie', 'client', '{client:edit}');
select app.isolate('contact_fact', 'client', '{client:edit}', commands => '{insert,update}');
-- A private fact is read and written by its author and by whoever leads the author, nobody else.
select app.narrow('contact_fact', 'not is_private or created_by = any((select app.subordinate_ids())::uuid[])');
insert into app.personal_column values ('contact_fact', 'content');

-- The words that every company starts with. Their ids follow from company and key, so that a demo is the same every time.
create function app.ship_client_card(for_tenant uuid) returns void language sql as $$
  insert into public.number_kind (tenant_id, id, key, name_ru, name_en, topic, unit, measure_ru, measure_en, half_life_days, in_header, position)
  select for_tenant, md5(for_tenant || ':number:' || key)::uuid, key, ru, en, topic, unit, mru, men, days, header, (row_number() over ())::int * 10
  from (values
    ('payment_days', 'Отсрочка', 'Payment terms', 'terms', 'days', null, null, 365, true),
    ('discount', 'Скидка', 'Discount', 'terms', 'percent', null, null, 180, true),
    ('credit_limit', 'Кредитный лимит', 'Credit limit', 'finance', 'money', null, null, 180, true),
    ('debt', 'Долг', 'Debt', 'finance', 'money', null, null, 14, true),
    ('contract_sum', 'Сумма договора', 'Contract sum', 'terms', 'money', null, null, 365, true),
    ('monthly_volume', 'Объём в месяц', 'Monthly volume', 'terms', 'money', null, null, 120, false),
    ('volume_bonus', 'Бонус за объём', 'Volume bonus', 'terms', 'percent', null, null, 365, false),
    ('own_target', 'Их цель на год', 'Their own target for the year', 'business', 'money', null, null, 365, false),
    ('headcount', 'Штат', 'Headcount', 'business', 'pieces', 'чел.', 'people', 365, true),
    ('outlets', 'Точки продаж', 'Points of sale', 'business', 'pieces', 'точек', 'outlets', 365, false),
    ('min_order', 'Минимальный заказ', 'Smallest order', 'logistics', 'money', null, null, 365, false),
    ('delivery_days', 'Срок поставки', 'Delivery time', 'logistics', 'days', null, null, 180, false),
    ('promo_budget', 'Бюджет на продвижение', 'Promotion budget', 'marketing', 'money', null, null, 365, false),
    ('bank_account', 'Расчётный счёт', 'Bank account', 'finance', 'text', null, null, 730, false)
  ) as shipped (key, ru, en, topic, unit, mru, men, days, header)
  on conflict do nothing;

  insert into public.profile_question (tenant_id, id, key, section, text_ru, text_en, kind, choices, half_life_days, position)
  select for_tenant, md5(for_tenant || ':question:' || key)::uuid, key, section, ru, en, kind, choices::jsonb, days, (row_number() over ())::int * 10
  from (values
    ('earns_on', 'processes', 'Чем занимается и на чём зарабатывает?', 'What do they do, and what do they earn on?', 'text', '[]', 730),
    ('our_goods', 'processes', 'Как у них используется то, что они покупают у нас?', 'What do they do with what they buy from us?', 'text', '[]', 365),
    ('systems', 'processes', 'В какой программе ведут заказы и учёт?', 'Which system do they keep orders and accounts in?', 'text', '[]', 730),
    ('peaks', 'seasonality', 'Когда у них пик, а когда спад?', 'When is their peak, and when their low season?', 'text', '[]', 365),
    ('peak_lead', 'seasonality', 'За сколько недель начинают готовиться к пику?', 'How many weeks ahead do they prepare for the peak?', 'number', '[]', 365),
    ('who_decides', 'decisions', 'Кто и как решает о закупке?', 'Who decides on a purchase, and how?', 'text', '[]', 365),
    ('how_chosen', 'decisions', 'Как выбирают поставщика?', 'How do they choose a supplier?', 'choice', '[{"key":"tender","ru":"Тендер","en":"Tender"},{"key":"quotes","ru":"Сравнивают предложения","en":"Compare offers"},{"key":"talks","ru":"Переговоры","en":"Negotiation"},{"key":"habit","ru":"По привычке","en":"Out of habit"}]', 365),
    ('approval_days', 'decisions', 'Сколько дней идёт согласование?', 'How many days does an approval take?', 'number', '[]', 365),
    ('main_channel', 'channels', 'Главный канал продаж', 'Main sales channel', 'choice', '[{"key":"retail","ru":"Розница","en":"Retail"},{"key":"wholesale","ru":"Опт","en":"Wholesale"},{"key":"online","ru":"Интернет","en":"Online"},{"key":"horeca","ru":"Рестораны и отели","en":"Restaurants and hotels"},{"key":"projects","ru":"Проекты и тендеры","en":"Projects and tenders"}]', 365),
    ('other_channels', 'channels', 'Где ещё и кому продаёт?', 'Where else do they sell, and to whom?', 'text', '[]', 365),
    ('must_not', 'constraints', 'Чего у них делать нельзя: запреты, требования, стандарты?', 'What must never be done: bans, demands, standards?', 'text', '[]', 365),
    ('competitors', 'constraints', 'У кого ещё покупают то же самое?', 'Who else sells them the same?', 'text', '[]', 180),
    ('delivery_terms', 'logistics', 'Условия поставки', 'Delivery terms', 'choice', '[{"key":"we_deliver","ru":"Доставляем мы","en":"We deliver"},{"key":"pickup","ru":"Самовывоз","en":"They collect"},{"key":"carrier","ru":"Транспортная компания","en":"A carrier"}]', 365),
    ('entry', 'logistics', 'Что нужно для въезда и приёмки?', 'What does entry and acceptance take?', 'text', '[]', 365),
    ('activities', 'marketing', 'Какие акции и мероприятия проводят и когда?', 'Which campaigns and events do they run, and when?', 'text', '[]', 180),
    ('materials', 'marketing', 'Какие материалы нужны от нас?', 'Which materials do they need from us?', 'text', '[]', 365),
    ('ad_limits', 'marketing', 'Ограничения в рекламе и оформлении', 'Restrictions on advertising and design', 'text', '[]', 365),
    ('vat', 'finance', 'Режим НДС', 'VAT regime', 'choice', '[{"key":"standard","ru":"С НДС","en":"With VAT"},{"key":"reduced","ru":"Пониженная ставка","en":"Reduced rate"},{"key":"none","ru":"Без НДС","en":"Without VAT"}]', 365),
    ('how_paid', 'finance', 'Как и когда платят на деле?', 'How and when do they really pay?', 'text', '[]', 180),
    ('closing_papers', 'finance', 'Какие закрывающие документы нужны и к какому сроку?', 'Which closing documents do they need, and by when?', 'text', '[]', 365)
  ) as shipped (key, section, ru, en, kind, choices, days)
  on conflict do nothing;
$$;
create function app.ship_words() returns trigger language plpgsql as $$
begin
  perform app.ship_client_card(new.id);
  return null;
end $$;
create trigger ship_words after insert on identity.tenant for each row execute function app.ship_words();
select app.ship_client_card(id) from identity.tenant;
reset check_function_bodies;
