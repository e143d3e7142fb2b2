-- What imports write besides sales: everything with the ability import:run, and closed tables through functions that ask for it.
set check_function_bodies = off;

-- The number that the accounting system knows a seller by: sales and assignments may name it.
alter table member add column code text check (length(trim(code)) between 1 and 60);
create unique index member_code_key on member (tenant_id, code) where code is not null;
create index member_email_idx on member (tenant_id, lower(email));

select app.isolate('member', 'tenant', '{people:edit,profile:edit,import:run}', commands => '{update}');
select app.isolate('industry', 'tenant', '{dictionary:edit,import:run}');
select app.isolate('region', 'tenant', '{dictionary:edit,import:run}');
select app.isolate('client', 'client', '{client:edit,client:archive,import:run}', key => 'id', commands => '{update}');
select app.isolate('contact', 'client', '{client:edit,client:create,import:run}');
select app.isolate('contact_channel', 'client', '{client:edit,client:create,import:run}');

-- A revert puts a row back with the version that it had: it is the row of that version again, for a form that still shows it too.
create or replace function app.bump_version() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('app.restoring', true), '') = '' then
    new.version := old.version + 1;
  end if;
  new.updated_at := now();
  return new;
end $$;

/**
 * app.open_session for a job: the member by name, without a session; no row for someone who has left. Only the app's own login may ask, as it
 * alone starts jobs.
 */
