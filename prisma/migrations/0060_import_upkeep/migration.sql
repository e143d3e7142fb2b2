-- Imports tidy up after themselves: files and stages that nobody needs any more, imports whose process is gone. And clients' tags come in.
set check_function_bodies = off;

alter table import_run add column file_removed_at timestamptz;
create index import_run_file_idx on import_run (tenant_id, file_key);
create index stored_file_key_idx on stored_file (tenant_id, key);

-- A revert names rows by their id.
alter table client_tag add column id uuid not null default gen_random_uuid();
create unique index client_tag_id_key on client_tag (tenant_id, id);
select app.isolate('tag', 'tenant', '{dictionary:edit,import:run}');
select app.isolate('client_tag', 'client', '{client:edit,client:create,import:run}');

/** Keys of files whose time is over: taken by no import for a day, or by imports that all ended (or were left lying) thirty days ago. */
create function app.spent_files() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.key from public.stored_file f where f.created_at < now() - interval '1 day'
    and not exists (select from public.import_run i where i.tenant_id = f.tenant_id and i.file_key = f.key)
  union
  select i.file_key from public.import_run i where i.file_removed_at is null group by i.file_key
  having bool_and(coalesce(i.finished_at, i.updated_at) < now() - interval '30 days' and i.status not in ('checking', 'running', 'reverting'))
$$;

/** Which of these files something still names. */
create function app.known_files(keys text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.key from public.stored_file f where f.key = any(keys)
  union select i.file_key from public.import_run i where i.file_key = any(keys) and i.file_removed_at is null
$$;

/** The files are gone: so are their uploads and what was staged of them. An import that still waited for somebody is over. */
create function app.forget_files(keys text[]) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare t uuid; n int; total int := 0;
begin
  for t in select distinct tenant_id from public.import_run where file_key = any(keys) union select distinct tenant_id from public.stored_file where key = any(keys) loop
    -- The audit trail is the company's own.
    perform set_config('app.tenant', t::text, true);
    delete from stage.import_row r using public.import_run i where i.tenant_id = t and i.file_key = any(keys) and r.tenant_id = t and r.import_id = i.id;
    delete from stage.import_problem r using public.import_run i where i.tenant_id = t and i.file_key = any(keys) and r.tenant_id = t and r.import_id = i.id;
    delete from stage.import_mend r using public.import_run i where i.tenant_id = t and i.file_key = any(keys) and r.tenant_id = t and r.import_id = i.id;
    delete from stage.import_progress r using public.import_run i where i.tenant_id = t and i.file_key = any(keys) and r.tenant_id = t and r.import_id = i.id;
    update public.import_run i set file_removed_at = now(), status = case when i.status in ('uploaded', 'checked') then 'cancelled' else i.status end,
      finished_at = coalesce(i.finished_at, now())
    where i.tenant_id = t and i.file_key = any(keys) and i.file_removed_at is null;
    get diagnostics n = row_count; total := total + n;
    delete from public.stored_file f where f.tenant_id = t and f.key = any(keys);
    get diagnostics n = row_count; total := total + n;
  end loop;
  perform set_config('app.tenant', '', true);
  return total;
end $$;

/** Rows that an import has written need no stage; those with a fault stay to be read, as long as the file does. */
create function app.sweep_stage() returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare n int;
begin
  delete from stage.import_row r using public.import_run i where i.tenant_id = r.tenant_id and i.id = r.import_id
    and i.status in ('done', 'reverted') and i.finished_at < now() - interval '1 day'
    and not exists (select from stage.import_problem p where p.tenant_id = r.tenant_id and p.import_id = r.import_id and p.row_no = r.row_no);
  get diagnostics n = row_count;
  return n;
end $$;

/**
 * Ends imports that nobody works on: no job is queued for them, and no process holds their lock (lib/io/import-stage). A killed command line leaves
 * such a one; nothing of it was written.
 */
create function app.close_stalled_imports() returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare one record; n int := 0;
begin
  for one in
    select i.tenant_id, i.id from public.import_run i
    where i.status in ('checking', 'running', 'reverting') and i.started_at < now() - interval '2 minutes'
      and not exists (select from graphile_worker._private_jobs j where j.key = 'import:' || i.id::text)
      and not exists (select from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 2
        and l.database = (select d.oid from pg_database d where d.datname = current_database())
        and l.classid::bigint = hashtext('import run')::bigint & 4294967295 and l.objid::bigint = hashtext(i.id::text)::bigint & 4294967295)
    for update of i skip locked
  loop
    perform set_config('app.tenant', one.tenant_id::text, true);
    update public.import_run i set status = case i.status when 'reverting' then 'done' else 'failed' end, error = '{"code":"import-interrupted"}',
      finished_at = coalesce(case i.status when 'reverting' then i.finished_at end, now())
    where i.tenant_id = one.tenant_id and i.id = one.id;
    n := n + 1;
  end loop;
  perform set_config('app.tenant', '', true);
  return n;
end $$;

do $$
begin
  -- The clock's: without a company, so never from inside a member's transaction.
  execute format('grant execute on function app.spent_files(), app.known_files(text[]), app.forget_files(text[]), app.sweep_stage(), app.close_stalled_imports() to %I',
    app.role_name('grange_app'));
end $$;
reset check_function_bodies;
