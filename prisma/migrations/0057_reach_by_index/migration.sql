-- Whose clients a member reaches, as before; but the members are gathered first, so that their clients are found by the index. Joined to a recursive
-- query, whose size the planner cannot know, a company's assignments were read from end to end, several times a page. Roles are named one by one: "not
-- primary" could not use the index of members.
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
    select coalesce(array_agg(client_id), '{}') from (
      select a.client_id from public.assignment a
      where a.tenant_id = for_tenant and a.member_id = any(owners) and a.role = 'primary' and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)
      union
      select a.client_id from public.assignment a
      where a.tenant_id = for_tenant and a.member_id = for_member and a.role in ('deputy', 'specialist')
        and a.starts_on <= on_day and (a.ends_on is null or a.ends_on > on_day)
        and exists (select from public.assignment p where p.tenant_id = for_tenant and p.client_id = a.client_id and p.role = 'primary'
          and p.starts_on <= on_day and (p.ends_on is null or p.ends_on > on_day))) s);
end $$;
