-- Settling asks for each line whose its day is. Days joined back to lines were compared each with each where the planner knew nothing of their number.
set check_function_bodies = off;

create or replace function app.settle_credit(of_tenant uuid, clients uuid[], from_days date[], until_days date[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare n bigint;
begin
  with recursive place as (
    select s.client_id as card, s.client_id as at, s.from_day, s.until_day from unnest(clients, from_days, until_days) s(client_id, from_day, until_day)
    union
    select p.card, c.merged_into, p.from_day, p.until_day from place p join public.client c on c.tenant_id = of_tenant and c.id = p.at where c.merged_into is not null
  ), line as materialized (
    select l.id, l.seller_id, l.owner_id as had,
      (select a.member_id from public.assignment a where a.tenant_id = of_tenant and a.client_id = p.card and a.role = 'primary'
        and a.starts_on <= l.sold_on and (a.ends_on is null or a.ends_on > l.sold_on)) as owner_id,
      exists (select from public.assignment a where a.tenant_id = of_tenant and a.client_id = p.card and a.role = 'specialist' and a.share > 0
        and a.starts_on <= l.sold_on and (a.ends_on is null or a.ends_on > l.sold_on)) as shared
    from place p join public.sale_line l on l.tenant_id = of_tenant and l.client_id = p.at and l.sold_on >= p.from_day and l.sold_on < p.until_day
      and coalesce(l.booked_client_id, l.client_id) = p.card
  )
  update public.sale_line t set owner_id = l.owner_id from line l
  where t.tenant_id = of_tenant and t.id = l.id
    and (l.had is distinct from l.owner_id
      or (l.seller_id is null and (l.shared or exists (select from public.sale_share s where s.tenant_id = of_tenant and s.sale_id = l.id))));
  get diagnostics n = row_count;
  return n;
end $$;
reset check_function_bodies;
