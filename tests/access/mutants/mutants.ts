// The house broken in one place at a time, and what the checks must find.
import { catalogueFindings } from "../catalogue/catalogue";
import { pointingFindings } from "../raw/pointing";
import { barrierFindings, readFindings } from "../raw/read";
import type { Rig } from "../raw/rig";
import { abilityFindings, rowFindings, sweepFindings } from "../raw/write";

export type Check = (rig: Rig) => Promise<string[]>;
const catalogue: Check = (rig) => catalogueFindings(rig.owner);
const pointing: Check = async (rig) => (await pointingFindings(rig)).found;

/** What is broken, by which SQL, and what each check must find. */
export const mutants: readonly {
  name: string;
  sql: string;
  on?: readonly string[];
  found: readonly (readonly [Check, RegExp])[];
}[] = [
  {
    name: "a policy is dropped",
    sql: "drop policy few_select on contact",
    found: [
      [catalogue, /contact: reach_few has 0 policies for SELECT/],
      [readFindings, /contact: reach_few with client:read does not read/],
    ],
  },
  {
    name: "a policy forgets the book",
    sql: "drop policy many_select on contact; create policy many_select on contact for select to reach_many using (tenant_id = (select app.tenant()))",
    found: [
      [catalogue, /contact: the select policy of reach_many is not of the form for client/],
      [readFindings, /contact: reach_many with client:read reads public.contact/],
    ],
  },
  {
    name: "a policy forgets the company",
    on: ["tag"],
    sql: "drop policy all_update on tag; create policy all_update on tag for update to reach_all using (true) with check (true)",
    found: [
      [catalogue, /tag: policy all_update does not ask for the tenant/],
      [catalogue, /tag: the update policy of reach_all does not ask for dictionary:edit/],
      [abilityFindings, /tag: reach_all with shell:read may write/],
    ],
  },
  {
    name: "a policy is given to everybody",
    sql: "create policy open on client for select to public using (true)",
    found: [
      [catalogue, /client: policy open is for more than one role, for PUBLIC/],
      [readFindings, /client: reach_few with client:read reads public.client/],
    ],
  },
  {
    name: "row security is off on one table",
    on: ["contact_channel"],
    sql: "alter table contact_channel disable row level security",
    found: [
      [catalogue, /contact_channel: row security is off/],
      [readFindings, /contact_channel: reach_few with client:read reads/],
      [barrierFindings, /contact_channel: reach_few learns of foreign rows/],
      [sweepFindings, /contact_channel: update as reach_few changes/],
      [rowFindings, /contact_channel: reach_few can insert beside/],
    ],
  },
  {
    name: "a foreign key loses its client_id",
    sql: `alter table contact drop constraint contact_tenant_id_client_id_reports_to_id_fkey,
      add constraint contact_tenant_id_client_id_reports_to_id_fkey foreign key (tenant_id, reports_to_id) references contact (tenant_id, id)`,
    found: [
      [catalogue, /foreign key contact_tenant_id_client_id_reports_to_id_fkey does not carry the client/],
      [pointing, /reports_to_id_fkey: update as reach_few points at otherBook/],
      [pointing, /reports_to_id_fkey: insert as reach_many points at otherBook/],
    ],
  },
  {
    name: "a foreign key loses its tenant_id",
    on: ["client_tag", "tag"],
    sql: `alter table tag add constraint tag_id_key unique (id); alter table client_tag drop constraint client_tag_tenant_id_tag_id_fkey,
      add constraint client_tag_tenant_id_tag_id_fkey foreign key (tag_id) references tag (id)`,
    found: [
      [catalogue, /client_tag_tenant_id_tag_id_fkey does not carry tenant_id/],
      [catalogue, /unique index tag_id_key does not start with tenant_id/],
      [pointing, /client_tag_tenant_id_tag_id_fkey: insert as reach_few points at otherTenant/],
    ],
  },
  {
    name: "a group's parent is no longer looked at",
    sql: "drop trigger guard_client on client",
    found: [[pointing, /client_tenant_id_parent_id_fkey: update as reach_few points at otherBook/]],
  },
  {
    name: "a table is written with any ability",
    sql: "select app.isolate('contact', 'client', '{*}')",
    found: [[abilityFindings, /contact: reach_few with shell:read may write/]],
  },
  {
    name: "a table is made without app.isolate",
    sql: "create table stray (id int); grant select on stray to grange_app",
    found: [
      [catalogue, /stray did not go through app.isolate/],
      [catalogue, /stray: row security is off/],
      [catalogue, /stray: grange_app has SELECT/],
      [catalogue, /stray: the primary key does not start with tenant_id/],
    ],
  },
  {
    name: "reach roles are given more than rows",
    sql: "grant truncate, references on client to reach_few; grant select on member to reach_guest; grant insert on client to reach_few",
    found: [
      [catalogue, /client: reach_few has TRUNCATE/],
      [catalogue, /client: reach_few has REFERENCES/],
      [catalogue, /member: reach_guest has SELECT/],
      [catalogue, /client: reach_few has 0 policies for INSERT/],
      [abilityFindings, /client: reach_few may truncate/],
    ],
  },
  {
    name: "reach forgets the day",
    sql: `create or replace function app.client_ids() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as
      $$ select array_agg(id) from public.client where tenant_id = app.tenant() $$`,
    found: [
      [readFindings, /client: reach_few with client:read reads/],
      [sweepFindings, /contact: update as reach_many changes/],
    ],
  },
  {
    name: "a definer function is opened, or a new one appears",
    sql: `grant execute on function app.reach_of(uuid, uuid, date) to reach_few; grant execute on function app.mask(uuid, uuid, jsonb) to public;
      create function app.peek() returns bigint language sql security definer as 'select count(*) from public.client'`,
    found: [
      [catalogue, /app.reach_of may be called by reach_few, not by nobody/],
      [catalogue, /function app.mask\(uuid,uuid,jsonb\): PUBLIC may execute it/],
      [catalogue, /app.peek is a definer function that/],
    ],
  },
  {
    name: "a view asks with its owner's rights",
    sql: "create view every_client as select * from client; grant select on every_client to reach_few",
    found: [
      [catalogue, /every_client is a view that asks with its owner's rights/],
      [catalogue, /every_client: reach_few has SELECT/],
    ],
  },
  {
    name: "the audit trail keeps a name in clear",
    sql: "delete from app.personal_column where column_name in ('name', 'email')",
    found: [
      [catalogue, /contact.name is not in app.personal_column/],
      [catalogue, /member.email looks personal/],
    ],
  },
];