create function app.open_member(for_tenant uuid, for_member uuid, frozen_day date) returns table (
  session_id uuid, person_id uuid, person_name text, email text, tenant_id uuid, tenant_name text, currency text, fiscal_start_month int,
  company_locale text, company_zone text, member_id uuid, member_name text, roles text[], locale text, zone text, today date, reach text, stale boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare p identity.person; t identity.tenant; m public.member; day date; see text;
begin
  select x.* into t from identity.tenant x where x.id = for_tenant;
  day := coalesce(frozen_day, (now() at time zone t.zone)::date);
  select x.* into p from identity.person x join identity.membership ms on ms.person_id = x.id
    where ms.tenant_id = for_tenant and ms.member_id = for_member and x.disabled_at is null;
  if p.id is null then return; end if;
  select x.* into m from public.member x where x.tenant_id = for_tenant and x.id = for_member and (x.left_on is null or x.left_on > (now() at time zone t.zone)::date);
  see := case when m.id is null then null when m.roles && '{admin,director,auditor}' then 'all'
    when cardinality(app.reach_of(t.id, m.id, day)) <= 300 then 'few' else 'many' end;
  return query select null::uuid, p.id, p.name, p.email::text, t.id, t.name, t.currency, t.fiscal_start_month, t.locale, t.zone,
    m.id, m.name, m.roles, coalesce(p.locale, t.locale), coalesce(m.zone, t.zone), day, see, false;
end $$;

/** Who a command line means by a company's name and a member's e-mail; no row where either is unknown or the name is not unique. */
create function app.find_member(company text, for_email text) returns table (tenant_id uuid, member_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, m.id from identity.tenant t join identity.membership ms on ms.tenant_id = t.id join identity.person p on p.id = ms.person_id
  join public.member m on m.tenant_id = ms.tenant_id and m.id = ms.member_id
  where lower(t.name) = lower(trim(company)) and p.email = trim(for_email)::public.citext and m.left_on is null
    and (select count(*) from identity.tenant o where lower(o.name) = lower(trim(company))) = 1
$$;

create function app.must_import() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if app.ability() is distinct from 'import:run' or not app.reaches_all() then perform app.refuse('forbidden'); end if;
end $$;

/**
 * Writes rows of the tables that are closed to plain statements (client, member, assignment) for an import: op insert takes rows with an id of
 * their own, update sets the named columns of the rows by their id, delete takes away. The tables' own constraints and guards hold as ever.
 */
create function app.import_rows(tbl text, op text, columns text[], rows jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare n bigint; named text; taken text;
begin
  perform app.must_import();
  if not tbl = any('{client,member,assignment}') or columns && '{tenant_id}' then perform app.refuse('forbidden'); end if;
  named := (select string_agg(format('%I', c), ', ') from unnest(columns) c);
  if op = 'insert' then
    taken := (select string_agg(format('r.%I', c), ', ') from unnest(columns) c);
    execute format('insert into public.%I (tenant_id, id, %s) select app.tenant(), r.id, %s from jsonb_populate_recordset(null::public.%I, $1) r', tbl, named, taken, tbl) using rows;
  elsif op = 'update' then
    taken := (select string_agg(format('%I = r.%I', c, c), ', ') from unnest(columns) c);
    execute format('update public.%I t set %s from jsonb_populate_recordset(null::public.%I, $1) r where t.tenant_id = app.tenant() and t.id = r.id', tbl, taken, tbl) using rows;
  elsif op = 'delete' then
    execute format('delete from public.%I t using jsonb_populate_recordset(null::public.%I, $1) r where t.tenant_id = app.tenant() and t.id = r.id', tbl, tbl) using rows;
  else
    perform app.refuse('invalid');
  end if;
  get diagnostics n = row_count;
  return n;
end $$;

/** Which of these rows of a table others point at: they can be archived, not taken away. */
create function app.pointed_at(tbl text, ids uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare k record; hit uuid[]; found uuid[] := '{}';
begin
  perform app.must_import();
  for k in
    select c.conrelid::regclass as child, a.attname as col from pg_constraint c
    join pg_attribute p on p.attrelid = c.confrelid and p.attname = 'id'
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_position(c.confkey, p.attnum)]
    where c.contype = 'f' and c.confrelid = format('public.%I', tbl)::regclass and c.confdeltype <> 'c'
  loop
    execute format('select array_agg(distinct x.%I) from %s x where x.tenant_id = app.tenant() and x.%I = any($1)', k.col, k.child, k.col) into hit using ids;
    found := found || coalesce(hit, '{}');
  end loop;
  if tbl = 'member' then
    found := found || array(select ms.member_id from identity.membership ms where ms.tenant_id = app.tenant() and ms.member_id = any(ids));
  end if;
  return found;
end $$;

/** Whether a colleague can sign in: an imported one cannot yet, and so can still be invited. */
create function app.has_account(member uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as
$$ select exists (select from identity.membership ms where ms.tenant_id = app.tenant() and ms.member_id = member) $$;

-- An imported member has no account yet: whoever accepts an invitation to that address becomes that very member.
create or replace function identity.accept_invitation(hash bytea, new_name text, new_password_hash text) returns uuid
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
    select x.id into m from public.member x where x.tenant_id = i.tenant_id and lower(x.email) = lower(i.email)
      and not exists (select from identity.membership ms where ms.tenant_id = x.tenant_id and ms.member_id = x.id) order by x.created_at limit 1;
    if m is not null then
      insert into identity.membership values (i.tenant_id, m, p.id);
      update public.member set left_on = null, roles = i.roles, job_title = coalesce(i.job_title, job_title) where tenant_id = i.tenant_id and id = m;
    else
      insert into public.member (tenant_id, name, email, job_title, roles, joined_on)
      values (i.tenant_id, coalesce(new_name, p.name), i.email, i.job_title, i.roles, day) returning id into m;
      insert into identity.membership values (i.tenant_id, m, p.id);
    end if;
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

select app.callable('app.import_rows(text, text, text[], jsonb)', 'app.pointed_at(text, uuid[])', 'app.has_account(uuid)', 'app.must_import()', 'app.no_id()', 'app.split_amount(bigint, numeric[])');
do $$
begin
  execute format('grant execute on function app.open_member(uuid, uuid, date), app.find_member(text, text) to %I', app.role_name('grange_app'));
  -- The set-based steps of an import work in temporary tables. Bootstrap grants this to a copied database, which brings no privileges along.
  execute format('grant temporary on database %I to %I', current_database(), app.role_name('reach_all'));
end $$;
reset check_function_bodies;
