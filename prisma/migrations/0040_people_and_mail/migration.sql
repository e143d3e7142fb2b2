-- What sign-in, the account, invitations, the shell and the outbox need beyond the cellar.
set check_function_bodies = off;

-- Where a person last signed in ("https://crm.example.com"): links in their mails are built from it, never from what a stranger's request says.
alter table identity.person add column origin text check (origin ~ '^https?://[^/\s]{1,255}$');

create function identity.remember_origin(who uuid, from_origin text) returns void
language sql security definer set search_path = pg_catalog, public as
$$ update identity.person set origin = from_origin where id = who and origin is distinct from from_origin and from_origin ~ '^https?://[^/\s]{1,255}$' $$;

/** Where a mail to this person goes, and where its links lead. */
create function identity.mail_address_of(who uuid) returns table (email text, origin text)
language sql stable security definer set search_path = pg_catalog, public as
$$ select p.email::text, p.origin from identity.person p where p.id = who $$;

/** As before, but the first sign-in of all enters the company in which the person has been longest. */
create or replace function identity.start_session(person uuid, hash bytea, from_address text, from_agent text) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into identity.session (token_hash, person_id, tenant_id, address, agent)
  values (hash, person, coalesce(
    (select s.tenant_id from identity.session s join identity.companies_of(person) c using (tenant_id) where s.person_id = person order by s.seen_at desc limit 1),
    (select c.tenant_id from identity.companies_of(person) c join public.member m on m.tenant_id = c.tenant_id and m.id = c.member_id
      order by m.joined_on, c.name limit 1)), from_address, left(from_agent, 300))
$$;

/** Takes back one counted attempt of an address: it turned out to be a good one. (Others of that address stay counted.) */
create function identity.forgive_attempt(throttle_key text) returns void
language sql security definer set search_path = pg_catalog, public as
$$ update identity.throttle set failures = greatest(failures - 1, 0), blocked_until = null where key = throttle_key $$;

