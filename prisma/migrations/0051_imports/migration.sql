-- A file that was uploaded and lies where lib/io/files keeps it, until something takes it.
create table stored_file (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  key text not null,
  name text not null check (length(trim(name)) between 1 and 255),
  size bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  created_by uuid not null default app.member(),
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);

-- Imports: the file's record, its staged rows and their problems, what a revert needs, and remembered mappings.
create table import_run (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  kind text not null,
  file_name text not null,
  -- Where lib/io/files keeps it; size in bytes and SHA-256 as received.
  file_key text not null,
  file_size bigint not null,
  file_sha256 bytea not null,
  -- { sheet, encoding, delimiter, headerRow, mapping, update, replacePeriod, … }: what the person chose.
  options jsonb not null default '{}',
  status text not null default 'uploaded' check (status in ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled', 'reverting', 'reverted')),
  -- { rows, create, update, same, faulty, totals: {field: text}, rounding: text, … }
  result jsonb,
  error text,
  created_by uuid not null default app.member(),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  reverted_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id)
);
create index import_run_created_idx on import_run (tenant_id, created_at);

create table import_mapping (
  tenant_id uuid not null default app.tenant(),
  id uuid not null default gen_random_uuid(),
  kind text not null,
  -- The header line as lib/domain/import/normalise-header writes it, joined: the same header gets the same mapping next time.
  header text not null,
  mapping jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, kind, header)
);

-- What a row was before an import changed it. Created rows need no entry where the row itself names its import.
create table import_undo (
  tenant_id uuid not null default app.tenant(),
  import_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  -- null: the import created the row.
  before jsonb,
  -- The row's version as the import left it; another one means that somebody has touched it since.
  version_after int not null,
  primary key (tenant_id, import_id, table_name, row_id),
  foreign key (tenant_id, import_id) references import_run (tenant_id, id)
);

select app.isolate('stored_file', 'admin', '{import:run}', '{import:run}', commands => '{insert}');
-- import:close is the clock's: an import whose member lost the right to it is ended without them.
select app.isolate('import_run', 'admin', '{import:run,import:close}', '{import:run,import:close}', commands => '{insert,update}');
select app.isolate('import_mapping', 'admin', '{import:run}', '{import:run}', audited => false);
select app.isolate('import_undo', 'admin', '{import:run}', '{import:run}', audited => false);
create index sale_line_import_idx on sale_line (tenant_id, import_id) where import_id is not null;

-- The stage belongs to the worker, who alone may COPY into it. Members read and mark it under row security, as everything else.
create schema stage;
create table stage.import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  row_no int not null,
  -- One text per field of the kind, in its order: ISO days, exact decimals, null for empty.
  cells text[] not null,
  primary key (tenant_id, import_id, row_no)
);
create table stage.import_problem (
  tenant_id uuid not null default app.tenant(),
  import_id uuid not null,
  row_no int not null,
  field text not null,
  code text not null,
  value text,
  -- Values of the code's message, where it has more than that one.
  detail jsonb,
  -- Found against what the company has, and so found anew by every check; the others are the file's own.
  checked boolean not null default false,
  primary key (tenant_id, import_id, row_no, field, code)
);
-- What a person put right in a row of the file: { field: text }, as typed. A stage that is built anew takes it from here.
create table stage.import_mend (
  tenant_id uuid not null default app.tenant(),
  import_id uuid not null,
  row_no int not null,
  texts jsonb not null,
  primary key (tenant_id, import_id, row_no)
);
-- How far the job is, written outside of its transactions, and whether someone has asked it to stop.
create table stage.import_progress (
  tenant_id uuid not null default app.tenant(),
  import_id uuid not null,
  step text not null,
  done bigint not null default 0,
  total bigint,
  cancel_asked boolean not null default false,
  primary key (tenant_id, import_id)
);
do $$
declare reach text; t text; cmd text; worker text := app.role_name('grange_worker');
  mine text := '(tenant_id = (select app.tenant())) and ((select app.ability()) = ''import:run'')';
begin
  execute format('grant usage on schema stage to %I, %I, %I, %I', app.role_name('reach_few'), app.role_name('reach_many'), app.role_name('reach_all'), worker);
  foreach t in array array['import_row', 'import_problem', 'import_mend', 'import_progress'] loop
    execute format('alter table stage.%I enable row level security', t);
    foreach reach in array array['reach_few', 'reach_many', 'reach_all'] loop
      execute format('grant select, insert, update, delete on stage.%I to %I', t, app.role_name(reach));
      foreach cmd in array array['select', 'insert', 'update', 'delete'] loop
        execute format('create policy %I on stage.%I for %s to %I %s', reach || '_' || cmd, t, cmd, app.role_name(reach), case cmd
          when 'insert' then 'with check (' || mine || ')' when 'update' then 'using (' || mine || ') with check (' || mine || ')' else 'using (' || mine || ')' end);
      end loop;
    end loop;
  end loop;
  execute format('grant create on schema stage to %I', worker);
  foreach t in array array['import_row', 'import_problem', 'import_mend', 'import_progress'] loop
    execute format('alter table stage.%I owner to %I', t, worker);
  end loop;
  execute format('revoke create on schema stage from %I', worker);
end $$;
