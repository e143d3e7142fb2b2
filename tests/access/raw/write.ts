import { randomUUID } from "node:crypto";
import { changesBetween, tableOf } from "../snapshot";
import { becoming, enter } from "../world/become";
import { ALL_ABILITIES } from "./read";
import {
  attempt,
  identityFor,
  keysInReach,
  keyValues,
  mayWrite,
  REACHES,
  type Reach,
  type Rig,
  readRow,
  type Table,
  writingAbility,
} from "./rig";

/** The codes of "not yours": row security or no grant; a refusal of ours. */
const REFUSED = ["42501", "P0G01"];

/** Bare UPDATE and DELETE, committed, with the right ability: what changes is exactly the caller's. */
export async function sweepFindings(rig: Rig): Promise<string[]> {
  const found: string[] = [];
  let before = await rig.watch.look();
  for (const table of rig.tables) {
    const ability = writingAbility(table) ?? "client:edit";
    for (const reach of REACHES) {
      const who = identityFor(rig, reach, ability);
      for (const [command, statement] of [
        ["update", `update ${table.name} set tenant_id = tenant_id`],
        ["delete", `delete from ${table.name}`],
      ] as const) {
        const outcome = await becoming(rig.app, who, () => rig.app.query(statement)).catch((error: Error) => error);
        const changes = changesBetween(before, await rig.watch.look());
        const mine = keysInReach(rig, table, reach, who.member);
        const theirs = changes.filter((key) => tableOf(key) === `public.${table.name}` && !mine.includes(key));
        if (theirs.length > 0) found.push(`${table.name}: ${command} as reach_${reach} changes ${theirs[0]}`);
        const foreign = changes.filter((key) => rig.owners.get(key)?.side === "otherTenant");
        if (foreign.length > 0)
          found.push(`${table.name}: ${command} as reach_${reach} changes another company's ${foreign[0]}`);
        const may = table.granted.includes(command) && writingAbility(table) !== undefined;
        const touched = mine.filter((key) => changes.includes(key)).length;
        // Deleting may meet a foreign key of one's own; an update of all of one's rows has no excuse.
        if (may && command === "update" && touched < mine.length)
          found.push(`${table.name}: update as reach_${reach} reaches ${touched} of ${mine.length}: ${outcome}`);
        if (!may && changes.length > 0) found.push(`${table.name}: ${command} as reach_${reach} was never granted`);
        if (changes.length > 0) before = await rig.watch.restore(changes);
      }
    }
  }
  return found;
}

/** Each row by its key, and a copy of each row inserted: possible for one's own, refused for all others. */
export async function rowFindings(rig: Rig): Promise<string[]> {
  const found: string[] = [];
  for (const table of rig.tables) {
    const rows = [...rig.owners].filter(([, row]) => row.table === table.name);
    for (const reach of REACHES) {
      const who = identityFor(rig, reach, writingAbility(table) ?? "client:edit");
      const mine = keysInReach(rig, table, reach, who.member);
      const copies: Record<string, unknown>[] = [];
      for (const [key] of rows) copies.push(await copyOf(rig, table, key));
      await rig.app.query("begin");
      await enter(rig.app, who);
      let inserted = false;
      for (const [index, [key]] of rows.entries()) {
        const own = mine.includes(key);
        const where = table.key.map((column, place) => `${column}::text = $1::jsonb ->> ${place}`).join(" and ");
        for (const verb of [`update ${table.name} set tenant_id = tenant_id`, `delete from ${table.name}`]) {
          const tried = await attempt(rig.app, `${verb} where ${where}`, [keyValues(key)]);
          if (!own && tried.rows > 0) found.push(`${table.name}: reach_${reach} can ${verb} ${key}`);
          if (!own && tried.code && !REFUSED.includes(tried.code))
            found.push(`${table.name}: reach_${reach} learns of ${key}: ${tried.error}`);
        }
        const copy = copies[index] ?? {};
        const tried = await attempt(rig.app, insertOf(table, copy), [JSON.stringify(copy)]);
        if (!own && !REFUSED.includes(tried.code ?? ""))
          found.push(`${table.name}: reach_${reach} can insert beside ${key}: ${tried.error ?? "done"}`);
        inserted ||= own && !REFUSED.includes(tried.code ?? "");
      }
      await rig.app.query("rollback");
      if (table.granted.includes("insert") && mine.length > 0 && !inserted)
        found.push(`${table.name}: reach_${reach} cannot insert own rows`);
    }
  }
  return found;
}

/** With an ability that the table's writes do not name, even own rows stay as they are; TRUNCATE is nobody's. */
export async function abilityFindings(rig: Rig): Promise<string[]> {
  const found: string[] = [];
  for (const reach of REACHES) {
    for (const ability of ALL_ABILITIES) {
      const who = identityFor(rig, reach, ability);
      const copies = await ownCopies(rig, reach, who.member);
      await rig.app.query("begin");
      await enter(rig.app, who);
      for (const table of rig.tables) {
        const truncated = await attempt(rig.app, `truncate ${table.name}`);
        if (truncated.code !== "42501") found.push(`${table.name}: reach_${reach} may truncate: ${truncated.error}`);
        if (mayWrite(table, ability)) continue;
        const copy = copies.get(table.name);
        const tries = [
          await attempt(rig.app, `update ${table.name} set tenant_id = tenant_id`),
          await attempt(rig.app, `delete from ${table.name}`),
          ...(copy ? [await attempt(rig.app, insertOf(table, copy), [JSON.stringify(copy)])] : []),
        ];
        const open = tries.find((tried) => tried.rows > 0 || (tried.code && !REFUSED.includes(tried.code)));
        if (open) found.push(`${table.name}: reach_${reach} with ${ability} may write (${open.error ?? open.rows})`);
      }
      await rig.app.query("rollback");
    }
  }
  return found;
}

const ownRows = new WeakMap<Rig, Map<string, Map<string, Record<string, unknown>>>>();

async function ownCopies(rig: Rig, reach: Reach, member: string): Promise<Map<string, Record<string, unknown>>> {
  const known = ownRows.get(rig) ?? new Map<string, Map<string, Record<string, unknown>>>();
  ownRows.set(rig, known);
  const made = known.get(reach) ?? new Map<string, Record<string, unknown>>();
  known.set(reach, made);
  if (made.size > 0) return made;
  for (const table of rig.tables) {
    const [key] = keysInReach(rig, table, reach, member);
    if (key) made.set(table.name, await copyOf(rig, table, key));
  }
  return made;
}

/** The row under another id. */
async function copyOf(rig: Rig, table: Table, key: string): Promise<Record<string, unknown>> {
  const row = await readRow(rig, table, key);
  const writable = Object.fromEntries(Object.entries(row).filter(([column]) => table.columns.includes(column)));
  return "id" in writable
    ? { ...writable, id: randomUUID() }
    : "key" in writable
      ? { ...writable, key: randomUUID() }
      : writable;
}

export function insertOf(table: Table, row: Record<string, unknown>): string {
  const columns = Object.keys(row).join(", ");
  return `insert into ${table.name} (${columns}) select ${columns} from jsonb_populate_record(null::${table.name}, $1)`;
}
