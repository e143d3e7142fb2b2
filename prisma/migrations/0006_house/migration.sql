-- What every write leaves behind: audit, idempotency, mail, notices; and a member's own saved views.
create table audit_entry (
  tenant_id uuid not null default app.tenant(),
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  member_id uuid,
  action text not null,
  op text not null check (op in ('insert', 'update', 'delete', 'event')),
  table_name text,
  row_id uuid,
  client_id uuid,
  changes jsonb not null,
  request text,
  -- Orders the chain by transactions that are over, so that a long one cannot slip in behind a seal.
  xid xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, id)
);
create index audit_entry_client_idx on audit_entry (tenant_id, client_id);
create index audit_entry_xid_idx on audit_entry (tenant_id, xid);

create table app.audit_seal (
  tenant_id uuid not null references identity.tenant (id),
  to_xid xid8 not null,
  entries bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (tenant_id, to_xid)
);

create table idempotency_key (
  tenant_id uuid not null default app.tenant(),
  member_id uuid not null default app.member(),
  key uuid not null,
  action text not null,
  input_hash bytea not null,
  result jsonb,
  created_at timestamptz not null default now(),
  primary key (tenant_id, member_id, key),
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);
create index idempotency_key_created_idx on idempotency_key (created_at);

create table outbox_mail (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('invitation', 'reset', 'handover')),
  to_address text not null,
  subject text not null,
  body text not null,
  status text not null check (status in ('held', 'queued', 'sent', 'failed')),
  message_id text not null,
  error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (tenant_id, id)
);
create index outbox_mail_created_idx on outbox_mail (tenant_id, created_at);

-- The real text of a mail whose link an admin must not see: a server delivers it, or its person works in other companies too.
create table identity.sealed_mail (tenant_id uuid not null, mail_id uuid not null, body text not null, primary key (tenant_id, mail_id));

create table notice (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('inn-taken')),
  member_id uuid,
  client_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, client_id) references client (tenant_id, id)
);
create index notice_member_idx on notice (tenant_id, member_id, created_at);

create table saved_view (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  member_id uuid not null default app.member(),
  page text not null check (page ~ '^/'),
  name text not null check (length(trim(name)) between 1 and 60),
  query text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, member_id, page, name),
  foreign key (tenant_id, member_id) references member (tenant_id, id)
);

select app.isolate('audit_entry', 'admin', reads => '{audit:read}', audited => false);
select app.isolate('idempotency_key', 'own', '{*}', commands => '{insert,update}', audited => false);
select app.isolate('outbox_mail', 'admin', '{outbox:send}', '{outbox:read,outbox:send}', commands => '{update}', audited => false);
select app.isolate('notice', 'admin', '{notice:edit}', '{notice:read,notice:edit}', commands => '{update}');
select app.isolate('saved_view', 'own', '{*}', audited => false);

/** Queues work in the caller's own transaction; the payload gets the caller's tenant. Its owner is the queue's: graphile_worker's tables watch their rows. */
create function app.enqueue(task text, payload jsonb, job_key text default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, (payload || jsonb_build_object('tenant', nullif(current_setting('app.tenant', true), '')))::json, job_key => job_key);
end $$;

/** Puts a mail into the outbox of a company: held while no server is set, else queued for the worker in this transaction. */
create function app.post_mail(for_tenant uuid, what text, to_whom text, title text, visible text, sealed text, hold boolean) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare made uuid := gen_random_uuid();
begin
  if app.tenant() is not null and for_tenant is distinct from app.tenant() then perform app.refuse('forbidden'); end if;
  insert into public.outbox_mail (tenant_id, id, kind, to_address, subject, body, status, message_id)
  values (for_tenant, made, what, to_whom, title, visible, case when hold then 'held' else 'queued' end, '<' || made || '@grange>');
  if sealed is not null then insert into identity.sealed_mail values (for_tenant, made, sealed); end if;
  if not hold then
    perform set_config('app.tenant', for_tenant::text, true);
    perform app.enqueue('send-mail', jsonb_build_object('mail', made), 'mail:' || made);
  end if;
  return made;
end $$;

/** The text to send: the sealed one if there is one. Only the mail job asks. */
create function app.mail_text(mail uuid) returns text language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if app.ability() is distinct from 'outbox:send' then perform app.refuse('forbidden'); end if;
  return coalesce((select s.body from identity.sealed_mail s where s.tenant_id = app.tenant() and s.mail_id = mail),
    (select o.body from public.outbox_mail o where o.tenant_id = app.tenant() and o.id = mail));
end $$;

