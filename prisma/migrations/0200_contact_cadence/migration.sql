-- How often a person wants to be spoken to, where it is not as often as their company (R16).
set check_function_bodies = off;

alter table contact add column cadence_days smallint check (cadence_days between 1 and 730);

/** Merges two people of one client: channels, talks, promises and whatever names the loser name the winner from now on. Answers the merge's id. */
create or replace function app.merge_contacts(of_client uuid, winner uuid, loser uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare w public.contact; l public.contact; made uuid := gen_random_uuid(); part jsonb; parts jsonb := '[]'; filled jsonb; one record;
begin
  if app.ability() is distinct from 'client:edit' then perform app.refuse('forbidden'); end if;
  if winner = loser then perform app.refuse('invalid'); end if;
  if not app.reaches(of_client) then perform app.refuse('not-found'); end if;
  perform 1 from public.contact c where c.tenant_id = app.tenant() and c.client_id = of_client and c.id in (winner, loser) order by c.id for update;
  select * into w from public.contact c where c.tenant_id = app.tenant() and c.client_id = of_client and c.id = winner;
  select * into l from public.contact c where c.tenant_id = app.tenant() and c.client_id = of_client and c.id = loser;
  if w.id is null or l.id is null then perform app.refuse('not-found'); end if;
  if w.archived_at is not null then perform app.refuse('archived', winner::text); end if;
  if l.merged_into is not null then perform app.refuse('already-merged', loser::text); end if;

  filled := app.taken_over(to_jsonb(w), to_jsonb(l), '{job_title,level,birthday,zone,note,same_person_id,cadence_days}');
  if l.is_key and not w.is_key then filled := filled || '{"is_key": [false, true]}'; end if;
  if w.role = 'other' and l.role <> 'other' then filled := filled || jsonb_build_object('role', jsonb_build_array(w.role, l.role)); end if;
  if w.reports_to_id = loser then filled := filled || jsonb_build_object('reports_to_id', jsonb_build_array(w.reports_to_id, nullif(l.reports_to_id, winner))); end if;
  perform app.set_columns('contact', winner, (select coalesce(jsonb_object_agg(k, v -> 1), '{}') from jsonb_each(filled) x(k, v)));
  update public.contact c set archived_at = coalesce(l.archived_at, now()), merged_into = winner where c.tenant_id = app.tenant() and c.id = loser;

  for one in
    select r.relname::text as tbl, a.attname::text as col from pg_constraint k join pg_class r on r.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname not in ('tenant_id', 'client_id', 'merged_into')
    where k.contype = 'f' and k.confrelid = 'public.contact'::regclass and cardinality(k.conkey) = 3 order by 1, 2
  loop
    part := app.move_rows(one.tbl, one.col, of_client, loser, winner);
    if part is not null then parts := parts || part; end if;
  end loop;
  insert into public.merge (tenant_id, id, kind, client_id, winner_id, loser_id, loser_name, moved, filled, loser_archived_at)
  values (app.tenant(), made, 'contact', of_client, winner, loser, l.name, parts, filled, l.archived_at);
  return made;
end $$;

reset check_function_bodies;
