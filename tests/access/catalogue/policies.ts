import type pg from "pg";
import { findings, TENANT_TABLES } from "./tables";

// How whose-rows looks in a policy, by kind and reach, in PostgreSQL's own spelling; null: nothing beyond the tenant.
const FEW = "client = ANY (( SELECT app.client_ids() AS client_ids)::uuid[])";
const MANY = "client IN ( SELECT unnest(app.client_ids()) AS unnest)";
const PERSON = "member = ANY (( SELECT app.subordinate_ids() AS subordinate_ids)::uuid[])";
const THEN = "(member_id, month) IN ( SELECT p.member_id, p.month FROM app.past_team_months() p(member_id, month))";
const FIGURE = `(member = ANY (( SELECT app.figure_people() AS figure_people)::uuid[])) AND ((${PERSON}) OR (${THEN}))`;
const FORMS: Readonly<Record<string, Readonly<Record<"few" | "many" | "all", string | null>>>> = {
  tenant: { few: null, many: null, all: null },
  admin: { few: null, many: null, all: null },
  client: { few: FEW, many: MANY, all: null },
  work: { few: FEW, many: MANY, all: "ELSE true" },
  credit: { few: PERSON, many: PERSON, all: null },
  figure: { few: FIGURE, many: FIGURE, all: null },
  own: same("member = ( SELECT app.member() AS member)"),
  person: same(PERSON),
  pay: same(PERSON),
};

function same(form: string) {
  return { few: form, many: form, all: form };
}

type Policy = {
  table: string;
  kind: string;
  reach: "few" | "many" | "all";
  command: string;
  /** USING and WITH CHECK, as far as the policy has them. */
  terms: string[];
  reads: string[] | null;
  writes: string[];
};

/** One policy per reach role and granted command, of the form that fits the reach, and none besides. */
export async function policyFindings(client: pg.Client): Promise<string[]> {
  const counted = await findings(
    client,
    `with t as ${TENANT_TABLES}, reach as (select r as name, to_regrole(app.role_name('reach_' || r))::oid as oid from unnest('{few,many,all}'::text[]) r),
     commands(command, sign) as (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')),
     cells as (select t.name, t.oid as rel, reach.oid as role, command, has_table_privilege(reach.oid, t.oid, command) as granted,
       (select count(*) from pg_policy p where p.polrelid = t.oid and p.polroles = array[reach.oid] and p.polcmd = sign::"char") as policies from t, reach, commands)
     select format('%s: %s has %s policies for %s', name, role::regrole, policies, command) as finding from cells where policies <> granted::int
     union all select format('%s: policy %s is for more than one role, for PUBLIC, for all commands, or restrictive', polrelid::regclass, polname) from pg_policy
       where cardinality(polroles) <> 1 or polroles = '{0}' or polcmd = '*' or not polpermissive
     union all select format('%s: policy %s is for %s', polrelid::regclass, polname, polroles[1]::regrole) from pg_policy
       where polroles[1] not in (select oid from reach) and not (polroles[1] = to_regrole(app.role_name('reach_guest')) and polcmd = 'r')
     union all select format('%s: policy %s does not ask for the tenant', polrelid::regclass, polname) from pg_policy
       where polrelid in (select oid from t) and (polqual is null and polwithcheck is null
         or pg_get_expr(polqual, polrelid) not like '((tenant_id = ( SELECT app.tenant() AS tenant)) AND%' and pg_get_expr(polqual, polrelid) <> '(tenant_id = ( SELECT app.tenant() AS tenant))'
         or pg_get_expr(polwithcheck, polrelid) not like '((tenant_id = ( SELECT app.tenant() AS tenant)) AND%' and pg_get_expr(polwithcheck, polrelid) <> '(tenant_id = ( SELECT app.tenant() AS tenant))')
     union all select format('%s: policy %s for update must check the old row and the new one', polrelid::regclass, polname) from pg_policy
       where polcmd = 'w' and (polqual is null or polwithcheck is null)`,
  );
  const { rows } = await client.query<Policy>(
    `select i.table_name as table, i.kind, i.reads, i.writes, r as reach, case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end as command,
       array_remove(array[pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)], null) as terms
     from app.isolated i join pg_policy p on p.polrelid = format('public.%I', i.table_name)::regclass
     join unnest('{few,many,all}'::text[]) r on p.polroles[1] = to_regrole(app.role_name('reach_' || r))`,
  );
  return [...counted, ...rows.flatMap(formFindings)].sort();
}

function formFindings({ table, kind, reach, command, terms, reads, writes }: Policy): string[] {
  const name = `${table}: the ${command} policy of reach_${reach}`;
  const form = FORMS[kind]?.[reach];
  if (form === undefined) return [`${table}: unknown kind ${kind}`];
  const needs = command === "select" ? reads : writes.includes("*") ? null : writes;
  return terms.flatMap((raw) => {
    const term = raw
      .replace(/\s+/g, " ")
      .replace(/\b(client_id|id)(?= (= ANY|IN) \()/g, "client")
      .replace(/\b\w+(?= = (ANY \(\( SELECT app\.(subordinate|figure)|\( SELECT app\.member\(\)))/g, "member");
    const faults: string[] = [];
    if (form !== null && !term.includes(form)) faults.push(`${name} is not of the form for ${kind}: ${raw}`);
    if ((form === null || reach === "all") && /client_ids/.test(term)) faults.push(`${name} looks for clients: ${raw}`);
    if (needs && !term.includes(`( SELECT app.ability() AS ability) = ANY ('{${needs}}'::text[])`))
      faults.push(`${name} does not ask for ${needs}`);
    return faults;
  });
}
