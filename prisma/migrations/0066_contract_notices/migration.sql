-- A contract in force and nobody who answers for the client (R3): the admin is told of each such client once, and no more when somebody does.
set check_function_bodies = off;

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('inn-taken', 'contract-without-owner'));
-- A notice whose reason is gone says so ("over"): only then may there be another one of the same client. Not unique, since a merge may bring two together.
create index notice_contract_idx on notice (tenant_id, client_id) where kind = 'contract-without-owner' and not (detail ? 'over');

-- When a product was last sold, without reading all lines.
create index sale_line_product_idx on sale_line (tenant_id, product_id, sold_on) where product_id is not null;

/** Clients of the company, of these or (null) of all, with a contract in force on a day and no primary owner on it; the contract that lasts longest stands for them. */
create function app.unowned_contracts(clients uuid[], on_day date) returns table (client_id uuid, number text, ends_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct on (c.client_id) c.client_id, c.number, c.ends_on
  from public.contract c join public.client x on x.tenant_id = c.tenant_id and x.id = c.client_id
  where c.tenant_id = app.tenant() and (clients is null or c.client_id = any(clients)) and x.archived_at is null and c.status = 'signed'
    and coalesce(c.starts_on, c.signed_on) <= on_day and (c.ends_on is null or c.ends_on >= on_day)
    and not exists (select from public.assignment a where a.tenant_id = c.tenant_id and a.client_id = c.client_id and a.role = 'primary'
      and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day))
  order by c.client_id, c.ends_on desc nulls first, c.number
$$;

/** The notices of these clients, or (null) of all, as they should be on that day. One that an admin marked as done comes back only after its reason was gone. */
create function app.keep_contract_notices(clients uuid[], on_day date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update public.notice n set resolved_at = coalesce(n.resolved_at, now()), detail = n.detail || '{"over": true}'
  where n.tenant_id = app.tenant() and n.kind = 'contract-without-owner' and not (n.detail ? 'over' and n.resolved_at is not null)
    and (clients is null or n.client_id = any(clients)) and not exists (select from app.unowned_contracts(clients, on_day) u where u.client_id = n.client_id);
  insert into public.notice (tenant_id, kind, client_id, detail)
  select app.tenant(), 'contract-without-owner', u.client_id, jsonb_build_object('number', u.number, 'endsOn', u.ends_on)
  from app.unowned_contracts(clients, on_day) u
  where not exists (select from public.notice n where n.tenant_id = app.tenant() and n.client_id = u.client_id and n.kind = 'contract-without-owner' and not (n.detail ? 'over'));
end $$;

-- At the end of the transaction, when an order has both closed one assignment and opened the next. Where no door has set the day, the clock's job sees to it.
create function app.watch_contracts() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare r record := coalesce(new, old);
begin
  if app.today() is null or r.tenant_id is distinct from app.tenant() then return null; end if;
  if exists (select from public.contract c where c.tenant_id = r.tenant_id and c.client_id = r.client_id and c.status = 'signed')
    or exists (select from public.notice n where n.tenant_id = r.tenant_id and n.client_id = r.client_id and n.kind = 'contract-without-owner' and not (n.detail ? 'over')) then
    perform app.keep_contract_notices(array[r.client_id], app.today());
  end if;
  return null;
end $$;
create constraint trigger watch_contracts after insert or update or delete on assignment deferrable initially deferred for each row execute function app.watch_contracts();
create constraint trigger watch_contracts after insert or update or delete on contract deferrable initially deferred for each row execute function app.watch_contracts();

/** The clock's: contracts begin and end, and assignments too, without anybody doing anything. Answers how many notices are open now. */
create function app.note_unowned_contracts(frozen_day date) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare t record;
begin
  for t in select x.id, coalesce(frozen_day, (now() at time zone x.zone)::date) as day from identity.tenant x order by x.id loop
    perform set_config('app.tenant', t.id::text, true);
    perform app.keep_contract_notices(null, t.day);
  end loop;
  perform set_config('app.tenant', '', true);
  return (select count(*) from public.notice n where n.kind = 'contract-without-owner' and n.resolved_at is null);
end $$;

do $$
begin
  execute format('grant execute on function app.note_unowned_contracts(date) to %I', app.role_name('grange_app'));
end $$;
reset check_function_bodies;
