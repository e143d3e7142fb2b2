import { TODAY } from "../world/world";
import type { Case } from "./cases";
import { OWN } from "./own";

/** Of functions that write whole cards: what an import writes, and merges. */
export const cardCases: Readonly<Record<string, Case>> = {
  "app.import_rows#update": {
    ability: "import:run",
    sql: "select app.import_rows('client', 'update', '{city}', jsonb_build_array(jsonb_build_object('id', $1::uuid, 'city', 'Elsewhere')))::int as n",
    values: (ids) => [ids.client],
    by: ["admin"],
  },
  "app.import_rows#delete": {
    ability: "import:run",
    sql: "select app.import_rows('assignment', 'delete', '{}', jsonb_build_array(jsonb_build_object('id', $1::uuid)))::int as n",
    values: (ids) => [ids.assignment],
    by: ["admin"],
  },
  "app.import_rows#insert": {
    ability: "import:run",
    sql: `select app.import_rows('assignment', 'insert', '{client_id,member_id,role,starts_on,share}', jsonb_build_array(jsonb_build_object(
      'id', gen_random_uuid(), 'client_id', $1::uuid, 'member_id', $2::uuid, 'role', 'specialist', 'starts_on', $3::text, 'share', 0)))::int as n`,
    values: (ids) => [ids.client, OWN.member, TODAY],
    by: ["admin"],
  },
  "app.merge_clients": {
    ability: "client:merge",
    sql: "select app.merge_clients($1, $2) is not null as done",
    values: (ids) => [OWN.client, ids.client2],
    by: ["admin"],
  },
  "app.merge_clients#into": {
    ability: "client:merge",
    sql: "select app.merge_clients($1, $2) is not null as done",
    values: (ids) => [ids.client, OWN.client2],
    by: ["admin"],
  },
  "app.merge_contacts": {
    ability: "client:edit",
    sql: "select app.merge_contacts($1, $2, $3) is not null as done",
    values: (ids) => [ids.client, ids.contact, ids.contact2],
  },
  "app.merge_contacts#among own": {
    ability: "client:edit",
    sql: "select app.merge_contacts($1, $2, $3) is not null as done",
    values: (ids) => [OWN.client, OWN.contact, ids.contact2],
  },
  "app.merge_preview": {
    ability: "client:merge",
    sql: "select app.merge_preview($1, $2) is not null as done",
    values: (ids) => [OWN.client, ids.client2],
    by: ["admin"],
  },
  "app.undo_merge": {
    ability: "client:edit",
    sql: "select app.undo_merge($1)",
    values: (ids) => [ids.contactMerge],
  },
  "app.undo_merge#clients": {
    ability: "client:merge",
    sql: "select app.undo_merge($1)",
    values: (ids) => [ids.clientMerge],
    by: ["admin"],
  },
};
