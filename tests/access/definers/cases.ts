// How each SECURITY DEFINER function that members may call is called with an id. Row security does not watch these functions, so each is
// tried with ids of another book and of another company: the answer must be the one for an id that never was.
import { type IdName, type Ids, idKinds } from "../world/ids";
import type { Part } from "../world/people";
import { TODAY } from "../world/world";
import { cardCases } from "./card-cases";
import { OWN } from "./own";

export type Case = {
  ability: string;
  /** The statement; $ids.… are filled in by the test. */
  sql: string;
  values: (ids: Ids) => unknown[];
  /** Who calls; lead and admin, unless only one of them can. */
  by?: readonly Part[];
  /** Answers nothing either way: what it leaves behind is looked at instead. */
  silent?: true;
  /** Another book's id may be told from a random one, and why; another company's never. */
  tells?: string;
};

/** Function name (a part after # tells several cases of one function apart) → case. */
export const CASES: Readonly<Record<string, Case>> = {
  ...cardCases,
  "app.assign#client": {
    ability: "assignment:edit",
    sql: "select app.assign(array[$1::uuid], 'primary', $2, $3, null, null, null) is not null as done",
    values: (ids) => [ids.client, OWN.member, TODAY],
  },
  "app.assign#among own": {
    ability: "assignment:edit",
    sql: "select app.assign(array[$1::uuid, $4], 'primary', $2, $3, null, null, null) is not null as done",
    values: (ids) => [ids.client, OWN.member, TODAY, OWN.client2],
  },
  "app.assign#member": {
    ability: "assignment:edit",
    sql: "select app.assign(array[$1::uuid], 'primary', $2, $3, null, null, null) is not null as done",
    values: (ids) => [OWN.client, ids.member, TODAY],
    by: ["lead"],
  },
  "app.client_edits": {
    ability: "client:read",
    sql: "select count(*)::int as n from app.client_edits($1, now(), 50)",
    values: (ids) => [ids.client],
  },
  "app.copy_plan_version#source": {
    ability: "plan:edit",
    sql: "select app.copy_plan_version($1, $2)",
    values: (ids) => [ids.planVersion, OWN.planDraft],
  },
  "app.copy_plan_version#target": {
    ability: "plan:edit",
    sql: "select app.copy_plan_version($1, $2)",
    values: (ids) => [OWN.planVersion, ids.planDraft],
  },
  "app.drop_plan_draft": {
    ability: "plan:edit",
    sql: "select app.drop_plan_draft($1, 1) as done",
    values: (ids) => [ids.planDraft],
  },
  "app.create_client#parent": {
    ability: "client:create",
    sql: `select app.create_client(jsonb_build_object('kind', 'company', 'name', 'New', 'name_key', 'new', 'parent_id', $1::uuid), $2, $3) is not null as done`,
    values: (ids) => [ids.client, OWN.member, TODAY],
  },
  "app.create_client#owner": {
    ability: "client:create",
    sql: `select app.create_client(jsonb_build_object('kind', 'company', 'name', 'New', 'name_key', 'new'), $1, $2) is not null as done`,
    values: (ids) => [ids.member, TODAY],
    by: ["lead"],
  },
  "app.create_client#industry": {
    ability: "client:create",
    sql: `select app.create_client(jsonb_build_object('kind', 'company', 'name', 'New', 'name_key', 'new', 'industry_id', $1::uuid), $2, $3) is not null as done`,
    values: (ids) => [ids.industry, OWN.member, TODAY],
    tells: "industries are the whole company's",
  },
  "app.claim_inn": {
    ability: "client:create",
    sql: "select verdict, client_id is not null as known from app.claim_inn($1, null)",
    values: (ids) => [ids.inn],
    tells: "a taken INN is told to be taken, and nothing more (13.7)",
  },
  "app.end_assignment": {
    ability: "assignment:edit",
    sql: "select app.end_assignment($1, $2) is not null as done",
    values: (ids) => [ids.assignment, TODAY],
  },
  "app.end_assignment#owner's": {
    ability: "assignment:edit",
    sql: "select app.end_assignment($1, $2) is not null as done",
    values: (ids) => [ids.ownerAssignment, TODAY],
  },
  "app.move_facts": {
    ability: "assignment:edit",
    sql: "select fact, month, amount from app.move_facts(array[$1::uuid], '{}', '2000-01-01', null, null)",
    values: (ids) => [ids.client],
  },
  "app.find_clients": {
    ability: "client:read",
    sql: "select cardinality(app.find_clients($1)) as n",
    values: (ids) => [ids.word],
  },
  "app.forget_mail_text": {
    ability: "outbox:send",
    sql: "select app.forget_mail_text($1)",
    values: (ids) => [ids.mail],
    silent: true,
    by: ["admin"],
  },
  "app.group_of": { ability: "client:read", sql: "select * from app.group_of($1)", values: (ids) => [ids.client] },
  "app.group_tree": { ability: "client:read", sql: "select * from app.group_tree($1)", values: (ids) => [ids.client] },
  "app.hand_over_and_retire#who": {
    ability: "people:edit",
    sql: "select app.hand_over_and_retire($1, $2, '{}', null)",
    values: (ids) => [ids.member, TODAY],
    by: ["admin"],
  },
  "app.hand_over_and_retire#client": {
    ability: "people:edit",
    sql: "select app.hand_over_and_retire($1, $2, jsonb_build_object($3::text, null), null)",
    values: (ids) => [OWN.member, TODAY, ids.client],
    by: ["admin"],
  },
  "app.has_account": {
    ability: "people:read",
    sql: "select app.has_account($1)",
    values: (ids) => [ids.member],
    by: ["admin"],
  },
  "app.mail_text": {
    ability: "outbox:send",
    sql: "select app.mail_text($1) is not null as known",
    values: (ids) => [ids.mail],
    by: ["admin"],
  },
  "app.parents_of": {
    ability: "client:read",
    sql: "select * from app.parents_of(array[$1::uuid])",
    values: (ids) => [ids.archivedClient],
  },
  "app.credited_sales": {
    ability: "pay:read",
    sql: "select * from app.credited_sales(null, '2020-01-01', '2027-01-01', true) where client_id = $1",
    values: (ids) => [ids.client],
    by: ["lead"],
  },
  "app.leads_team": {
    ability: "client:read",
    sql: "select app.leads_team($1)",
    values: (ids) => [ids.team],
  },
  "app.kpi_facts": {
    ability: "client:read",
    sql: "select fact, month, label, reached, top, bottom from app.kpi_facts(array[$1::uuid], '{revenue,margin,bills,touches,new_clients,on_cadence,retention}', '2026-01-01', '2026-04-01', true)",
    values: (ids) => [ids.member],
    by: ["lead"],
  },
  "app.pay_terms": {
    ability: "pay:read",
    sql: "select * from app.pay_terms(array[$1::uuid], '2020-01-01', '2027-01-01')",
    values: (ids) => [ids.member],
    by: ["lead"],
  },
  "app.plan_in_force": {
    ability: "client:read",
    sql: "select * from app.plan_in_force(array[$1::uuid], '2026-01-01', '2027-01-01')",
    values: (ids) => [ids.client],
  },
  "app.plan_in_force#all": {
    ability: "client:read",
    sql: "select * from app.plan_in_force(null, '2026-01-01', '2027-01-01') where client_id = $1",
    values: (ids) => [ids.client],
  },
  "app.plan_sums": {
    ability: "client:read",
    sql: "select * from app.plan_sums('2026-01-01', '2026-03-01', '2027-01-01') where client_id = $1",
    values: (ids) => [ids.client],
  },
  "app.pointed_at": {
    ability: "import:run",
    sql: "select cardinality(app.pointed_at('client', array[$1::uuid])) > 0 as pointed",
    values: (ids) => [ids.client],
    by: ["admin"],
  },
  "app.target_settled": {
    ability: "import:run",
    sql: "select app.target_settled('own', $1, $2, '2026-01-01', 1) as settled",
    values: (ids) => [ids.member, ids.measure],
    by: ["admin"],
  },
  "app.reaches": { ability: "client:read", sql: "select app.reaches($1)", values: (ids) => [ids.client] },
  "app.release_mail": {
    ability: "outbox:edit",
    sql: "select app.release_mail($1)",
    values: (ids) => [ids.mail],
    by: ["admin"],
  },
  "app.retire_member": {
    ability: "people:edit",
    sql: "select app.retire_member($1, $2)",
    values: (ids) => [ids.member, TODAY],
    by: ["admin"],
  },
  "app.search_everything#word": {
    ability: "client:read",
    sql: "select count(*)::int as n from app.search_everything($1, null)",
    values: (ids) => [ids.word],
  },
  "app.search_everything#phone": {
    ability: "client:read",
    sql: "select count(*)::int as n from app.search_everything($1, $1)",
    values: (ids) => [ids.phone],
  },
  "app.search_everything#inn": {
    ability: "client:read",
    sql: "select count(*)::int as n from app.search_everything($1, null)",
    values: (ids) => [ids.inn],
  },
  "app.assignment_stamp": {
    ability: "assignment:edit",
    sql: "select app.assignment_stamp($1)",
    values: (ids) => [ids.client],
  },
  "app.undo_transfer": {
    ability: "assignment:edit",
    sql: "select app.undo_transfer($1)",
    values: (ids) => [ids.transfer],
  },
  "app.withdraw_mail": {
    ability: "people:edit",
    sql: "select app.withdraw_mail($1)",
    values: (ids) => [ids.mail],
    silent: true,
    by: ["admin"],
  },
};

export function fillOwn(values: readonly unknown[], own: Ids): unknown[] {
  return values.map((value) => {
    const name = typeof value === "string" && value.startsWith("own:") ? value.slice(4) : "";
    return name in idKinds ? own[name as IdName] : value;
  });
}
