-- A search_path that does not name pg_temp has it in front: a temporary table, which an import may make, would stand before the table of that name in
-- a function that works with its owner's rights. Named last, it stands behind all others.
do $$
declare f regprocedure; path text;
begin
  for f, path in
    select p.oid, (select substr(c, length('search_path=') + 1) from unnest(p.proconfig) c where c like 'search_path=%') from pg_proc p
    where p.prosecdef and p.pronamespace = any('{app,identity}'::regnamespace[])
  loop
    if path !~ '\mpg_temp$' then
      execute format('alter function %s set search_path = %s, pg_temp', f, path);
    end if;
  end loop;
end $$;
