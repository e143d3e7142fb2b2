-- Figures that a closed slip has counted stay as they are; a value by hand is entered by whoever it is about, a target is not.
set check_function_bodies = off;

select app.isolate('member_figure', 'credit', '{target:edit,value:enter,import:run}');
select app.isolate('team_figure', 'tenant', '{target:edit,value:enter,import:run}');
select app.isolate('client_figure', 'client', '{target:edit,value:enter,import:run}');

/**
 * Does a closed slip stand on this figure? `part`: own (of a person) or team (of whom the person leads). A stretch no longer than the slip's counts always; a
 * longer one where no shorter one takes its place (lib/features/targets/queries/figures). A value is counted by the formulas that name its measure too.
 */
create function app.is_settled(part text, for_tenant uuid, subject uuid, of_measure uuid, of_what text, from_month date, of_months int) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare s record;
begin
  for s in
    select p.starts_on, p.months::int as months, (p.starts_on + make_interval(months => p.months))::date as ends_on from public.pay_slip p
    where p.tenant_id = for_tenant and p.status = 'closed' and p.starts_on < from_month + make_interval(months => of_months)
      and p.starts_on + make_interval(months => p.months) > from_month
      and case part when 'own' then p.member_id = subject else exists (select from public.team_member t where t.tenant_id = for_tenant and t.team_id = subject
        and t.member_id = p.member_id and t.role = 'lead' and t.starts_on < p.starts_on + make_interval(months => p.months)
        and (t.ends_on is null or t.ends_on >= p.starts_on + make_interval(months => p.months))) end
      and exists (select from jsonb_array_elements(p.content -> 'measures') c join public.measure m on m.tenant_id = for_tenant and m.id::text = split_part(c ->> 'name', ':', 2)
        where split_part(c ->> 'name', ':', 1) = part and (m.id = of_measure or (of_what = 'value' and m.kind = 'formula'
          and m.formula ~ ('(^|[^a-z0-9_])' || (select o.code from public.measure o where o.tenant_id = for_tenant and o.id = of_measure) || '([^a-z0-9_]|$)'))))
  loop
    if of_months <= s.months then return true; end if;
    if not exists (select from (select f.measure_id, f.what, f.starts_on, f.months from public.member_figure f where part = 'own' and f.tenant_id = for_tenant and f.member_id = subject
          union all select f.measure_id, f.what, f.starts_on, f.months from public.team_figure f where part = 'team' and f.tenant_id = for_tenant and f.team_id = subject) f
        where f.measure_id = of_measure and f.what = of_what and f.months < of_months and f.months >= s.months and f.starts_on <= s.starts_on
          and f.starts_on + make_interval(months => f.months) >= s.ends_on) then
      return true;
    end if;
  end loop;
  return false;
end $$;

/** Does the caller lead this team or one above it, or see the whole company? */
create function app.leads_team(team uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with recursive above as (
    select team as id
    union
    select l.parent_id from public.team_link l join above on l.team_id = above.id where l.tenant_id = app.tenant() and l.starts_on <= app.today()
      and (l.ends_on is null or l.ends_on > app.today())
  )
  select exists (select from public.team t where t.tenant_id = app.tenant() and t.id = team) and (app.reaches_all() or exists (select from public.team_member t join above on t.team_id = above.id where t.tenant_id = app.tenant() and t.member_id = app.member()
    and t.role = 'lead' and t.starts_on <= app.today() and (t.ends_on is null or t.ends_on > app.today())))
$$;

create function app.guard_figure() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  part text := case tg_table_name when 'member_figure' then 'own' else 'team' end;
  key text := case tg_table_name when 'member_figure' then 'member_id' else 'team_id' end;
  f record;
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - '{version,updated_at}'::text[] = to_jsonb(old) - '{version,updated_at}'::text[] then return new; end if;
  for f in select r from unnest(array[case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end]) r where r is not null loop
    if app.ability() = 'value:enter' and (f.r ->> 'what' <> 'value' or (tg_table_name = 'team_figure' and not app.leads_team((f.r ->> 'team_id')::uuid))) then
      perform app.refuse('forbidden');
    end if;
    if tg_table_name <> 'client_figure' and app.is_settled(part, (f.r ->> 'tenant_id')::uuid, (f.r ->> key)::uuid, (f.r ->> 'measure_id')::uuid, f.r ->> 'what',
      (f.r ->> 'starts_on')::date, (f.r ->> 'months')::int) then perform app.refuse('period-settled'); end if;
  end loop;
  return coalesce(new, old);
end $$;
create trigger guard_figure before insert or update or delete on member_figure for each row execute function app.guard_figure();
create trigger guard_figure before insert or update or delete on team_figure for each row execute function app.guard_figure();
create trigger guard_figure before insert or update or delete on client_figure for each row execute function app.guard_figure();
select app.callable('app.leads_team(uuid)');
reset check_function_bodies;
