-- What is refused of a closed slip is a change; one that changes nothing is none.
create or replace function app.guard_pay_slip() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status = 'closed' then perform app.refuse('slip-closed'); end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.status = 'closed'
    and to_jsonb(new) - '{version,updated_at}'::text[] is distinct from to_jsonb(old) - '{version,updated_at}'::text[] then perform app.refuse('slip-closed'); end if;
  if new.status = 'closed' and (tg_op = 'INSERT' or old.status <> 'closed') and app.member() is not null and app.ability() is distinct from 'pay:close' then
    perform app.refuse('forbidden');
  end if;
  return new;
end $$;
