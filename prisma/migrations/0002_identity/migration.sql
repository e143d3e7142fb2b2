-- Before the tenant is known: people, companies, who belongs where, sessions. No reach role has a grant here; the app calls definer functions.
-- Functions name tables of later migrations.
set check_function_bodies = off;
create table identity.tenant (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(trim(name)) between 1 and 120),
  locale text not null default 'ru' check (locale in ('ru', 'en')),
  zone text not null default 'Europe/Moscow',
  currency text not null default 'RUB' check (currency ~ '^[A-Z]{3}$'),
  fiscal_start_month int not null default 1 check (fiscal_start_month between 1 and 12),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

create table identity.person (
  id uuid primary key default gen_random_uuid(),
  email citext not null unique check (email ~ '^[^@\s]+@[^@\s]+$'),
  name text not null,
  -- argon2id, in its own encoded form; null until an invitation is accepted.
  password_hash text,
  locale text check (locale in ('ru', 'en')),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table identity.membership (
  tenant_id uuid not null references identity.tenant (id),
  member_id uuid not null,
  person_id uuid not null references identity.person (id),
  primary key (tenant_id, member_id),
  unique (person_id, tenant_id)
);

create table identity.session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  person_id uuid not null references identity.person (id),
  -- The company this session is in now.
  tenant_id uuid references identity.tenant (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  revoked_at timestamptz,
  address text,
  agent text
);
create index on identity.session (person_id) where revoked_at is null;

create table identity.reset_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references identity.person (id),
  expires_at timestamptz not null default now() + interval '1 hour',
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index on identity.reset_token (person_id);

create table identity.throttle (
  -- "account:<sha256 of the e-mail>", "address:<ip, or an IPv6 /64>", …
  key text primary key,
  failures int not null default 0,
  since timestamptz not null default now(),
  blocked_until timestamptz
);

create table identity.first_run (code_hash bytea primary key, created_at timestamptz not null default now(), used_at timestamptz);

/**
 * Counts an attempt before it is made and says how many seconds the caller must wait (0 = go on). Up to `allowed` in 15 minutes are free,
 * then the wait doubles from 5 s up to 15 min. Counting first means that a hundred attempts at once are a hundred attempts.
 */
create function identity.attempt(throttle_key text, allowed int) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare row identity.throttle; pause int;
begin
  insert into identity.throttle (key) values (throttle_key) on conflict do nothing;
  select * into row from identity.throttle where key = throttle_key for update;
  if row.blocked_until > now() then return ceil(extract(epoch from row.blocked_until - now())); end if;
  if row.since < now() - interval '15 minutes' and (row.blocked_until is null or row.blocked_until < now() - interval '15 minutes') then
    row.failures := 0;
  end if;
  pause := case when row.failures + 1 < allowed then 0 else least(900, 5 * 2 ^ least(row.failures + 1 - allowed, 8)) end;
  update identity.throttle set failures = row.failures + 1, since = case when row.failures = 0 then now() else since end,
    blocked_until = case when pause > 0 then now() + make_interval(secs => pause) end
  where key = throttle_key;
  return 0;
end $$;

create function identity.forget_attempts(throttle_key text) returns void
language sql security definer set search_path = pg_catalog, public as $$ delete from identity.throttle where key = throttle_key $$;

create function identity.find_sign_in(for_email text) returns table (person_id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog, public as
$$ select id, password_hash from identity.person where email = for_email::public.citext and disabled_at is null $$;

/** Companies the person works in now, by name. */
create function identity.companies_of(person uuid) returns table (tenant_id uuid, name text, member_id uuid, roles text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.name, m.id, m.roles from identity.membership s join identity.tenant t on t.id = s.tenant_id
  join public.member m on m.tenant_id = s.tenant_id and m.id = s.member_id
  where s.person_id = person and (m.left_on is null or m.left_on > (now() at time zone t.zone)::date) order by t.name, t.id
$$;

create function identity.start_session(person uuid, hash bytea, from_address text, from_agent text) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into identity.session (token_hash, person_id, tenant_id, address, agent)
  values (hash, person, coalesce(
    (select s.tenant_id from identity.session s join identity.companies_of(person) c using (tenant_id) where s.person_id = person order by s.seen_at desc limit 1),
    (select c.tenant_id from identity.companies_of(person) c limit 1)), from_address, left(from_agent, 300))
$$;

/** A live session: 12 hours idle, 30 days at most, not revoked, its person not disabled. */
create function identity.live_session(hash bytea) returns identity.session
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.* from identity.session s join identity.person p on p.id = s.person_id
  where s.token_hash = hash and s.revoked_at is null and s.seen_at > now() - interval '12 hours' and s.created_at > now() - interval '30 days'
    and p.disabled_at is null
$$;

/**
 * What a door needs to know, in one call; no row when the session is not live. Member columns are null when the person belongs nowhere.
 * frozen_day replaces today in tests and demos. reach: few (≤ 300 clients), many, all: the role whose policies fit the size of the set.
 */
create function app.open_session(hash bytea, frozen_day date) returns table (
  session_id uuid, person_id uuid, person_name text, email text, tenant_id uuid, tenant_name text, currency text, fiscal_start_month int,
  company_locale text, company_zone text, member_id uuid, member_name text, roles text[], locale text, zone text, today date, reach text, stale boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare s identity.session; p identity.person; t identity.tenant; m public.member; day date; see text;
begin
  s := identity.live_session(hash);
  if s.id is null then return; end if;
  select * into p from identity.person where id = s.person_id;
  select x.* into t from identity.tenant x where x.id = s.tenant_id;
  day := coalesce(frozen_day, (now() at time zone t.zone)::date);
  select x.* into m from public.member x join identity.membership ms on ms.tenant_id = x.tenant_id and ms.member_id = x.id
    where x.tenant_id = t.id and ms.person_id = p.id and (x.left_on is null or x.left_on > (now() at time zone t.zone)::date);
  see := case when m.id is null then null when m.roles && '{admin,director,auditor}' then 'all'
    when cardinality(app.reach_of(t.id, m.id, day)) <= 300 then 'few' else 'many' end;
  return query select s.id, p.id, p.name, p.email::text, t.id, t.name, t.currency, t.fiscal_start_month, t.locale, t.zone,
    m.id, m.name, m.roles, coalesce(p.locale, t.locale), coalesce(m.zone, t.zone), day, see, s.seen_at < now() - interval '5 minutes';
end $$;

create function identity.account_of(hash bytea) returns table (person_id uuid, name text, email text, locale text)
language sql stable security definer set search_path = pg_catalog, public as
$$ select p.id, p.name, p.email::text, p.locale from identity.live_session(hash) s join identity.person p on p.id = s.person_id $$;

create function identity.my_companies(hash bytea) returns table (tenant_id uuid, name text, current boolean, roles text[])
language sql stable security definer set search_path = pg_catalog, public as
$$ select c.tenant_id, c.name, c.tenant_id = s.tenant_id, c.roles from identity.live_session(hash) s, identity.companies_of(s.person_id) c $$;

create function identity.touch_session(hash bytea) returns void
language sql security definer set search_path = pg_catalog, public as
$$ update identity.session set seen_at = now() where token_hash = hash and revoked_at is null and seen_at < now() - interval '5 minutes' $$;

/** The company's own day, or the frozen one; no row for a company that is not there. */
create function identity.company_day(for_tenant uuid, frozen_day date) returns date
language sql stable security definer set search_path = pg_catalog, public as
$$ select coalesce(frozen_day, (now() at time zone t.zone)::date) from identity.tenant t where t.id = for_tenant $$;

create function identity.switch_company(hash bytea, to_tenant uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s identity.session := identity.live_session(hash);
begin
  if s.id is null or not exists (select from identity.companies_of(s.person_id) c where c.tenant_id = to_tenant) then return false; end if;
  update identity.session set tenant_id = to_tenant where id = s.id;
  return true;
end $$;

create function identity.my_sessions(hash bytea) returns table (id uuid, created_at timestamptz, seen_at timestamptz, address text, agent text, current boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id, o.created_at, o.seen_at, o.address, o.agent, o.token_hash = hash from identity.live_session(hash) me
  join identity.session o on o.person_id = me.person_id
  where o.revoked_at is null and o.seen_at > now() - interval '12 hours' and o.created_at > now() - interval '30 days'
  order by o.seen_at desc
$$;

/** Ends one of the caller's sessions, or with null all but the present one; answers how many ended. */
create function identity.revoke_sessions(hash bytea, which uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s identity.session := identity.live_session(hash); n int;
begin
  update identity.session set revoked_at = now() where person_id = s.person_id and revoked_at is null
    and case when which is null then id <> s.id else id = which end;
  get diagnostics n = row_count;
  return n;
end $$;

create function identity.end_session(hash bytea) returns void
language sql security definer set search_path = pg_catalog, public as
$$ update identity.session set revoked_at = now() where token_hash = hash and revoked_at is null $$;

create function identity.my_password_hash(hash bytea) returns text language sql stable security definer set search_path = pg_catalog, public as
$$ select p.password_hash from identity.live_session(hash) s join identity.person p on p.id = s.person_id $$;

/** The caller's own account: null leaves a value as it is. A new password ends every other session. */
create function identity.update_me(hash bytea, new_name text, new_locale text, new_password_hash text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare s identity.session := identity.live_session(hash);
begin
  update identity.person set name = coalesce(new_name, name), locale = coalesce(new_locale, locale), password_hash = coalesce(new_password_hash, password_hash)
  where id = s.person_id;
  if new_password_hash is not null then
    update identity.session set revoked_at = now() where person_id = s.person_id and id <> s.id and revoked_at is null;
  end if;
end $$;

/** Stores a reset link for a known address; tenant_id only if the person works in exactly one company, whose outbox may then show the link. */
create function identity.begin_reset(for_email text, hash bytea) returns table (person_id uuid, name text, locale text, tenant_id uuid, companies uuid[])
language plpgsql security definer set search_path = pg_catalog, public as $$
declare p identity.person; ids uuid[];
begin
  select * into p from identity.person x where x.email = for_email::public.citext and x.disabled_at is null;
  if p.id is null then return; end if;
  update identity.reset_token r set used_at = now() where r.person_id = p.id and r.used_at is null;
  insert into identity.reset_token (token_hash, person_id) values (hash, p.id);
  ids := array(select c.tenant_id from identity.companies_of(p.id) c);
  return query select p.id, p.name, coalesce(p.locale, (select t.locale from identity.tenant t where t.id = ids[1]), 'en'),
    case when cardinality(ids) = 1 then ids[1] end, ids;
end $$;

create function identity.find_reset(hash bytea) returns table (name text, email text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.name, p.email::text from identity.reset_token r join identity.person p on p.id = r.person_id
  where r.token_hash = hash and r.used_at is null and r.expires_at > now() and p.disabled_at is null
$$;

/** Uses the link once: sets the password and ends every session. False when the link is spent. */
create function identity.finish_reset(hash bytea, new_password_hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare who uuid;
begin
  update identity.reset_token set used_at = now() where token_hash = hash and used_at is null and expires_at > now() returning person_id into who;
  if who is null then return false; end if;
  update identity.person set password_hash = new_password_hash where id = who;
  update identity.session set revoked_at = now() where person_id = who and revoked_at is null;
  delete from identity.throttle where key = 'account:' || encode(sha256(convert_to(lower((select email::text from identity.person where id = who)), 'UTF8')), 'hex');
  return true;
end $$;

create function identity.needs_first_run() returns boolean language sql stable security definer set search_path = pg_catalog, public as
$$ select not exists (select from identity.tenant) $$;

/** The first company and its admin, once, against the one-time code printed at start. */
create function identity.first_run(code bytea, company jsonb, admin_name text, admin_email text, admin_password_hash text) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare t uuid := gen_random_uuid(); p uuid; m uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock(hashtext('identity.first_run'));
  if exists (select from identity.tenant) then perform app.refuse('first-run-done'); end if;
  update identity.first_run set used_at = now() where code_hash = code and used_at is null;
  if not found then perform app.refuse('code-wrong'); end if;
  insert into identity.tenant (id, name, locale, zone, currency)
  values (t, company ->> 'name', company ->> 'locale', company ->> 'zone', company ->> 'currency');
  insert into identity.person (email, name, password_hash, locale) values (admin_email, admin_name, admin_password_hash, company ->> 'locale') returning id into p;
  insert into public.member (tenant_id, id, name, email, roles, joined_on)
  values (t, m, admin_name, admin_email, '{admin}', (now() at time zone (company ->> 'zone'))::date);
  insert into identity.membership values (t, m, p);
  return p;
end $$;

create function identity.find_invitation(hash bytea) returns table (tenant_name text, name text, email text, locale text, known boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.name, i.name, i.email, i.locale, exists (select from identity.person p where p.email = i.email::public.citext and p.password_hash is not null)
  from public.invitation i join identity.tenant t on t.id = i.tenant_id
  where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;

/** Uses an invitation once; the person is new (name, password) or already known (the caller has checked their password). Answers the person. */
create function identity.accept_invitation(hash bytea, new_name text, new_password_hash text) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare i public.invitation; p identity.person; m uuid; day date;
begin
  select * into i from public.invitation x where x.token_hash = hash and x.accepted_at is null and x.revoked_at is null and x.expires_at > now() for update;
  if i.id is null then perform app.refuse('link-expired'); end if;
  select (now() at time zone t.zone)::date into day from identity.tenant t where t.id = i.tenant_id;
  select * into p from identity.person x where x.email = i.email::public.citext for update;
  if p.id is null then
    insert into identity.person (email, name, password_hash, locale) values (i.email, new_name, new_password_hash, i.locale) returning * into p;
  elsif p.password_hash is null then
    update identity.person set password_hash = new_password_hash, name = new_name where id = p.id;
  end if;
  select ms.member_id into m from identity.membership ms where ms.tenant_id = i.tenant_id and ms.person_id = p.id;
  if m is null then
    insert into public.member (tenant_id, name, email, job_title, roles, joined_on)
    values (i.tenant_id, coalesce(new_name, p.name), i.email, i.job_title, i.roles, day) returning id into m;
    insert into identity.membership values (i.tenant_id, m, p.id);
  else
    update public.member set left_on = null, roles = i.roles, job_title = coalesce(i.job_title, job_title) where tenant_id = i.tenant_id and id = m;
  end if;
  if i.team_id is not null then
    insert into public.team_member (tenant_id, team_id, member_id, role, starts_on)
    select i.tenant_id, i.team_id, m, case when 'lead' = any(i.roles) then 'lead' else 'member' end, day
    where not exists (select from public.team_member x where x.tenant_id = i.tenant_id and x.member_id = m and (x.ends_on is null or x.ends_on > day));
  end if;
  update public.invitation set accepted_at = now(), member_id = m where tenant_id = i.tenant_id and id = i.id;
  return p.id;
end $$;

/** Ends every session a member's person has in this company (someone who leaves). The caller's ability is checked by app.retire_member. */
create function identity.end_sessions_in(for_tenant uuid, for_member uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update identity.session s set revoked_at = now() from identity.membership ms
  where ms.tenant_id = for_tenant and ms.member_id = for_member and s.person_id = ms.person_id and s.tenant_id = for_tenant and s.revoked_at is null
$$;

/** The company's own settings, changed by an admin. */
create function app.update_company(new_name text, new_locale text, new_zone text, new_currency text, new_fiscal_month int) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare before jsonb; after jsonb;
begin
  if app.ability() is distinct from 'company:edit' then perform app.refuse('forbidden'); end if;
  select to_jsonb(t) into before from identity.tenant t where id = app.tenant() for update;
  update identity.tenant t set name = new_name, locale = new_locale, zone = new_zone, currency = new_currency, fiscal_start_month = new_fiscal_month
  where id = app.tenant() returning to_jsonb(t) into after;
  perform app.audit('updateCompany', app.row_changes('tenant', app.tenant(), app.tenant(), before, after));
end $$;

do $$
declare f text;
begin
  -- identity belongs to doors that have no tenant yet: the login itself, never a reach role.
  foreach f in array array['identity.attempt(text, int)', 'identity.forget_attempts(text)', 'identity.find_sign_in(text)', 'identity.companies_of(uuid)',
    'identity.start_session(uuid, bytea, text, text)', 'identity.touch_session(bytea)', 'identity.account_of(bytea)', 'identity.my_companies(bytea)', 'identity.company_day(uuid, date)', 'identity.switch_company(bytea, uuid)', 'identity.my_sessions(bytea)',
    'identity.revoke_sessions(bytea, uuid)', 'identity.end_session(bytea)', 'identity.my_password_hash(bytea)', 'identity.update_me(bytea, text, text, text)',
    'identity.begin_reset(text, bytea)', 'identity.find_reset(bytea)', 'identity.finish_reset(bytea, text)', 'identity.needs_first_run()',
    'identity.first_run(bytea, jsonb, text, text, text)', 'identity.find_invitation(bytea)', 'identity.accept_invitation(bytea, text, text)',
    'app.open_session(bytea, date)'] loop
    execute format('grant execute on function %s to %I', f, app.role_name('grange_app'));
  end loop;
end $$;
select app.callable('app.update_company(text, text, text, text, int)');
reset check_function_bodies;
