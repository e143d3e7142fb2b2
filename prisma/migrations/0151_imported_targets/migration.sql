-- Imports set targets, and must know beforehand which of them a closed slip has counted.
set check_function_bodies = off;

/** Does a closed slip stand on this target? `part`: own (of a person) or team. As app.guard_figure asks it. */
create function app.target_settled(part text, subject uuid, of_measure uuid, from_month date, of_months int) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform app.must_import();
  if not exists (select from public.member m where part = 'own' and m.tenant_id = app.tenant() and m.id = subject
    union all select from public.team t where part = 'team' and t.tenant_id = app.tenant() and t.id = subject) then perform app.refuse('not-found'); end if;
  return app.is_settled(part, app.tenant(), subject, of_measure, 'target', from_month, of_months);
end $$;
select app.callable('app.target_settled(text, uuid, uuid, date, int)');
reset check_function_bodies;
