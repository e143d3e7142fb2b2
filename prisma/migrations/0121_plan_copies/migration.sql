-- A revision begins with all the cells of the version before it, also those of clients that have left the reviser's reach by now; and a draft
-- that is given up takes all of its own along. Row security would leave the others' out, so both are functions.
set check_function_bodies = off;

/** A version that the caller may edit: of the own plans, or of a subordinate's. Null where it is not theirs. */
create function app.plan_version_of(asked uuid) returns public.plan_version
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare found public.plan_version;
begin
  if app.ability() is distinct from 'plan:edit' then perform app.refuse('forbidden'); end if;
  select * into found from public.plan_version v
  where v.tenant_id = app.tenant() and v.id = asked and (app.reaches_all() or v.member_id = any(app.subordinate_ids()));
  return found;
end $$;

/** Copies cells and figures of a version into an empty draft of the same plan. Answers how many rows. */
create function app.copy_plan_version(source uuid, target uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  old public.plan_version := app.plan_version_of(source);
  draft public.plan_version := app.plan_version_of(target);
  cells int; figures int;
begin
  if old.id is null or draft.id is null or old.plan_id <> draft.plan_id or draft.status <> 'draft' then perform app.refuse('not-found'); end if;
  if draft.cells > 0 then perform app.refuse('changed-meanwhile'); end if;
  insert into public.plan_cell (tenant_id, version_id, client_id, month, card_id, amount, pinned)
  select c.tenant_id, draft.id, c.client_id, c.month, c.card_id, c.amount, c.pinned from public.plan_cell c where c.tenant_id = old.tenant_id and c.version_id = old.id;
  get diagnostics cells = row_count;
  insert into public.plan_figure (tenant_id, version_id, member_id, starts_on, months, amount)
  select f.tenant_id, draft.id, f.member_id, f.starts_on, f.months, f.amount from public.plan_figure f where f.tenant_id = old.tenant_id and f.version_id = old.id;
  get diagnostics figures = row_count;
  return cells + figures;
end $$;

/** Throws a draft away, with all of its cells. Answers whether there was one. */
create function app.drop_plan_draft(draft uuid, seen_version int) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare found public.plan_version := app.plan_version_of(draft);
begin
  if found.id is null then return false; end if;
  if found.status <> 'draft' then perform app.refuse('plan-approved'); end if;
  if found.version <> seen_version then perform app.refuse('changed-meanwhile'); end if;
  delete from public.plan_cell c where c.tenant_id = found.tenant_id and c.version_id = found.id;
  delete from public.plan_figure f where f.tenant_id = found.tenant_id and f.version_id = found.id;
  delete from public.plan_version v where v.tenant_id = found.tenant_id and v.id = found.id;
  return true;
end $$;

select app.callable('app.copy_plan_version(uuid, uuid)', 'app.drop_plan_draft(uuid, int)');
reset check_function_bodies;
