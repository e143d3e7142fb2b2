import { abilities } from "@/lib/access/policy";
import { enter, type Identity } from "../world/become";
import { personOf, TODAY } from "../world/world";
import { attempt, identityFor, isInReach, keysInReach, mayRead, REACHES, type Rig } from "./rig";

/** What the clock may do as well: it enters the whole company. */
export const ALL_ABILITIES: readonly string[] = [...abilities, "outbox:send", "no:such"];

/** As every reach with every ability, each table shows exactly the caller's rows. */
export async function readFindings(rig: Rig): Promise<string[]> {
  const found: string[] = [];
  for (const reach of REACHES) {
    for (const ability of ALL_ABILITIES) {
      const who = identityFor(rig, reach, ability);
      const seen = await visibleKeys(rig, who);
      for (const table of rig.tables) {
        const expected = mayRead(table, ability) ? keysInReach(rig, table, reach, who.member) : [];
        const actual = (seen.get(table.name) ?? []).sort();
        const more = actual.filter((key) => !expected.includes(key));
        const less = expected.filter((key) => !actual.includes(key));
        if (more.length > 0) found.push(`${table.name}: reach_${reach} with ${ability} reads ${more[0]}`);
        if (less.length > 0) found.push(`${table.name}: reach_${reach} with ${ability} does not read ${less[0]}`);
      }
    }
  }
  return found;
}

/** Contexts that fit nobody: each must see and change nothing, but what the whole company may read where the company is right. */
export async function strayFindings(rig: Rig): Promise<string[]> {
  const { own, otherTenant } = rig.world;
  const kam = personOf(own, "kam");
  const stranger = personOf(otherTenant, "spare");
  const found: string[] = [];
  for (const reach of REACHES) {
    const as = { reach: `reach_${reach}`, ability: "client:edit", today: TODAY };
    const nowhere = await visibleKeys(rig, { ...as, tenant: null, member: kam.member });
    for (const [table, keys] of nowhere) found.push(`${table}: reach_${reach} without a company reads ${keys[0]}`);
    for (const { name, writes } of rig.tables) {
      await rig.app.query("begin");
      await enter(rig.app, { ...as, ability: writes[0] ?? as.ability, tenant: null, member: kam.member });
      for (const verb of [`update ${name} set tenant_id = tenant_id`, `delete from ${name}`]) {
        const { rows } = await attempt(rig.app, verb);
        if (rows > 0) found.push(`${name}: reach_${reach} without a company can ${verb}`);
      }
      const added = await attempt(rig.app, `insert into ${name} select * from ${name}`);
      const forced = await attempt(rig.app, `insert into ${name} (tenant_id) values ($1)`, [own.tenant]);
      if (forced.code !== "42501" || added.rows > 0)
        found.push(`${name}: reach_${reach} without a company inserts: ${forced.error}`);
      await rig.app.query("rollback");
    }
    if (reach === "all") continue;
    for (const [what, member] of [
      ["without a member", null],
      ["as a member of another company", stranger.member],
    ] as const) {
      const seen = await visibleKeys(rig, { ...as, tenant: own.tenant, member });
      for (const table of rig.tables.filter(({ kind }) => kind !== "tenant" && kind !== "admin")) {
        const keys = seen.get(table.name) ?? [];
        if (keys.length > 0) found.push(`${table.name}: reach_${reach} ${what} reads ${keys[0]}`);
      }
    }
  }
  return found;
}

/** A condition of the caller's is not asked about rows out of reach: it could tell by failing. */
export async function barrierFindings(rig: Rig): Promise<string[]> {
  const found: string[] = [];
  for (const reach of REACHES) {
    const who = identityFor(rig, reach, "client:read");
    for (const table of rig.tables.filter(({ reads }) => reads === null)) {
      const columns = table.key.map((column) => `t.${column}`).join(", ");
      const strangers = [...rig.owners].filter(
        ([, row]) => row.table === table.name && !isInReach(table.kind, row, reach, who.member),
      );
      const keys = strangers.map(([key]) => key.slice(key.indexOf(" ") + 1));
      await rig.app.query("begin");
      await enter(rig.app, who);
      await rig.app
        .query(`select from ${table.name} t where 1 / (not jsonb_build_array(${columns})::text = any($1))::int > 0`, [
          keys,
        ])
        .catch((error: Error) => found.push(`${table.name}: reach_${reach} learns of foreign rows: ${error.message}`));
      await rig.app.query("rollback");
    }
  }
  return found;
}

async function visibleKeys(rig: Rig, who: Identity): Promise<Map<string, string[]>> {
  const parts = rig.tables.map(({ name, key }) => {
    const columns = key.map((column) => `t.${column}`).join(", ");
    return `select '${name}' as table, 'public.${name} ' || jsonb_build_array(${columns})::text as key from ${name} t`;
  });
  await rig.app.query("begin");
  await enter(rig.app, who);
  const { rows } = await rig.app.query<{ table: string; key: string }>(parts.join(" union all "));
  await rig.app.query("rollback");
  const keys = new Map<string, string[]>();
  for (const { table, key } of rows) keys.set(table, [...(keys.get(table) ?? []), key]);
  return keys;
}
