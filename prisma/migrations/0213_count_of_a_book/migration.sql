-- How many clients a book has stands beside every page: those in reach without those put away, which are few.
create index client_archived_idx on client (tenant_id, id) where archived_at is not null;