/** The people of demo companies, for the sign-in page; no row anywhere else. */
create function identity.demo_people() returns table (company text, company_locale text, name text, email text, job_title text, roles text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select t.name, t.locale, m.name, p.email::text, m.job_title, m.roles
  from identity.tenant t join identity.membership ms on ms.tenant_id = t.id join identity.person p on p.id = ms.person_id
  join public.member m on m.tenant_id = ms.tenant_id and m.id = ms.member_id
  where t.demo and m.left_on is null and p.disabled_at is null
  order by t.created_at, t.name, array_position(array['kam', 'lead', 'admin', 'director', 'specialist', 'auditor'], m.roles[1]), m.name collate "und-x-icu"
$$;

/** identity.accept_invitation with its traces: the audit trail of the company names the invitation as what brought the new member. */
create function identity.join_company(hash bytea, new_name text, new_password_hash text) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare who uuid;
begin
  perform set_config('app.tenant', coalesce((select i.tenant_id::text from public.invitation i where i.token_hash = hash), ''), true);
  perform set_config('app.action', 'acceptInvitation', true);
  who := identity.accept_invitation(hash, new_name, new_password_hash);
  perform set_config('app.tenant', '', true);
  perform set_config('app.action', '', true);
  return who;
end $$;

/** The companies in which the caller's person works, for the switch. */
create function app.my_companies() returns table (tenant_id uuid, name text, roles text[])
language sql stable security definer set search_path = pg_catalog, public as $$
  select c.tenant_id, c.name, c.roles from identity.membership ms, identity.companies_of(ms.person_id) c
  where ms.tenant_id = app.tenant() and ms.member_id = app.member()
$$;

create function app.my_sessions(hash bytea) returns table (id uuid, created_at timestamptz, seen_at timestamptz, address text, agent text, current boolean)
language sql stable security definer set search_path = pg_catalog, public as
$$ select * from identity.my_sessions(hash) $$;

/** What waits for an admin (for clients without owner, also a director): the figures beside the navigation; zero for everyone else. */
create function app.house_counts() returns table (unowned bigint, notices bigint, failed_mails bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select
    case when app.has_role('admin') or app.has_role('director') then (
      select count(*) from public.client c where c.tenant_id = app.tenant() and c.archived_at is null and not exists (
        select from public.assignment a where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
          and a.starts_on <= app.today() and (a.ends_on is null or a.ends_on > app.today()))) else 0 end,
    case when app.has_role('admin') then (select count(*) from public.notice n where n.tenant_id = app.tenant() and n.resolved_at is null) else 0 end,
    case when app.has_role('admin') then (select count(*) from public.outbox_mail o where o.tenant_id = app.tenant() and o.status = 'failed') else 0 end
$$;

-- An invitation knows its latest mail, so that a new link takes the old one out of the outbox.
alter table invitation add column mail_id uuid;
alter table outbox_mail drop constraint outbox_mail_status_check;
alter table outbox_mail add constraint outbox_mail_status_check check (status in ('held', 'queued', 'sent', 'failed', 'withdrawn'));

-- An admin lets a held mail go by a function and never writes the row: whoever could change its address could have the sealed link sent to himself.
select app.isolate('outbox_mail', 'admin', '{outbox:send}', '{outbox:read,outbox:send,outbox:edit}', commands => '{update}', audited => false);

/** Whether what a mail says still holds: a reset link lives an hour, an invitation (and everything else) seven days. */
create function app.mail_holds(kind text, made timestamptz) returns boolean language sql stable as
$$ select made > now() - case kind when 'reset' then interval '1 hour' else interval '7 days' end $$;

/** Gives a held or failed mail to the worker. Only its state changes: neither text nor address can. */
create function app.release_mail(mail uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare o public.outbox_mail;
begin
  if app.ability() is distinct from 'outbox:edit' then perform app.refuse('forbidden'); end if;
  select * into o from public.outbox_mail x where x.tenant_id = app.tenant() and x.id = mail for update;
  if o.id is null then perform app.refuse('not-found'); end if;
  if o.status not in ('held', 'failed') then perform app.refuse('changed-meanwhile'); end if;
  if not app.mail_holds(o.kind, o.created_at) then perform app.refuse('link-expired'); end if;
  update public.outbox_mail x set status = 'queued', error = null where x.tenant_id = app.tenant() and x.id = mail;
  perform app.enqueue('send-mail', jsonb_build_object('mail', mail), 'mail:' || mail);
end $$;

/** The link in a mail is void: it must not be sent any more, and nobody needs its text. */
create function app.withdraw_mail(mail uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.ability() is distinct from 'people:edit' then perform app.refuse('forbidden'); end if;
  update public.outbox_mail o set status = 'withdrawn', error = null
  where o.tenant_id = app.tenant() and o.id = mail and o.kind = 'invitation' and o.status in ('held', 'queued', 'failed');
  delete from identity.sealed_mail s where s.tenant_id = app.tenant() and s.mail_id = mail;
end $$;

/** After sending, a sealed text is of no use to anyone. */
create function app.forget_mail_text(mail uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.ability() is distinct from 'outbox:send' then perform app.refuse('forbidden'); end if;
  delete from identity.sealed_mail s where s.tenant_id = app.tenant() and s.mail_id = mail;
end $$;

/** Which mails of the company have a text that only the mail job can read. */
create function app.sealed_mails() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as
$$ select coalesce(array_agg(s.mail_id), '{}') from identity.sealed_mail s where s.tenant_id = app.tenant() $$;

/** How far the company's audit trail is sealed. */
create function app.seal_state() returns table (seals bigint, sealed_at timestamptz, unsealed bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*), max(s.sealed_at), (select count(*) from public.audit_entry e where e.tenant_id = app.tenant()
    and e.xid > coalesce((select max(x.to_xid) from app.audit_seal x where x.tenant_id = app.tenant()), '0'::xid8))
  from app.audit_seal s where s.tenant_id = app.tenant()
$$;

do $$
declare f text;
begin
  foreach f in array array['identity.forgive_attempt(text)', 'identity.remember_origin(uuid, text)', 'identity.mail_address_of(uuid)', 'identity.demo_people()', 'identity.join_company(bytea, text, text)'] loop
    execute format('grant execute on function %s to %I', f, app.role_name('grange_app'));
  end loop;
end $$;
select app.callable('app.my_companies()', 'app.my_sessions(bytea)', 'app.house_counts()', 'app.mail_holds(text, timestamptz)', 'app.release_mail(uuid)', 'app.withdraw_mail(uuid)',
  'app.forget_mail_text(uuid)', 'app.sealed_mails()', 'app.seal_state()');
reset check_function_bodies;