/**
 * May the caller register this INN? 'free', 'mine' with the client when it is in the caller's reach, else 'taken' and nothing more, which
 * is logged, counted (ten an hour, then 'throttled') and noted for the admin (domain.md 13.7).
 */
create function app.claim_inn(asked_inn text, asked_kpp text, but uuid default null) returns table (verdict text, client_id uuid)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare found uuid;
begin
  if (select count(*) from public.notice n where n.tenant_id = app.tenant() and n.member_id = app.member() and n.kind = 'inn-taken' and n.created_at > now() - interval '1 hour') >= 10 then
    return query select 'throttled', null::uuid; return;
  end if;
  select c.id into found from public.client c where c.tenant_id = app.tenant() and c.inn = asked_inn and c.archived_at is null
    and coalesce(c.kpp, '') = coalesce(asked_kpp, '') and c.id is distinct from but;
  if found is null then return query select 'free', null::uuid; return; end if;
  if app.reaches(found) then return query select 'mine', found; return; end if;
  insert into public.notice (tenant_id, kind, member_id, client_id, detail) values (app.tenant(), 'inn-taken', app.member(), found, jsonb_build_object('inn', asked_inn));
  return query select 'taken', null::uuid;
end $$;

/** Old keys and spent links go; the clock calls it. Answers the number of rows. */
create function app.sweep() returns int language plpgsql security definer set search_path = pg_catalog, public as $$
declare n int; total int := 0;
begin
  delete from public.idempotency_key where created_at < now() - interval '48 hours'; get diagnostics n = row_count; total := total + n;
  delete from identity.session where created_at < now() - interval '31 days'; get diagnostics n = row_count; total := total + n;
  delete from identity.reset_token where expires_at < now() - interval '1 day'; get diagnostics n = row_count; total := total + n;
  delete from identity.throttle where since < now() - interval '1 day' and coalesce(blocked_until, '-infinity') < now(); get diagnostics n = row_count;
  return total + n;
end $$;

create function app.chain_hash(for_tenant uuid, after_xid xid8, to_xid xid8, previous bytea) returns bytea
language sql stable security definer set search_path = pg_catalog, public as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(coalesce(string_agg(to_jsonb(e)::text, e'\n' order by e.id), ''), 'UTF8'))
  from public.audit_entry e where e.tenant_id = for_tenant and e.xid > after_xid and e.xid <= to_xid
$$;

/** Seals the audit trail of every company into its hash chain, up to transactions that are over. Answers the number of seals made. */
create function app.seal_audit() returns int language plpgsql security definer set search_path = pg_catalog, public as $$
declare t uuid; last app.audit_seal; upto xid8; n bigint; made int := 0; horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  perform pg_advisory_xact_lock(hashtext('app.seal_audit'));
  for t in select id from identity.tenant order by id loop
    select * into last from app.audit_seal s where s.tenant_id = t order by to_xid desc limit 1;
    select max(e.xid), count(*) into upto, n from public.audit_entry e where e.tenant_id = t and e.xid > coalesce(last.to_xid, '0'::xid8) and e.xid < horizon;
    continue when n = 0;
    insert into app.audit_seal (tenant_id, to_xid, entries, hash)
    values (t, upto, n, app.chain_hash(t, coalesce(last.to_xid, '0'::xid8), upto, last.hash));
    made := made + 1;
  end loop;
  return made;
end $$;

/** The first seal of the caller's company that does not fit its entries; no row when the chain holds. */
create function app.broken_seal() returns table (to_xid text, sealed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.to_xid::text, s.sealed_at from (
    select x.*, lag(x.to_xid) over w as before_xid, lag(x.hash) over w as before_hash from app.audit_seal x where x.tenant_id = app.tenant() window w as (order by x.to_xid)) s
  where s.hash <> app.chain_hash(s.tenant_id, coalesce(s.before_xid, '0'::xid8), s.to_xid, s.before_hash) order by s.to_xid limit 1
$$;

select app.callable('app.enqueue(text, jsonb, text)', 'app.post_mail(uuid, text, text, text, text, text, boolean)', 'app.mail_text(uuid)',
  'app.claim_inn(text, text, uuid)', 'app.broken_seal()');
do $$
begin
  -- The clock's: without a tenant, so never from inside a member's transaction.
  execute format('grant execute on function app.sweep(), app.seal_audit() to %I', app.role_name('grange_app'));
  execute format('grant create, usage on schema app to %I', app.role_name('grange_worker'));
  execute format('alter function app.enqueue(text, jsonb, text) owner to %I', app.role_name('grange_worker'));
  execute format('revoke create on schema app from %I', app.role_name('grange_worker'));
end $$;
