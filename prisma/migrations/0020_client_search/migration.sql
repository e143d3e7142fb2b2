-- What the book and the client page ask across the edge of reach, answered by functions that apply tenant and reach themselves.
set check_function_bodies = off;

-- How many people are known at each client of a large company, without reading their rows.
create index contact_present_idx on contact (tenant_id, client_id) where archived_at is null;

/**
 * Clients and contacts in the caller's reach that hold every word asked for, or have exactly that phone or e-mail (contact_key), best first:
 * 0 the code, INN, phone or address itself; 1 the name begins so; 2 a word of the name begins so; 3 it is somewhere in it. Archived ones come last.
 */
create function app.search_everything(asked text, contact_key text, at_most int default 20)
returns table (client_id uuid, client_name text, client_code text, archived boolean, contact_id uuid, contact_name text, job_title text, rank int)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  reach uuid[] := case when app.reaches_all() then null else app.client_ids() end;
  plain text := lower(translate(regexp_replace(trim(asked), '\s+', ' ', 'g'), 'Ёё', 'Ее'));
  escaped text := replace(replace(replace(plain, '\', '\\'), '%', '\%'), '_', '\_');
  words text[];
begin
  words := array(select '%' || w || '%' from unnest(string_to_array(escaped, ' ')) w where w <> '');
  if cardinality(words) = 0 then return; end if;
  return query
    with clients as (
      select c.id from public.client c where c.tenant_id = app.tenant() and reach is null and c.search like all(words)
      union all
      -- A book is small: its rows are read by key, and the trigram index over all companies is left alone.
      select c.id from unnest(reach) r(id) join public.client c on c.tenant_id = app.tenant() and c.id = r.id where c.search like all(words)
    ), people as (
      select p.id, 3 base from public.contact p where p.tenant_id = app.tenant() and reach is null and p.archived_at is null and p.search like all(words)
      union
      select p.id, 3 from unnest(reach) r(id) join public.contact p on p.tenant_id = app.tenant() and p.client_id = r.id
      where p.archived_at is null and p.search like all(words)
      union
      select p.id, 0 from public.contact_channel h join public.contact p on p.tenant_id = h.tenant_id and p.id = h.contact_id
      where h.tenant_id = app.tenant() and h.value_key = contact_key and p.archived_at is null and (reach is null or h.client_id = any(reach))
    ), found as (
      select c.id, c.name::text client_name, c.code client_code, c.archived_at is not null archived, null::uuid person, null::text person_name, null::text person_title,
        case when lower(c.code) = plain or c.inn = plain then 0
          when lower(translate(c.name, 'Ёё', 'Ее')) like escaped || '%' then 1
          when lower(translate(c.name, 'Ёё', 'Ее')) ~ ('\m' || regexp_replace(plain, '([^[:alnum:] ])', '\\\1', 'g')) then 2
          else 3 end place
      from clients join public.client c on c.tenant_id = app.tenant() and c.id = clients.id
      union all
      select c.id, c.name::text, c.code, c.archived_at is not null, p.id, p.name::text, p.job_title,
        least(min(people.base), case when lower(translate(p.name, 'Ёё', 'Ее')) like escaped || '%' then 1
          when lower(translate(p.name, 'Ёё', 'Ее')) ~ ('\m' || regexp_replace(plain, '([^[:alnum:] ])', '\\\1', 'g')) then 2
          else 3 end)
      from people join public.contact p on p.tenant_id = app.tenant() and p.id = people.id
      join public.client c on c.tenant_id = p.tenant_id and c.id = p.client_id
      group by c.id, c.name, c.code, c.archived_at, p.id, p.name, p.job_title
    )
    select f.id, f.client_name, f.client_code, f.archived, f.person, f.person_name, f.person_title, f.place from found f
    order by f.archived, f.place, f.person is not null, coalesce(f.person_name, f.client_name) collate "und-x-icu", f.id, f.person
    limit least(at_most, 50);
end $$;

/** The parent of each client in reach that has one: its name for everybody, its id only when it is in reach too (domain.md 13.4). */
create function app.parents_of(clients uuid[]) returns table (client_id uuid, parent_id uuid, parent_name text)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare reach uuid[] := case when app.reaches_all() then null else app.client_ids() end;
begin
  return query
    select c.id, case when reach is null or p.id = any(reach) then p.id end, p.name::text
    from public.client c join public.client p on p.tenant_id = c.tenant_id and p.id = c.parent_id
    where c.tenant_id = app.tenant() and c.id = any(clients) and (reach is null or c.id = any(reach));
end $$;

/** The companies of a client's group that the caller reaches, each under its nearest reached ancestor (above_id), heads first. */
create function app.group_tree(client uuid) returns table (id uuid, name text, above_id uuid, depth int)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare reach uuid[] := case when app.reaches_all() then null else app.client_ids() end; top uuid;
begin
  if not app.reaches(client) then return; end if;
  with recursive up as (
    select c.id, c.parent_id, 0 step from public.client c where c.tenant_id = app.tenant() and c.id = client
    union all
    select c.id, c.parent_id, up.step + 1 from public.client c join up on c.id = up.parent_id where c.tenant_id = app.tenant() and up.step < 50)
  select up.id into top from up order by step desc limit 1;
  return query
    with recursive down as (
      select c.id, c.name::text, null::uuid above, 0 level, reach is null or c.id = any(reach) reached
      from public.client c where c.tenant_id = app.tenant() and c.id = top
      union all
      select c.id, c.name::text, case when d.reached then d.id else d.above end, d.level + d.reached::int, reach is null or c.id = any(reach)
      from public.client c join down d on c.parent_id = d.id where c.tenant_id = app.tenant() and d.level < 50)
    select d.id, d.name, d.above, d.level from down d where d.reached order by d.level, d.name collate "und-x-icu", d.id;
end $$;

select app.callable('app.search_everything(text, text, int)', 'app.parents_of(uuid[])', 'app.group_tree(uuid)');
reset check_function_bodies;
