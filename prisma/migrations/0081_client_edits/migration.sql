-- What a line of the story tells of an edit: values of the card's own columns, of a note and of people no more than that they changed.
create or replace function app.client_edits(of_client uuid, until timestamptz, at_most int)
returns table (id bigint, at timestamptz, member_name text, op text, table_name text, row_id uuid, contact_name text, changes jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app.reaches(of_client) then return; end if;
  return query
    select e.id, e.at, m.name::text, e.op, e.table_name, e.row_id, c.name::text,
      (select coalesce(jsonb_object_agg(k, case when k = 'archived_at' or (e.table_name = 'client' and k not in ('note', 'parent_id')) then v else '[]'::jsonb end), '{}'::jsonb)
        from jsonb_each(e.changes) x(k, v) where k not in ('search', 'name_key'))
    from public.audit_entry e left join public.member m on m.tenant_id = e.tenant_id and m.id = e.member_id
    left join public.contact c on e.table_name = 'contact' and c.tenant_id = e.tenant_id and c.id = e.row_id
    where e.tenant_id = app.tenant() and e.client_id = of_client and e.table_name in ('client', 'contact') and e.op in ('insert', 'update')
      and e.at <= until and e.action not like 'import%'
    order by e.at desc, e.id desc limit least(at_most, 200);
end $$;
