-- Whose clients a member reaches, as before, by one look into the index of members: asked for the member's own part apart, the planner came to prefer
-- the index that guards against doubles, which is a slow one to read.
create or replace function app.reach_of(for_tenant uuid, for_member uuid, on_day date) returns uuid[]
language plpgsql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
declare owners uuid[];
begin
  with recursive led as (
    select tm.team_id from public.team_member tm join public.member m on m.tenant_id = tm.tenant_id and m.id = tm.member_id
    where tm.tenant_id = for_tenant and tm.member_id = for_member and tm.role = 'lead' and 'lead' = any(m.roles)
      and tm.starts_on <= on_day and (tm.ends_on is null or tm.ends_on > on_day)
    union
    select l.team_id from public.team_link l join led on l.parent_id = led.team_id
    where l.tenant_id = for_tenant and l.starts_on <= on_day and (l.ends_on is null or l.ends_on > on_day)
  )
  select array_agg(id) into owners from (
    select for_member id
    union
    select tm.member_id from public.team_member tm join led using (team_id)
    where tm.tenant_id = for_tenant and tm.starts_on <= on_day and (tm.ends_on is null or tm.ends_on > on_day)) x;
  return (
    select coalesce(array_agg(distinct a.client_id), '{}') from public.assignment a
    where a.tenant_id = for_tenant and a.member_id = any(owners) and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)
      -- A subquery that gives one row is asked by the index for each of the few that come so far; "exists" would be asked of the whole company at once.
      and (a.role = 'primary' or a.member_id = for_member and (select true from public.assignment p
        where p.tenant_id = for_tenant and p.client_id = a.client_id and p.role = 'primary' and p.starts_on <= on_day and (p.ends_on is null or p.ends_on > on_day) limit 1)));
end $$;
