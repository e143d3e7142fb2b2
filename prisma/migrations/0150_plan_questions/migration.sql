-- What a check asks about and does not refuse: a cell that looks like a typing error (domain.md 3) goes in as it is, unless somebody mends it.
alter table stage.import_problem add column question boolean not null default false;
-- { field: what it said } of the cells that somebody has looked at and found right; `texts` is null where nothing was typed.
alter table stage.import_mend alter column texts drop not null;
alter table stage.import_mend add column accepted jsonb not null default '{}';
